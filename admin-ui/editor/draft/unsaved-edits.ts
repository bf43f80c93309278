import {
  applyEdits,
  isSameValue,
  type DocumentEdit,
  type SopDocument,
} from "../../../domain/index.js";
import type { DraftStore } from "./draft-store.js";

/** Edits that the server did not have when this browser last wrote them down. */
export interface UnsavedEdits {
  /** Which open editor they are of. */
  readonly editor: string;
  /** The revision that they were made on. */
  readonly revision: number;
  readonly edits: readonly DocumentEdit[];
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What one person's editors of one draft wrote down in this browser. */
export interface UnsavedShelf {
  read(): readonly UnsavedEdits[];
  /** Without edits: forgets those of that editor. */
  write(unsaved: UnsavedEdits): void;
}

export function unsavedShelf(storage: Shelf, personId: string, versionId: string): UnsavedShelf {
  const prefix = `alur.unsaved:${personId}:${versionId}:`;
  return {
    read() {
      try {
        const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
        return names
          .filter((name) => name.startsWith(prefix))
          .flatMap((name) => parsed(storage.getItem(name), name.slice(prefix.length)));
      } catch {
        return [];
      }
    },
    write({ editor, revision, edits }) {
      try {
        if (edits.length === 0) storage.removeItem(prefix + editor);
        else storage.setItem(prefix + editor, JSON.stringify({ revision, edits }));
      } catch {
        // A browser that keeps nothing still has them on the screen, and asks before it is closed.
      }
    },
  };
}

function parsed(text: string | null, editor: string): readonly UnsavedEdits[] {
  try {
    const { revision, edits } = JSON.parse(text ?? "") as Partial<UnsavedEdits>;
    return typeof revision === "number" && Array.isArray(edits)
      ? [{ editor, revision, edits: edits as readonly DocumentEdit[] }]
      : [];
  } catch {
    return [];
  }
}

const writeAfter = 200;

/**
 * Writes down what the server does not have, a moment after each change and at once when asked.
 * What a conflict keeps is kept elsewhere, for the person to decide about.
 */
export function keepUnsaved(store: DraftStore, shelf: UnsavedShelf, editor: string): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { pending, revision, saveState } = store.getState();
    shelf.write({ editor, revision, edits: saveState === "conflict" ? [] : pending });
  };
  store.subscribe((draft, last) => {
    if (draft.pending === last.pending && draft.saveState === last.saveState) return;
    if (draft.pending.length === 0 || draft.saveState === "conflict") write();
    else timer ??= setTimeout(write, writeAfter);
  });
  return write;
}

/** What becomes of edits that were left behind, now that the draft is open again. */
export interface Recovered {
  /** To be applied at once: nobody has changed the draft since. */
  readonly apply: readonly DocumentEdit[];
  /** To be offered: somebody has, and the person decides. */
  readonly offer: readonly DocumentEdit[];
}

/**
 * Sorts out edits that were left behind. Those that had arrived, though the answer had not, are in
 * the draft already and are dropped.
 */
export function recovered(
  document: SopDocument,
  revision: number,
  left: Pick<UnsavedEdits, "revision" | "edits">,
): Recovered {
  if (left.revision === revision) return { apply: left.edits, offer: [] };
  const missing = left.edits.findIndex((edit, at) => !hasArrived(document, edit, left.edits, at));
  const rest = missing === -1 ? [] : left.edits.slice(missing);
  // One save since, and it was the beginning of these: nobody else has been here.
  const wasOurs = missing !== 0 && revision === left.revision + 1;
  return wasOurs ? { apply: rest, offer: [] } : { apply: [], offer: rest };
}

/** Whether the document is as the edit wants it, or as a later one of the same element does. */
function hasArrived(
  document: SopDocument,
  edit: DocumentEdit,
  all: readonly DocumentEdit[],
  at: number,
): boolean {
  const later = all.slice(at + 1);
  if (!("in" in edit)) {
    return later.some(({ op }) => op === edit.op) || changesNothing(document, edit);
  }
  const key = keyOf(edit);
  const exists = document.graph[edit.in].some((element) => element.key === key);
  const last = later.findLast(
    (other) => "in" in other && other.in === edit.in && keyOf(other) === key,
  );
  if ((last ?? edit).op === "REMOVE") return !exists;
  // Keys are never given twice: an element of this key is the one that was added.
  return exists && (last !== undefined || edit.op === "ADD" || changesNothing(document, edit));
}

type ElementEdit = Extract<DocumentEdit, { in: string }>;

const keyOf = (edit: ElementEdit): string => (edit.op === "ADD" ? edit.value.key : edit.key);

function changesNothing(document: SopDocument, edit: DocumentEdit): boolean {
  const result = applyEdits(document, [edit]);
  return result.ok && isSameValue(result.document, document);
}
