import type { NodeKey } from "../../../domain/index.js";
import type { Press } from "../canvas/form-editing.js";
import type { Editor } from "../editor-context.js";
import { selectCell, type Cell, type Selection } from "../selection.js";
import { gridOf } from "./grid-moves.js";

type NodesSelection = Extract<Selection, { type: "nodes" }>;

/** A cell was pressed: alone, with Shift for all rows up to it, or with Ctrl for that row as well. */
export function pressCell(editor: Editor, cell: Cell, how: Press): void {
  const { select, selection } = editor.view.getState();
  const before = selection?.type === "nodes" ? selection : null;
  if (before !== null && how.shiftKey) select(extendTo(rowsOf(editor), before, cell));
  else if (before !== null && (how.ctrlKey || how.metaKey)) select(toggleRow(before, cell));
  else select(selectCell(cell));
}

/** All rows between the one that the selection began with and `cell`'s. */
export function extendTo(
  rows: readonly NodeKey[],
  before: NodesSelection,
  cell: Cell,
): NodesSelection {
  const anchor = before.keys[0] ?? cell.node;
  const [from, to] = [rows.indexOf(anchor), rows.indexOf(cell.node)];
  if (from === -1 || to === -1) return { type: "nodes", keys: [cell.node], active: cell };
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  // The first key stays the one from which the selection grows and shrinks.
  const keys = from <= to ? between : between.toReversed();
  return { type: "nodes", keys, active: cell };
}

/** Takes the row in, or out where others remain. */
export function toggleRow(before: NodesSelection, cell: Cell): NodesSelection {
  const without = before.keys.filter((key) => key !== cell.node);
  if (without.length === before.keys.length) {
    return { type: "nodes", keys: [...before.keys, cell.node], active: cell };
  }
  const [first] = without;
  if (first === undefined) return before;
  return { type: "nodes", keys: without, active: { ...cell, node: without.at(-1) ?? first } };
}

/** Every row and bar of the form; the keyboard stays where it is. */
export function selectAll(keys: readonly NodeKey[], active: Cell | null): NodesSelection | null {
  const [first] = keys;
  if (first === undefined) return null;
  return { type: "nodes", keys, active: active ?? { node: first, role: "activity", lane: null } };
}

const rowsOf = (editor: Editor): readonly NodeKey[] =>
  gridOf(editor.draft.getState().document).rows;
