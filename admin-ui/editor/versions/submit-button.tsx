import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/use-action.js";
import { submitVersionMutation } from "../sop-operations.js";
import { ReasonDialog } from "./reason-dialog.js";

/** Hands the draft to the approver, with a word to go with it, once all of it is on the server. */
export function SubmitButton(props: {
  versionId: string;
  /** Saves what is unsaved; the revision to submit, or `null` where saving failed. */
  prepare: () => Promise<number | null>;
}) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [busy, submit] = useAction(submitVersionMutation);
  const onSubmit = async (message: string): Promise<boolean> => {
    const revision = await props.prepare();
    if (revision === null) {
      notifications.show({ color: "red", message: t("submission.unsaved") });
      return false;
    }
    const input = { versionId: props.versionId, revision };
    const result = await submit({ input, message: message === "" ? null : message });
    if (result.ok) notifications.show({ message: t("submission.done") });
    return result.ok;
  };
  return (
    <>
      <Button size="xs" fz="sm" variant="default" onClick={open}>
        {t("submission.submit")}
      </Button>
      <ReasonDialog
        opened={isOpen}
        onClose={close}
        title={t("submission.submitTitle")}
        text={t("submission.submitText")}
        label={t("submission.message")}
        submit={t("submission.submit")}
        required={false}
        busy={busy}
        onSubmit={onSubmit}
      />
    </>
  );
}
