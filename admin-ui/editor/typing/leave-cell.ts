import { flushSync } from "react-dom";
import { kindOf, type Graph, type GraphNode, type NodeKey } from "../../../domain/index.js";
import { addStep } from "../changes/graph-changes.js";
import { removeSteps } from "../changes/remove-steps.js";
import { newKey } from "../draft/new-key.js";
import type { Editor } from "../editor-context.js";
import { activityView } from "../kinds/activity.js";
import { selectCell, selectNode, type Cell } from "../selection.js";
import { cellOf, gridOf, nextStop, rowBelow } from "./grid-moves.js";
import { openCell } from "./open-cell.js";

/** Enter, Tab, Shift+Tab and Escape, in a cell that is typed in or stood on. */
export type Leaving = "enter" | "next" | "previous" | "escape";

/**
 * Goes on from a cell. Below the last step, Enter and Tab make the next one, in the same lane and
 * already in the flow; a new step on which nothing was written goes again. The panel stays as it is:
 * whoever was led to the cell from the list of problems goes on with that.
 */
export function leaveCell(editor: Editor, cell: Cell, how: Leaving): boolean {
  const { panel } = editor.view.getState();
  const isDone = goOnFrom(editor, cell, how);
  editor.view.getState().setPanel(panel);
  return isDone;
}

function goOnFrom(editor: Editor, cell: Cell, how: Leaving): boolean {
  const view = editor.view.getState();
  const { graph } = editor.draft.getState().document;
  const isEmpty = isFreshAndEmpty(editor, cell.node);
  const grid = gridOf(editor.draft.getState().document);
  const below = rowBelow(grid, cell.node);
  flushSync(() => view.type(null));
  if (how === "escape") {
    if (isEmpty) dropFresh(editor);
    return true;
  }
  if (isEmpty && how === "enter") {
    dropFresh(editor);
    if (below !== null) view.select(selectNode(below));
    return true;
  }
  const stop = how === "enter" ? null : nextStop(grid, cell, how === "next" ? 1 : -1);
  if (stop !== null && stop.node === cell.node) {
    view.select(selectCell(stop));
    return true;
  }
  if (how !== "previous" && !isEmpty && isLastStep(graph, cell.node, below)) {
    return stepBelow(editor, cell.node);
  }
  const next = how === "enter" ? (below === null ? null : cellOf(grid, below, cell.role)) : stop;
  if (next === null) return how === "enter";
  view.select(selectCell(next));
  return true;
}

/** A new activity under a row, in its lane, open to be typed in. */
export function stepBelow(editor: Editor, after: NodeKey): boolean {
  const { document, edit } = editor.draft.getState();
  const { graph } = document;
  const anchor = graph.nodes.find(({ key }) => key === after);
  const lane = anchor?.parts[0]?.lane ?? laneAbove(graph, after) ?? graph.lanes[0]?.key ?? null;
  const node = activityView.create(newKey("n"), lane);
  if (
    !edit(
      addStep(graph, after, node, [], () => newKey("e")),
      freshTag(node.key),
    )
  )
    return false;
  openFresh(editor, node.key);
  return true;
}

/** Opens the step that has just been made, empty still. */
export function openFresh(editor: Editor, key: NodeKey): void {
  const view = editor.view.getState();
  const cell: Cell = { node: key, role: "activity", lane: null };
  flushSync(() => {
    view.select(selectCell(cell));
    view.setFresh(key);
  });
  openCell(editor, cell, "end");
}

/** Takes the empty step away again, as if it had never been made. */
export function dropFresh(editor: Editor): void {
  const { draft, view } = editor;
  const { fresh } = view.getState();
  if (fresh === null) return;
  view.getState().setFresh(null);
  const { undoSteps, undo, edit, document } = draft.getState();
  if (undoSteps.at(-1)?.tag === freshTag(fresh)) undo();
  else edit(removeSteps(document.graph, [fresh]));
}

export function isFreshAndEmpty(editor: Editor, key: NodeKey): boolean {
  if (editor.view.getState().fresh !== key) return false;
  const node = editor.draft.getState().document.graph.nodes.find((one) => one.key === key);
  return node !== undefined && isBlank(node);
}

export const freshTag = (key: NodeKey): string => `fresh:${key}`;

const isBlank = (node: GraphNode): boolean =>
  node.kind === "activity" &&
  node.text.trim() === "" &&
  node.requirements.length === 0 &&
  node.outputs.length === 0 &&
  node.standardTime === null &&
  node.remarks === null;

/** Whether the form ends below this row: with nothing, or with an end that has no work in it. */
function isLastStep(graph: Graph, key: NodeKey, below: NodeKey | null): boolean {
  const node = graph.nodes.find((one) => one.key === key);
  if (node === undefined || kindOf(node).ends) return false;
  const next = graph.nodes.find((one) => one.key === below);
  return next === undefined || (kindOf(next).ends && !kindOf(next).isNumbered(next));
}

/** Under a bar, which stands in no lane, the lane of the row above it. */
function laneAbove(graph: Graph, key: NodeKey): string | null {
  const at = graph.nodes.findIndex((node) => node.key === key);
  return graph.nodes.slice(0, at).findLast(({ parts }) => parts.length > 0)?.parts[0]?.lane ?? null;
}
