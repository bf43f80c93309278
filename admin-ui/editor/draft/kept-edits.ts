import type { DocumentEdit } from "../../../domain/index.js";
import type { DraftStore } from "./draft-store.js";

/** One person's edits of one draft that are not on the server, kept in this browser. */
export interface KeptEdits {
  read(): readonly DocumentEdit[];
  /** Keeps these instead; an empty list forgets. */
  write(edits: readonly DocumentEdit[]): void;
}

export function keptEdits(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  personId: string,
  versionId: string,
): KeptEdits {
  const name = `alur.draft:${personId}:${versionId}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(name) ?? "[]");
        return Array.isArray(kept) ? (kept as readonly DocumentEdit[]) : [];
      } catch {
        return [];
      }
    },
    write(edits) {
      try {
        if (edits.length === 0) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(edits));
      } catch {
        // A browser that keeps nothing still has the edits on the screen, to be downloaded there.
      }
    },
  };
}

/** From a conflict on, keeps what the server does not have, after what was kept before it. */
export function keepOnConflict(store: DraftStore, kept: KeptEdits): void {
  let before: readonly DocumentEdit[] = [];
  store.subscribe((draft, last) => {
    if (draft.saveState !== "conflict") return;
    const isNew = last.saveState !== "conflict";
    if (isNew) before = kept.read();
    if (isNew || draft.pending !== last.pending) kept.write([...before, ...draft.pending]);
  });
}
