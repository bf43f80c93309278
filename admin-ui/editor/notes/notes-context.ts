import { createContext, useContext } from "react";
import type { NoteData } from "./note-operations.js";
import type { NoteTarget } from "./note-place.js";

/** The review notes of one version, and what may be done with them. */
export interface VersionNotes {
  readonly notes: readonly NoteData[];
  /** Whether notes can be written on this version. */
  readonly canAdd: boolean;
  /** `false` where it was refused; the reason has been shown. */
  add(target: NoteTarget, field: string | null, text: string): Promise<boolean>;
  change(note: NoteData, text: string): Promise<boolean>;
  remove(note: NoteData): Promise<boolean>;
  resolve(note: NoteData, resolved: boolean): Promise<boolean>;
  /** Reads them again. */
  reload(): void;
}

export const NotesContext = createContext<VersionNotes | null>(null);

/** `null` where the page shows none. */
export const useNotesHere = (): VersionNotes | null => useContext(NotesContext);

export function useNotes(): VersionNotes {
  const notes = useContext(NotesContext);
  if (notes === null) throw new Error("No version's notes are here");
  return notes;
}
