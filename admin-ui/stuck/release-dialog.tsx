import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StuckItem } from "./stuck-operations.js";
import type { StuckActs } from "./use-stuck-acts.js";

/** Takes a task from somebody only after it was said from whom, and what becomes of it. */
export function ReleaseDialog(props: { item: StuckItem; acts: StuckActs; onClose: () => void }) {
  const { t } = useTranslation();
  const { item, acts, onClose } = props;
  const { task } = item;
  const position = task?.lane.position?.name ?? t("stuck.kind.REQUESTERS");
  const release = async () => {
    await acts.release();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("stuck.release.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{t("stuck.release.text", { name: task?.assignee?.name ?? "", position })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          <Button loading={acts.isBusy} onClick={() => void release()} data-autofocus>
            {t("stuck.action.RELEASE")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
