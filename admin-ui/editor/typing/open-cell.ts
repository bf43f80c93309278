import { flushSync } from "react-dom";
import { kindOf } from "../../../domain/index.js";
import type { TypingHow } from "../editor-view.js";
import type { Editor } from "../editor-context.js";
import type { Cell } from "../selection.js";

/**
 * Opens a cell to be typed in, where there is something to type. The field has the focus when this
 * returns: the key that opened it is then typed into it by the browser itself, accents, input
 * methods and all.
 */
export function openCell(editor: Editor, cell: Cell, how: TypingHow): boolean {
  const { graph } = editor.draft.getState().document;
  const node = graph.nodes.find(({ key }) => key === cell.node);
  if (node === undefined || cell.role === "number") return false;
  const kind = kindOf(node);
  const isSymbol = cell.role === "lane";
  if (how === "arrows" && kind.edgesOut.max === 0) return false;
  // A bar has nothing but its arrows; a step without work has no standard.
  if (!kind.standsInRow && how !== "arrows") return openCell(editor, cell, "arrows");
  const hasStandard = kind.opens(node) !== "NOTHING";
  if (!isSymbol && cell.role !== "activity" && cell.role !== "remarks" && !hasStandard)
    return false;
  const asksOutcomes = isSymbol && how === "end" && kind.namesOutcomes;
  flushSync(() => editor.view.getState().type(cell, asksOutcomes ? "arrows" : how));
  return true;
}
