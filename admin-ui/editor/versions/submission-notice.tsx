import { Alert, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/use-action.js";
import { useFormat } from "../../app/use-format.js";
import { withdrawSubmissionMutation, type SopData, type VersionData } from "../sop-operations.js";
import { CompareButton } from "./compare-button.js";
import { SendBackButton } from "./send-back-button.js";

/** That a version waits for the approver: what to do about it, by who is reading. */
export function SubmissionNotice(props: {
  sop: SopData;
  version: VersionData;
  /** Whether it has problems that keep it from being enacted. */
  isBlocked: boolean;
  onEnact: () => void;
}) {
  const { sop, version, isBlocked } = props;
  const { submission } = version;
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, withdraw] = useAction(withdrawSubmissionMutation);
  const takeBack = async () => {
    const { id, revision } = version;
    const result = await withdraw({ input: { versionId: id, revision } });
    if (result.ok) notifications.show({ message: t("submission.withdrawn") });
  };
  return (
    <Alert color="yellow" variant="light" role="status" mb="sm" title={t("submission.title")}>
      <Text size="sm">
        {t(
          !sop.canEnact
            ? "submission.waits"
            : isBlocked
              ? "submission.toSendBack"
              : "submission.toApprove",
        )}
      </Text>
      {submission !== null && (
        <>
          {submission.message !== null && (
            <Text size="sm" className="said-reason" mt={6}>
              {submission.message}
            </Text>
          )}
          <Text size="sm" c="dimmed" mt={4}>
            {submission.by?.name ?? t("account.asSystem")} · {format.dateTime(submission.at)}
          </Text>
        </>
      )}
      <Group gap={8} mt="xs">
        {sop.canEnact && (
          <Button
            size="xs"
            fz="sm"
            variant={isBlocked ? "default" : "filled"}
            onClick={props.onEnact}
          >
            {t("editor.enact")}
          </Button>
        )}
        {sop.versions.length > 1 && <CompareButton sopId={sop.id} versionId={version.id} />}
        {sop.canEnact && <SendBackButton version={version} />}
        {sop.canEdit && (
          <Button
            size="xs"
            fz="sm"
            variant="default"
            loading={busy}
            onClick={() => void takeBack()}
          >
            {t("submission.withdraw")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
