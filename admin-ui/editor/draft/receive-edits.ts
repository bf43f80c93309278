import {
  applyEdits,
  editsBetween,
  mergeDocuments,
  type DocumentEdit,
  type SopDocument,
} from "../../../domain/index.js";

/** What is drawn here, and how far the server has it. */
export interface LocalDraft {
  /** As the server last had it. */
  readonly base: SopDocument;
  /** `base` with `pending`. */
  readonly document: SopDocument;
  readonly pending: readonly DocumentEdit[];
}

/**
 * The draft with what others saved since `base`, and the pending edits said anew on top of it;
 * `null` where both changed the same thing, or where the edits are of another draft than this.
 */
export function receiveEdits(draft: LocalDraft, edits: readonly DocumentEdit[]): LocalDraft | null {
  const theirs = applyEdits(draft.base, edits);
  if (!theirs.ok) return null;
  const base = theirs.document;
  if (draft.pending.length === 0) return { base, document: base, pending: [] };
  const { document, collisions } = mergeDocuments(draft.base, base, draft.document);
  if (collisions.length > 0) return null;
  return { base, document, pending: editsBetween(base, document) };
}

/**
 * Steps back (or forth) from `before`, the last one first to be taken, as they lead back from
 * `after`, which others have changed. From the first that would undo something of theirs on, they
 * are cut off.
 */
export function carryOver<Step>(
  steps: readonly Step[],
  editsOf: (step: Step) => readonly DocumentEdit[],
  withEdits: (step: Step, edits: readonly DocumentEdit[]) => Step,
  before: SopDocument,
  after: SopDocument,
): readonly Step[] {
  const touched = new Set(editsBetween(before, after).map(placeOf));
  const kept: Step[] = [];
  let [from, onto] = [before, after];
  for (const step of steps.toReversed()) {
    const edits = editsOf(step);
    const back = applyEdits(from, edits);
    if (!back.ok) break;
    const isApart = edits.every((edit) => edit.op === "UPDATE" && !touched.has(placeOf(edit)));
    const same = isApart ? applyEdits(onto, edits) : null;
    if (same?.ok === true) {
      kept.push(step);
      onto = same.document;
    } else {
      const { document, collisions } = mergeDocuments(from, onto, back.document);
      if (collisions.length > 0) break;
      kept.push(withEdits(step, editsBetween(onto, document)));
      onto = document;
    }
    from = back.document;
  }
  return kept.toReversed();
}

const placeOf = (edit: DocumentEdit): string =>
  "in" in edit ? `${edit.in}/${edit.op === "ADD" ? edit.value.key : edit.key}` : edit.op;
