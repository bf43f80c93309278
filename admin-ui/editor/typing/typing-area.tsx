import { useEffect, useRef, type ReactNode } from "react";
import { cellId } from "../canvas/form-editing.js";
import type { KeyPress } from "../commands/shortcut.js";
import { useDraft, useEditor, useView, type Editor } from "../editor-context.js";
import type { Cell } from "../selection.js";
import { gridKey } from "./grid-keys.js";
import { dropFresh, isFreshAndEmpty } from "./leave-cell.js";
import { openCell } from "./open-cell.js";
import { useClipboard } from "./use-clipboard.js";
import "./typing.css";

/**
 * Where the form is worked in by keyboard: keys that are pressed on its cells come here, and the
 * active cell has the real focus, so that a screen reader follows.
 */
export function TypingArea({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const area = useRef<HTMLDivElement>(null);
  useFocusOnActiveCell(area);
  useFocusOnSelectedLane(area);
  useSelectionThatExists();
  useFreshStep();
  useClipboard(area);
  return (
    <div
      ref={area}
      className="typing-area"
      onKeyDown={(event) => {
        const cell = cellElement(event.target);
        if (cell === null) return;
        if (editor.view.getState().selection?.type !== "nodes" && !enter(editor, cell, event))
          return;
        if (gridKey(editor, event)) event.preventDefault();
        if (event.key === "Escape")
          area.current?.querySelector<HTMLElement>(".react-flow")?.focus();
      }}
      onDoubleClick={(event) => {
        const { selection } = editor.view.getState();
        const isCell =
          event.target instanceof Element &&
          event.target.closest("[data-cell], .react-flow__node") !== null;
        if (isCell && selection?.type === "nodes") openCell(editor, selection.active, "end");
      }}
    >
      {children}
    </div>
  );
}

const onlyPassing = new Set(["Tab", "Shift", "Control", "Alt", "Meta", "Escape"]);
const moving = /^(Arrow|Page|Home|End)/;

/**
 * The first key on a form in which no cell is selected: the one that has the focus is active. While
 * a lane or an arrow is selected, keys that change something are meant for that.
 */
function enter(editor: Editor, cell: Element, press: KeyPress): boolean {
  const { selection, select } = editor.view.getState();
  const isMove = moving.test(press.key) && !press.altKey && !press.ctrlKey && !press.metaKey;
  if (onlyPassing.has(press.key) || (selection !== null && !isMove)) return false;
  const [node = "", role = "", lane = ""] = (cell.getAttribute("data-cell") ?? "").split("/");
  const active = { node, role: role as Cell["role"], lane: lane === "" ? null : lane };
  select({ type: "nodes", keys: [node], active });
  return true;
}

const cellElement = (target: EventTarget): Element | null =>
  target instanceof Element ? target.closest("[data-cell]") : null;

/** The focus goes with the active cell, unless the drafter is at work somewhere else. */
function useFocusOnActiveCell(area: { readonly current: HTMLElement | null }): void {
  const active = useView(({ selection }) =>
    selection?.type === "nodes" ? selection.active : null,
  );
  const isTyping = useView(({ typing }) => typing !== null);
  // A row that has just been added is there only once the form is drawn again.
  useDraft(({ document }) => document.graph);
  useEffect(() => {
    if (active === null || isTyping || area.current === null) return;
    const { activeElement } = document;
    const isHere =
      activeElement === null ||
      activeElement === document.body ||
      (area.current.contains(activeElement) && activeElement.closest("input,textarea") === null);
    const cell = area.current.querySelector<HTMLElement>(
      `[data-cell="${CSS.escape(cellId(active))}"]`,
    );
    // Scrolling is the layer's: it moves the form, and not the page under it.
    if (isHere && cell !== activeElement) cell?.focus({ preventScroll: true });
  });
}

/** From a cell the focus goes with the selection to a lane's heading, whose keys then work. */
function useFocusOnSelectedLane(area: { readonly current: HTMLElement | null }): void {
  const lane = useView(({ selection }) => (selection?.type === "lane" ? selection.key : null));
  useEffect(() => {
    if (lane === null || document.activeElement?.matches("[data-cell]") !== true) return;
    const heading = area.current?.querySelector<HTMLElement>(`[data-lane="${CSS.escape(lane)}"]`);
    heading?.focus({ preventScroll: true });
  }, [lane, area]);
}

/** After an undo or a removal the keyboard stands on the row that took the place of the one gone. */
function useSelectionThatExists(): void {
  const { view } = useEditor();
  const lastRow = useRef(0);
  const selection = useView((state) => state.selection);
  const nodes = useDraft(({ document }) => document.graph.nodes);
  useEffect(() => {
    if (selection?.type !== "nodes") return;
    const at = nodes.findIndex(({ key }) => key === selection.active.node);
    if (at !== -1) {
      lastRow.current = at;
      const keys = selection.keys.filter((one) => nodes.some(({ key }) => key === one));
      if (keys.length < selection.keys.length) view.getState().select({ ...selection, keys });
      return;
    }
    const next = nodes[Math.min(lastRow.current, nodes.length - 1)];
    view.getState().select(next === undefined ? null : activeOn(next.key, selection.active));
  }, [selection, nodes, view]);
}

/** A step that Enter made goes again when the keyboard leaves it without a word on it. */
function useFreshStep(): void {
  const editor = useEditor();
  const fresh = useView((state) => state.fresh);
  const active = useView(({ selection }) =>
    selection?.type === "nodes" ? selection.active.node : null,
  );
  useEffect(() => {
    if (fresh === null || active === fresh) return;
    if (isFreshAndEmpty(editor, fresh)) dropFresh(editor);
    else editor.view.getState().setFresh(null);
  }, [editor, fresh, active]);
}

const activeOn = (node: string, { role }: Cell) => {
  const active: Cell =
    role === "lane" ? { node, role: "activity", lane: null } : { node, role, lane: null };
  return { type: "nodes" as const, keys: [node], active };
};
