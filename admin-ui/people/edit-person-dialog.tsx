import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ActionError } from "../app/read-action.js";
import { showsPeople } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { fieldErrors } from "../positions/field-errors.js";
import { PersonFields, type PersonWords } from "./person-fields.js";
import { type PersonView, updatePersonMutation } from "./person-operations.js";

const shown = ["name", "username", "nip"];

/** Corrects what somebody is called. */
export function EditPersonDialog(props: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation();
  const { person, onClose } = props;
  const [busy, update] = useAction(updatePersonMutation, { quiet: true, context: showsPeople });
  const [words, setWords] = useState<PersonWords>({
    name: person.name,
    username: person.username ?? "",
    nip: person.nip ?? "",
  });
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, username } = words;
    const input = { name, username, nip: words.nip.trim() || null };
    const { id: personId, revision } = person;
    const result = await update({ input: { ...input, personId, revision } });
    if (result.ok) onClose();
    else setErrors(result.errors);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("people.edit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <PersonFields words={words} errorOf={faults.of} onChange={setWords} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
