import { ActionIcon, Popover, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NoteIcon } from "../../app/icons.js";
import { NewNote } from "./new-note.js";
import { isAt } from "./note-place.js";
import { NoteRow } from "./note-row.js";
import { useNotesHere } from "./notes-context.js";
import "./notes.css";

/**
 * The open notes on a field of the first page, under it, and a button that writes one. `path` is
 * the field's path in the document.
 */
export function FieldNotes({ path, label }: { path: string; label: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const all = useNotesHere();
  if (all === null) return null;
  const target = { targetType: "FIELD" as const, targetKey: path };
  const notes = all.notes.filter((note) => !note.resolved && isAt(note, target));
  return (
    <>
      {all.canAdd && (
        <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus>
          <Popover.Target>
            <Tooltip label={t("notes.addTo", { name: label })}>
              <ActionIcon
                className="field-note-button"
                variant="subtle"
                color="gray"
                aria-label={t("notes.addTo", { name: label })}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                <NoteIcon />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown aria-label={t("notes.addTo", { name: label })}>
            <NewNote target={target} place={label} isOpen onDone={() => setOpen(false)} />
          </Popover.Dropdown>
        </Popover>
      )}
      {notes.length > 0 && (
        <div className="field-notes">
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} />
          ))}
        </div>
      )}
    </>
  );
}
