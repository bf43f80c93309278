import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../app/office-moment.js";
import type { ActionError } from "../app/read-action.js";
import { useAction } from "../app/use-action.js";
import { useFormat, useNow } from "../app/use-format.js";
import type { AppointmentFieldsFragment } from "../generated/graphql.js";
import { DayFields, type DayRange } from "./day-fields.js";
import { fieldErrors } from "./field-errors.js";
import { changeAppointmentMutation } from "./position-operations.js";

/** Other dates; the first day only for what has not begun. */
export function ChangeDatesDialog(props: {
  appointment: AppointmentFieldsFragment;
  timeZone: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { appointment, onClose } = props;
  const today = localTime(useNow(), props.timeZone).slice(0, 10);
  const hasBegun = appointment.state === "CURRENT";
  const [busy, change] = useAction(changeAppointmentMutation, { quiet: true });
  const [days, setDays] = useState<DayRange>({
    firstDay: appointment.firstDay ?? "",
    lastDay: appointment.lastDay ?? "",
  });
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, hasBegun ? ["lastDay"] : ["firstDay", "lastDay"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setErrors([]);
    const result = await change({
      input: {
        appointmentId: appointment.id,
        firstDay: hasBegun ? null : days.firstDay,
        lastDay: days.lastDay === "" ? null : days.lastDay,
      },
    });
    if (result.ok) onClose();
    else setErrors(result.errors);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("positions.change")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <Text>
            {t("positions.holds", {
              name: appointment.person.name,
              capacity: t(`capacity.${appointment.capacity}`),
            })}
            {hasBegun &&
              appointment.firstDay !== null &&
              ` ${t("positions.hasBegun", { date: format.day(appointment.firstDay) })}`}
          </Text>
          <DayFields
            days={days}
            onDays={setDays}
            today={today}
            isFirstFixed={hasBegun}
            isLastOptional={appointment.capacity === "DEFINITIVE"}
            errorOf={faults.of}
          />
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
