import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ActionError } from "../app/read-action.js";
import { showsPeople } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { fieldErrors } from "../positions/field-errors.js";
import { type PersonView, setPersonRolesMutation } from "./person-operations.js";
import { RoleBoxes } from "./role-boxes.js";

/** Which roles somebody has from now on. */
export function RolesDialog(props: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation();
  const { person, onClose } = props;
  const [busy, setPersonRoles] = useAction(setPersonRolesMutation, {
    quiet: true,
    context: showsPeople,
  });
  const [roles, setRoles] = useState([...(person.roles ?? [])]);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, ["roles"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { id: personId, revision } = person;
    const result = await setPersonRoles({ input: { personId, revision, roles } });
    if (result.ok) onClose();
    else setErrors(result.errors);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("people.editRoles")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <RoleBoxes value={roles} error={faults.of("roles")} onChange={setRoles} />
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
