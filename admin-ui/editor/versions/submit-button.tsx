import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/use-action.js";
import { submitVersionMutation } from "../sop-operations.js";

/** Hands the draft to the approver, once all of it is on the server. */
export function SubmitButton(props: {
  versionId: string;
  /** Saves what is unsaved; the revision to submit, or `null` where saving failed. */
  prepare: () => Promise<number | null>;
}) {
  const { t } = useTranslation();
  const [busy, submit] = useAction(submitVersionMutation);
  const onClick = async () => {
    const revision = await props.prepare();
    if (revision === null) {
      notifications.show({ color: "red", message: t("submission.unsaved") });
      return;
    }
    const result = await submit({ input: { versionId: props.versionId, revision } });
    if (result.ok) notifications.show({ message: t("submission.done") });
  };
  return (
    <Button size="xs" fz="sm" variant="default" loading={busy} onClick={() => void onClick()}>
      {t("submission.submit")}
    </Button>
  );
}
