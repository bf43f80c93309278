import { useMemo } from "react";
import {
  type EdgeKey,
  type LaneKey,
  type NodeKey,
  officialColumns,
} from "../../../domain/index.js";
import { useEditor } from "../editor-context.js";
import type { EditorPanel, TypingHow } from "../editor-view.js";
import type { Cell } from "../selection.js";
import { openCell } from "../typing/open-cell.js";

/** Ways from a list beside the form to what it speaks of. */
export interface LookAt {
  node(key: NodeKey): void;
  lane(key: LaneKey): void;
  /** The field that says who works in a lane; the list makes way for it. */
  binding(key: LaneKey): void;
  /** The field that says which SOP a connector runs; the list makes way for it. */
  call(key: NodeKey): void;
  /** The cell of a step's text, open to be written in. */
  text(key: NodeKey): void;
  /** The cell of its standard time. */
  time(key: NodeKey): void;
  /** What a step's arrows lead to, and the names of its outcomes. */
  arrows(key: NodeKey): void;
  edge(key: EdgeKey): void;
  /** A field of the first page, by its path; it takes the focus unless told. */
  identity(path: string, withFocus?: boolean): void;
}

/**
 * Selects a place on the form and brings it into view. The list stays where it is, to go on to the
 * next; where it lies over the form, it makes way.
 */
export function useLookAt(stay: EditorPanel): LookAt {
  const editor = useEditor();
  return useMemo(() => {
    const { draft, view } = editor;
    const settle = () => {
      view.getState().setPanel(stay);
      view.getState().openPanel(false);
    };
    const node = (key: NodeKey) => {
      view.getState().goTo(key);
      settle();
    };
    const write = (cell: Cell, how: TypingHow) => {
      node(cell.node);
      openCell(editor, cell, how);
      view.getState().setPanel(stay);
    };
    return {
      node,
      lane(key) {
        view.getState().select({ type: "lane", key });
        settle();
      },
      binding: (key) => view.getState().bind(key),
      call: (key) => view.getState().chooseCall(key),
      text: (key) => write({ node: key, role: "activity", lane: null }, "end"),
      time(key) {
        const { right } = draft.getState().document.columns ?? officialColumns;
        if (right.some(({ column }) => column === "time"))
          write({ node: key, role: "time", lane: null }, "end");
        else node(key);
      },
      arrows(key) {
        const { nodes } = draft.getState().document.graph;
        const lane = nodes.find((one) => one.key === key)?.parts[0]?.lane;
        if (lane === undefined) node(key);
        else write({ node: key, role: "lane", lane }, "arrows");
      },
      edge(key) {
        const edge = draft.getState().document.graph.edges.find((one) => one.key === key);
        if (edge === undefined) return;
        view.getState().goTo(edge.from);
        view.getState().select({ type: "edge", key });
        settle();
      },
      identity(path, withFocus = true) {
        view.getState().setTab("identity");
        view.getState().openPanel(false);
        // The page is drawn by then.
        requestAnimationFrame(() => {
          const place = document.querySelector(`[data-identity="${CSS.escape(path)}"]`);
          place?.scrollIntoView({ block: "center" });
          if (withFocus) place?.querySelector<HTMLElement>("textarea,input")?.focus();
        });
      },
    };
  }, [editor, stay]);
}
