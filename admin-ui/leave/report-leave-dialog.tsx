import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../app/office-moment.js";
import type { ActionError } from "../app/read-action.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useNow } from "../app/use-format.js";
import { DayFields, type DayRange } from "../positions/day-fields.js";
import { fieldErrors } from "../positions/field-errors.js";
import { PersonSelect } from "../positions/person-select.js";
import { reportLeaveMutation } from "./leave-operations.js";

/** From when to when one is away, who stands in, and for which of one's positions. */
export function ReportLeaveDialog(props: {
  positions: readonly { readonly id: string; readonly name: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const { positions, onClose } = props;
  const today = localTime(useNow(), me.office.timeZone).slice(0, 10);
  const [busy, report] = useAction(reportLeaveMutation, { quiet: true });
  const [days, setDays] = useState<DayRange>({ firstDay: today, lastDay: "" });
  const [standInId, setStandIn] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>(positions.map(({ id }) => id));
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, ["firstDay", "lastDay", "standInId"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setErrors([]);
    if (standInId === null) return;
    const positionIds = chosen.length === positions.length ? null : chosen;
    const result = await report({ input: { ...days, standInId, positionIds } });
    if (!result.ok) {
      setErrors(result.errors);
      return;
    }
    notifications.show({ message: t("leave.reported") });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("leave.report")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <PersonSelect
            label={t("leave.standInLabel")}
            officeId={me.office.id}
            without={[me.id]}
            value={standInId}
            error={faults.of("standInId")}
            onChange={setStandIn}
          />
          <DayFields days={days} onDays={setDays} today={today} errorOf={faults.of} />
          {positions.length > 1 && (
            <Checkbox.Group label={t("leave.positions")} value={chosen} onChange={setChosen}>
              <Stack gap={8} mt={8}>
                {positions.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Text size="sm" className="quiet">
            {t("leave.stillMay")}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={standInId === null || chosen.length === 0}
            >
              {t("leave.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
