import { applyEdits, type DocumentEdit, type SopDocument } from "../../../domain/index.js";

/**
 * Which of these edits, one after another, still fit a document that others have changed since,
 * and which do not: their element is gone, is there already, or its place is.
 */
export function reapplyEdits(
  document: SopDocument,
  edits: readonly DocumentEdit[],
): { readonly fitting: readonly DocumentEdit[]; readonly refused: readonly DocumentEdit[] } {
  const fitting: DocumentEdit[] = [];
  const refused: DocumentEdit[] = [];
  let current = document;
  for (const edit of edits) {
    const result = applyEdits(current, [edit]);
    if (result.ok) current = result.document;
    (result.ok ? fitting : refused).push(edit);
  }
  return { fitting, refused };
}
