import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NewNote } from "./new-note.js";
import { isAt, type NoteTarget } from "./note-place.js";
import { NoteRow } from "./note-row.js";
import { useNotesHere } from "./notes-context.js";
import "./notes.css";

/** The notes on one place, under its fields, and a new one. What is settled stays out of the way. */
export function PlaceNotes({ target }: { target: NoteTarget }) {
  const { t } = useTranslation();
  const all = useNotesHere();
  if (all === null) return null;
  const notes = all.notes.filter((note) => !note.resolved && isAt(note, target));
  if (notes.length === 0 && !all.canAdd) return null;
  return (
    <fieldset className="plain-fieldset place-notes">
      <Text component="legend" size="sm" fw={600} mb={6}>
        {t("notes.title")}
      </Text>
      {notes.map((note) => (
        <NoteRow key={note.id} note={note} />
      ))}
      <NewNote target={target} />
    </fieldset>
  );
}
