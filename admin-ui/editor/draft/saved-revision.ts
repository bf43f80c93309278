import type { DraftStore } from "./draft-store.js";

/** Saves what is unsaved; the revision on the server then, or `null` where saving failed. */
export async function savedRevision(draft: DraftStore): Promise<number | null> {
  return (await draft.getState().flush()) ? draft.getState().revision : null;
}
