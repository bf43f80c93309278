import { Alert, Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { suggestUsername } from "../../domain/index.js";
import type { ActionError } from "../app/read-action.js";
import { useMe } from "../app/session.js";
import { showsOffices, showsPeople } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import type { Role } from "../generated/graphql.js";
import { officeBookQuery } from "../offices/office-operations.js";
import { fieldErrors } from "../positions/field-errors.js";
import type { HandedOut } from "./password-modal.js";
import { PersonFields, type PersonWords } from "./person-fields.js";
import { createPersonMutation } from "./person-operations.js";
import { RoleBoxes } from "./role-boxes.js";

const shown = ["name", "username", "nip", "roles", "officeId"];

/** Gives somebody an account. */
export function NewPersonDialog(props: {
  /** The office that is chosen at first; `null`: one's own. */
  officeId: string | null;
  onClose: () => void;
  onPassword: (handedOut: HandedOut) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const [{ data }] = useQuery({ query: officeBookQuery, context: showsOffices });
  const [busy, create] = useAction(createPersonMutation, { quiet: true, context: showsPeople });
  const key = useActionKey();
  const [officeId, setOffice] = useState(props.officeId ?? me.office.id);
  const [words, setWords] = useState<PersonWords>({ name: "", username: "", nip: "" });
  const [roles, setRoles] = useState<Role[]>([]);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const change = (next: PersonWords) => {
    // The suggestion follows the name until somebody writes a username themselves.
    const isSuggested = words.username === "" || words.username === suggestUsername(words.name);
    const follows = isSuggested && next.username === words.username && next.name.trim() !== "";
    setWords(follows ? { ...next, username: suggestUsername(next.name) } : next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, username } = words;
    const made = { officeId, name, username, nip: words.nip.trim() || null, roles };
    const result = await create({ input: { ...made, idempotencyKey: key.of(made) } });
    if (!result.ok) return setErrors(result.errors);
    key.done();
    const { person, temporaryPassword } = result.payload;
    if (person !== null && temporaryPassword !== null) {
      props.onPassword({ name: person.name, password: temporaryPassword });
    }
    props.onClose();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("people.new")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <PersonFields words={words} errorOf={faults.of} onChange={change} />
          <Select
            label={t("people.office")}
            allowDeselect={false}
            value={officeId}
            error={faults.of("officeId")}
            data={(data?.offices ?? [me.office]).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            onChange={(id) => id !== null && setOffice(id)}
          />
          <RoleBoxes value={roles} error={faults.of("roles")} onChange={setRoles} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("people.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
