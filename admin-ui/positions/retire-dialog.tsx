import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showsPositions } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { setPositionRetiredMutation, type PositionView } from "./position-operations.js";

/** Asks once more before a position is taken out of use, saying what that does. */
export function RetireDialog(props: { position: PositionView; onClose: () => void }) {
  const { t } = useTranslation();
  const { position, onClose } = props;
  const options = { quiet: true, context: showsPositions };
  const [busy, setRetired] = useAction(setPositionRetiredMutation, options);
  const [fault, setFault] = useState<string | null>(null);
  const holders = position.appointments.filter(({ state }) => state !== "PAST");
  const submit = async () => {
    const { id: positionId, revision } = position;
    const result = await setRetired({ input: { positionId, revision, retired: true } });
    if (result.ok) onClose();
    else setFault(result.errors.map(({ message }) => message).join(" "));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("positions.retire")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Text>{t("positions.retireText", { name: position.name })}</Text>
        {holders.length > 0 && (
          <Text>
            {t("positions.retireEnds", {
              names: holders.map(({ person }) => person.name).join(", "),
            })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          <Button color="red" loading={busy} onClick={() => void submit()}>
            {t("positions.retire")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
