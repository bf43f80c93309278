import { Alert, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import type { VersionData } from "../sop-operations.js";

/** Why the approver sent this draft back; it stands over the form until it is submitted again. */
export function SentBackNotice({ version }: { version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sentBack } = version;
  if (sentBack === null) return null;
  const { by, at, reason } = sentBack;
  const when = format.dateTime(at);
  return (
    <Alert color="orange" variant="light" role="status" mb="sm" title={t("sendBack.noticeTitle")}>
      <Text size="sm" className="said-reason">
        {reason}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {by?.name ?? t("account.asSystem")} · {when}
      </Text>
    </Alert>
  );
}
