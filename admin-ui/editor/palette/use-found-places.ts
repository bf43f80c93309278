import { useDeferredValue, useMemo } from "react";
import { useDraft, useView } from "../editor-context.js";
import { useNotesHere } from "../notes/notes-context.js";
import { findPlaces, type FoundPlace } from "./find-places.js";

/** What was found for the words in the find bar; none while it is closed. */
export function useFoundPlaces(): readonly FoundPlace[] {
  const words = useView(({ finding }) => finding?.words ?? "");
  const document = useDeferredValue(useDraft((draft) => draft.document));
  const notes = useNotesHere()?.notes;
  return useMemo(() => findPlaces(document, notes ?? [], words), [document, notes, words]);
}
