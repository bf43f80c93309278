import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/use-action.js";
import { useActionKey } from "../../app/use-action-key.js";
import type { VersionData } from "../sop-operations.js";
import { sendBackVersionMutation } from "./lifecycle-operations.js";
import { ReasonDialog } from "./reason-dialog.js";

/** Gives a submitted version back to those who drew it, with what has to change. */
export function SendBackButton({ version }: { version: VersionData }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const key = useActionKey();
  const [busy, sendBack] = useAction(sendBackVersionMutation);
  const submit = async (reason: string): Promise<boolean> => {
    const { id: versionId, revision } = version;
    const input = { versionId, revision, reason };
    const result = await sendBack({ input: { ...input, idempotencyKey: key.of(input) } });
    if (result.ok) {
      key.done();
      notifications.show({ message: t("sendBack.done") });
    }
    return result.ok;
  };
  return (
    <>
      <Button size="xs" fz="sm" variant="default" onClick={open}>
        {t("sendBack.action")}
      </Button>
      <ReasonDialog
        opened={isOpen}
        onClose={close}
        title={t("sendBack.title")}
        text={t("sendBack.text")}
        label={t("sendBack.reason")}
        submit={t("sendBack.submit")}
        required
        busy={busy}
        onSubmit={submit}
      />
    </>
  );
}
