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
  const apart = apartFrom(editsBetween(before, after));
  const kept: Step[] = [];
  let [from, onto] = [before, after];
  for (const step of steps.toReversed()) {
    const edits = editsOf(step);
    const back = applyEdits(from, edits);
    if (!back.ok) break;
    // Merging compares whole documents; of a long day's steps that is felt.
    const same = edits.every(apart) ? applyEdits(onto, edits) : null;
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

/**
 * Which edits mean the same before and after what others did: those of elements that the others did
 * not touch and, where no element came, went or moved, those of places, too. What is gone must not
 * be spoken of again, and what theirs now speak of not be taken away.
 */
function apartFrom(theirs: readonly DocumentEdit[]): (edit: DocumentEdit) => boolean {
  const touched = new Set(theirs.map(placeOf));
  const isInPlace = theirs.every(({ op }) => op !== "ADD" && op !== "REMOVE" && op !== "MOVE");
  const spoken = new Set(theirs.flatMap(keysIn));
  const gone = new Set(theirs.flatMap((edit) => (edit.op === "REMOVE" ? edit.key : [])));
  return (edit) => {
    if (touched.has(placeOf(edit))) return false;
    if (!("in" in edit) || edit.op === "UPDATE") {
      return gone.size === 0 || !keysIn(edit).some((key) => gone.has(key));
    }
    return isInPlace && !(edit.op === "REMOVE" && spoken.has(edit.key));
  };
}

/** All words that might be keys of other elements. */
function keysIn(edit: DocumentEdit): readonly string[] {
  const words: string[] = [];
  JSON.stringify("value" in edit ? edit.value : null, (_, value: unknown) => {
    if (typeof value === "string") words.push(value);
    return value;
  });
  return words;
}

const placeOf = (edit: DocumentEdit): string =>
  "in" in edit ? `${edit.in}/${edit.op === "ADD" ? edit.value.key : edit.key}` : edit.op;
