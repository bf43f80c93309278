import { isShortcut, type KeyPress } from "../commands/shortcut.js";
import type { Editor } from "../editor-context.js";
import { selectCell, type Cell } from "../selection.js";
import { arrowIn, arrowOut, arrowsFrom, otherArrow } from "./follow-arrow.js";
import { clearCell } from "./clear-cell.js";
import { cellOf, gridOf, moveBy, moveToEdge, nextStop, type Grid } from "./grid-moves.js";
import { leaveCell } from "./leave-cell.js";
import { openCell } from "./open-cell.js";
import { placeHere } from "./place-here.js";
import { extendTo, toggleRow } from "./select-rows.js";

interface GridState {
  readonly editor: Editor;
  readonly grid: Grid;
  readonly active: Cell;
}

type GridKey = (state: GridState) => boolean;

const pageRows = 10;

/** Moves the active cell; what was selected besides it is let go. */
const go =
  (to: (grid: Grid, active: Cell) => Cell | null): GridKey =>
  ({ editor, grid, active }) => {
    const cell = to(grid, active);
    if (cell === null) return false;
    editor.view.getState().select(selectCell(cell));
    return true;
  };

/** Moves the active cell by rows and takes those rows into the selection. */
const extend =
  (rows: number): GridKey =>
  ({ editor, grid, active }) => {
    const { selection, select } = editor.view.getState();
    if (selection?.type !== "nodes") return false;
    select(extendTo(grid.rows, selection, moveBy(grid, active, 0, rows)));
    return true;
  };

const open: GridKey = ({ editor, active }) =>
  placeHere(editor, active, false) || openCell(editor, active, "end");

/** Follows an arrow to the symbol at its other end. */
const follow =
  (way: "out" | "in"): GridKey =>
  ({ editor, grid, active }) => {
    const { graph } = editor.draft.getState().document;
    const view = editor.view.getState();
    const edge = (way === "out" ? arrowOut : arrowIn)(graph, active.node, view.arrow);
    if (edge === null) return false;
    const node = way === "out" ? edge.to : edge.from;
    const isBar = !grid.rows.includes(node);
    view.select(
      selectCell(isBar ? { node, role: "lane", lane: null } : cellOf(grid, node, "lane")),
    );
    // So that the way back is the way that one came, and that branch is the chosen one there.
    view.chooseArrow(edge.key);
    return true;
  };

const choose =
  (step: 1 | -1): GridKey =>
  ({ editor, active }) => {
    const { graph } = editor.draft.getState().document;
    const view = editor.view.getState();
    if (arrowsFrom(graph, active.node).length === 0) return false;
    view.chooseArrow(otherArrow(graph, active.node, view.arrow, step)?.key ?? null);
    return true;
  };

const toggle: GridKey = ({ editor, active }) => {
  const { selection, select } = editor.view.getState();
  if (selection?.type !== "nodes") return false;
  select(toggleRow(selection, active));
  return true;
};

const leave: GridKey = ({ editor }) => {
  editor.view.getState().select(null);
  return true;
};

const keys: Readonly<Record<string, GridKey>> = {
  ArrowUp: go((grid, cell) => moveBy(grid, cell, 0, -1)),
  ArrowDown: go((grid, cell) => moveBy(grid, cell, 0, 1)),
  ArrowLeft: go((grid, cell) => moveBy(grid, cell, -1, 0)),
  ArrowRight: go((grid, cell) => moveBy(grid, cell, 1, 0)),
  PageUp: go((grid, cell) => moveBy(grid, cell, 0, -pageRows)),
  PageDown: go((grid, cell) => moveBy(grid, cell, 0, pageRows)),
  Home: go((grid, cell) => moveToEdge(grid, cell, "first", false)),
  End: go((grid, cell) => moveToEdge(grid, cell, "last", false)),
  "Mod+Home": go((grid, cell) => moveToEdge(grid, cell, "first", true)),
  "Mod+End": go((grid, cell) => moveToEdge(grid, cell, "last", true)),
  // Beyond the last cell Tab leaves the form, as it must.
  Tab: ({ editor, active }) => leaveCell(editor, active, "next"),
  "Shift+Tab": go((grid, cell) => nextStop(grid, cell, -1)),
  "Shift+ArrowUp": extend(-1),
  "Shift+ArrowDown": extend(1),
  "Shift+PageUp": extend(-pageRows),
  "Shift+PageDown": extend(pageRows),
  "Mod+ArrowDown": follow("out"),
  "Mod+ArrowUp": follow("in"),
  "Mod+ArrowRight": choose(1),
  "Mod+ArrowLeft": choose(-1),
  "Mod+ ": toggle,
  Escape: leave,
  Enter: open,
  F2: ({ editor, active }) => openCell(editor, active, "end"),
  " ": ({ editor, active }) => placeHere(editor, active, false) || openCell(editor, active, "over"),
  "Shift+ ": ({ editor, active }) => placeHere(editor, active, true),
  ">": ({ editor, active }) => active.role === "lane" && openCell(editor, active, "arrows"),
  Delete: ({ editor, active }) => clearCell(editor, active),
  Backspace: ({ editor, active }) => clearCell(editor, active),
};

/** Does what a key means on a cell that is not being typed in; `false` where it means nothing. */
export function gridKey(editor: Editor, press: KeyPress): boolean {
  const { selection } = editor.view.getState();
  if (selection?.type !== "nodes") return false;
  const state = {
    editor,
    grid: gridOf(editor.draft.getState().document),
    active: selection.active,
  };
  // Which keys make a ">" is the keyboard's affair; Shift is part of it on most.
  if (press.key === ">" && !press.ctrlKey && !press.metaKey && !press.altKey) {
    if (keys[">"]?.(state) === true) return true;
  }
  const known = Object.entries(keys).find(([shortcut]) => isShortcut(shortcut, press));
  if (known !== undefined) return known[1](state);
  const isLetter = [...press.key].length === 1 || press.key === "Process" || press.key === "Dead";
  if (isLetter && !press.ctrlKey && !press.metaKey && !press.altKey) {
    openCell(editor, selection.active, "over");
  }
  // The letter itself still has to arrive in the field that is open now.
  return false;
}
