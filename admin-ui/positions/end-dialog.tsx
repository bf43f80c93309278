import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { AppointmentFieldsFragment } from "../generated/graphql.js";
import { endAppointmentMutation } from "./position-operations.js";

/** Asks once more before somebody holds it no longer, or never will. */
export function EndDialog(props: { appointment: AppointmentFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { appointment, onClose } = props;
  const [busy, end] = useAction(endAppointmentMutation);
  const isAhead = appointment.state === "UPCOMING";
  const { name } = appointment.person;
  const submit = async () => {
    const result = await end({ input: { appointmentId: appointment.id } });
    if (result.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isAhead ? t("positions.withdraw") : t("positions.endNow")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>
          {isAhead ? t("positions.withdrawText", { name }) : t("positions.endText", { name })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          <Button color="red" loading={busy} onClick={() => void submit()}>
            {isAhead ? t("positions.withdraw") : t("positions.endNow")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
