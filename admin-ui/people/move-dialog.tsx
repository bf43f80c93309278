import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ActionError } from "../app/read-action.js";
import { showsOffices, showsPositions } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { officeBookQuery } from "../offices/office-operations.js";
import { fieldErrors } from "../positions/field-errors.js";
import { movePersonMutation, type PersonView } from "./person-operations.js";

/** To another office, saying what ends with that. */
export function MoveDialog(props: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation();
  const { person, onClose } = props;
  const [{ data }] = useQuery({ query: officeBookQuery, context: showsOffices });
  const [busy, move] = useAction(movePersonMutation, { quiet: true, context: showsPositions });
  const [officeId, setOffice] = useState<string | null>(null);
  const [endAppointments, setEnding] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, ["officeId", "endAppointments"]);
  const held = (person.appointments ?? []).filter(({ state }) => state !== "PAST");
  const lost = (person.roles ?? []).filter((role) => role !== "ADMIN");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (officeId === null) return;
    const { id: personId, revision } = person;
    const result = await move({ input: { personId, revision, officeId, endAppointments } });
    if (!result.ok) return setErrors(result.errors);
    const count = result.payload.releasedTasks ?? 0;
    notifications.show({
      message: count === 0 ? t("people.moved") : t("people.movedTasks", { count }),
    });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("people.move")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <Select
            label={t("people.moveTo")}
            required
            value={officeId}
            error={faults.of("officeId")}
            data={(data?.offices ?? [])
              .filter(({ id }) => id !== person.office.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOffice}
          />
          {held.length > 0 && (
            <Checkbox
              label={t("people.moveEnds", {
                positions: held.map(({ position }) => position.name).join(", "),
              })}
              description={t("people.moveEndsHint")}
              checked={endAppointments}
              error={faults.of("endAppointments")}
              onChange={(event) => setEnding(event.currentTarget.checked)}
            />
          )}
          {lost.length > 0 && (
            <Text size="sm">
              {t("people.moveRoles", { roles: lost.map((role) => t(`role.${role}`)).join(", ") })}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy} disabled={officeId === null}>
              {t("people.move")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
