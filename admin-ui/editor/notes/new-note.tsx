import { Button, Group, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noteFieldsOf, type NoteTarget } from "./note-place.js";
import { useNotes } from "./notes-context.js";

/** A note to be written on one place; opened by a button, so that it takes no room before. */
export function NewNote(props: {
  target: NoteTarget;
  /** Written above the field, where the place is not clear from what stands around it. */
  place?: string;
  /** Open at once, without the button. */
  isOpen?: boolean;
  onDone?: () => void;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(props.isOpen === true);
  const { canAdd } = useNotes();
  if (!canAdd) return null;
  if (!isOpen) {
    return (
      <div>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t("notes.add")}
        </Button>
      </div>
    );
  }
  const close = () => {
    setOpen(props.isOpen === true);
    props.onDone?.();
  };
  return <NoteForm {...props} onClose={close} />;
}

function NoteForm(props: { target: NoteTarget; place?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { target, onClose } = props;
  const notes = useNotes();
  const [text, setText] = useState("");
  const [field, setField] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = noteFieldsOf[target.targetType];
  const save = async () => {
    setBusy(true);
    const isDone = await notes.add(target, field, text.trim());
    setBusy(false);
    if (!isDone) return;
    setText("");
    onClose();
  };
  return (
    <Stack gap={6} className="new-note">
      <Textarea
        autosize
        autoFocus
        minRows={2}
        maxRows={10}
        maxLength={4000}
        label={props.place === undefined ? t("notes.new") : t("notes.newOn", { name: props.place })}
        placeholder={t("notes.placeholder")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (text.trim() !== "") void save();
        }}
      />
      {fields.length > 0 && (
        <Select
          size="xs"
          aria-label={t("notes.field")}
          placeholder={t("notes.allFields")}
          clearable
          clearButtonProps={{ "aria-label": t("common.clear") }}
          value={field}
          onChange={setField}
          data={fields.map((value) => ({ value, label: t(`noteField.${value}`) }))}
        />
      )}
      <Group gap={6}>
        <Button
          size="compact-sm"
          loading={isBusy}
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          {t("common.save")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t("common.back")}
        </Button>
      </Group>
    </Stack>
  );
}
