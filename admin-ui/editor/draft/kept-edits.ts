import type { DocumentEdit } from "../../../domain/index.js";
import type { DraftStore } from "./draft-store.js";

/** One person's edits of one draft that are not on the server, kept in this browser. */
export interface KeptEdits {
  read(): readonly DocumentEdit[];
  /** Keeps these instead; an empty list forgets. */
  write(edits: readonly DocumentEdit[]): void;
}

/** What a browser would not keep, by its name there: then this window has it, for as long as it is open. */
const unkept = new Map<string, readonly DocumentEdit[]>();

export function keptEdits(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  personId: string,
  versionId: string,
): KeptEdits {
  const name = `alur.draft:${personId}:${versionId}`;
  return {
    read() {
      const held = unkept.get(name);
      if (held !== undefined) return held;
      try {
        const kept: unknown = JSON.parse(storage.getItem(name) ?? "[]");
        return Array.isArray(kept) ? (kept as readonly DocumentEdit[]) : [];
      } catch {
        return [];
      }
    },
    write(edits) {
      unkept.delete(name);
      try {
        if (edits.length === 0) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(edits));
      } catch {
        unkept.set(name, edits);
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
