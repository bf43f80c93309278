import { Alert, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAction } from "../../app/use-action.js";
import { withdrawSubmissionMutation, type SopData, type VersionData } from "../sop-operations.js";
import { compareLink } from "./compare-sides.js";

/** That a version waits for the approver: what to do about it, by who is reading. */
export function SubmissionNotice(props: {
  sop: SopData;
  version: VersionData;
  onEnact: () => void;
}) {
  const { sop, version } = props;
  const { t } = useTranslation();
  const [busy, withdraw] = useAction(withdrawSubmissionMutation);
  const takeBack = async () => {
    const { id, revision } = version;
    const result = await withdraw({ input: { versionId: id, revision } });
    if (result.ok) notifications.show({ message: t("submission.withdrawn") });
  };
  return (
    <Alert color="yellow" variant="light" role="status" mb="sm" title={t("submission.title")}>
      <Text size="sm">{sop.canEnact ? t("submission.toApprove") : t("submission.waits")}</Text>
      {(sop.canEnact || sop.canEdit) && (
        <Group gap={8} mt="xs">
          {sop.canEnact && (
            <Button size="xs" fz="sm" onClick={props.onEnact}>
              {t("editor.enact")}
            </Button>
          )}
          <Button
            size="xs"
            fz="sm"
            variant="default"
            component={Link}
            to={compareLink(sop.id, null, { versionId: version.id, revision: null })}
          >
            {t("compare.open")}
          </Button>
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
      )}
    </Alert>
  );
}
