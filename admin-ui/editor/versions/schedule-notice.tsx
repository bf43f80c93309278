import { Alert, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAction } from "../../app/use-action.js";
import { useFormat } from "../../app/use-format.js";
import type { SopData, VersionData } from "../sop-operations.js";
import { CompareButton } from "./compare-button.js";
import { unscheduleVersionMutation } from "./lifecycle-operations.js";
import { ReasonDialog } from "./reason-dialog.js";

/** That an enacted version waits for its day; until then it can be taken back. */
export function ScheduleNotice({ sop, version }: { sop: SopData; version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [busy, unschedule] = useAction(unscheduleVersionMutation);
  const [, setParams] = useSearchParams();
  const inForce = sop.versions.find(({ id }) => id === sop.inForce?.id);
  const date = version.inForceFrom === null ? "" : format.dateTime(version.inForceFrom);
  const cancel = async (reason: string): Promise<boolean> => {
    const result = await unschedule({ input: { versionId: version.id, reason } });
    if (!result.ok) return false;
    notifications.show({ message: t("schedule.cancelled") });
    const draft = result.payload.version;
    if (draft !== null) setParams({ versi: draft.id }, { replace: true });
    return true;
  };
  return (
    <Alert color="blue" variant="light" role="status" mb="sm" title={t("schedule.title", { date })}>
      <Text size="sm">
        {inForce === undefined
          ? t("schedule.noneBefore")
          : t("schedule.untilThen", { version: inForce.version })}
      </Text>
      <Group gap={8} mt="xs">
        <CompareButton sopId={sop.id} versionId={version.id} />
        {sop.canEnact && (
          <Button size="xs" fz="sm" variant="default" onClick={open}>
            {t("schedule.cancel")}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={isOpen}
        onClose={close}
        title={t("schedule.cancelTitle")}
        text={t("schedule.cancelText")}
        label={t("sendBack.reason")}
        submit={t("schedule.cancel")}
        required
        danger
        busy={busy}
        onSubmit={cancel}
      />
    </Alert>
  );
}
