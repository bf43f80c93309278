import { ActionIcon, Button, Group, Menu, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DotsIcon, EditIcon, TrashIcon } from "../../app/icons.js";
import { useFormat } from "../../app/use-format.js";
import type { NoteData } from "./note-operations.js";
import { useNotes } from "./notes-context.js";

/** One note: what it says, who said it and when, and what may be done with it. */
export function NoteRow({ note }: { note: NoteData }) {
  const { t, i18n } = useTranslation();
  const notes = useNotes();
  const [isEditing, setEditing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const fieldKey = `noteField.${note.targetType === "FIELD" ? note.targetKey : note.targetField}`;
  const run = async (action: Promise<boolean>) => {
    setBusy(true);
    await action;
    setBusy(false);
  };
  if (isEditing) return <NoteEditor note={note} onDone={() => setEditing(false)} />;
  return (
    <div className="note-row" data-resolved={note.resolved || undefined} data-testid="note">
      <p>
        {i18n.exists(fieldKey) && <span className="note-field">{t(fieldKey)}</span>}
        <span className="note-text">{note.text}</span>
      </p>
      <NoteByline note={note} />
      <Group gap={6}>
        {note.canResolve && (
          <Button
            size="compact-xs"
            variant="default"
            fw={400}
            loading={isBusy}
            onClick={() => void run(notes.resolve(note, !note.resolved))}
          >
            {note.resolved ? t("notes.reopen") : t("notes.resolve")}
          </Button>
        )}
        {note.canEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t("notes.actions")}
                disabled={isBusy}
              >
                <DotsIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<EditIcon />} onClick={() => setEditing(true)}>
                {t("notes.edit")}
              </Menu.Item>
              <Menu.Item
                className="danger-item"
                leftSection={<TrashIcon />}
                onClick={() => void run(notes.remove(note))}
              >
                {t("notes.remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </div>
  );
}

function NoteByline({ note }: { note: NoteData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = note.author?.name ?? t("notes.imported");
  const at = format.dateTime(note.createdAt);
  return (
    <div className="note-byline">
      {note.author === null ? name : t("notes.byline", { name, at })}
      {note.editedAt !== null && ` · ${t("notes.edited")}`}
      {note.resolvedBy !== null &&
        ` · ${t("notes.resolvedBy", {
          name: note.resolvedBy.name,
          at: format.dateTime(note.resolvedAt ?? note.createdAt),
        })}`}
    </div>
  );
}

function NoteEditor({ note, onDone }: { note: NoteData; onDone: () => void }) {
  const { t } = useTranslation();
  const notes = useNotes();
  const [text, setText] = useState(note.text);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const isDone = await notes.change(note, text);
    setBusy(false);
    if (isDone) onDone();
  };
  return (
    <div className="note-row">
      <Textarea
        autosize
        autoFocus
        minRows={2}
        maxLength={4000}
        aria-label={t("notes.text")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Button
          size="compact-sm"
          loading={isBusy}
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          {t("common.save")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t("common.back")}
        </Button>
      </Group>
    </div>
  );
}
