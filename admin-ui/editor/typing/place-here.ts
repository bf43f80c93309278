import { placeInLane } from "../changes/place-steps.js";
import type { Editor } from "../editor-context.js";
import type { Cell } from "../selection.js";

/**
 * Puts the row's symbol into the active lane, where it does not stand yet. `together`: into this
 * lane besides the others, or, where it stands here, out of it.
 */
export function placeHere(editor: Editor, cell: Cell, together: boolean): boolean {
  const { document, edit } = editor.draft.getState();
  const node = document.graph.nodes.find(({ key }) => key === cell.node);
  if (cell.role !== "lane" || cell.lane === null || node === undefined) return false;
  if (!together && node.parts.some(({ lane }) => lane === cell.lane)) return false;
  return edit(placeInLane(document.graph, node, cell.lane, together));
}
