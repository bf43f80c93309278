import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { SecretOnce } from "./secret-once.js";
import { rotateWebhookSecretMutation } from "./webhook-operations.js";

/** Asks once more, and then shows the new secret, once. */
export function RotateDialog(props: { webhook: WebhookFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { webhook, onClose } = props;
  const [busy, rotate] = useAction(rotateWebhookSecretMutation);
  const [secret, setSecret] = useState<string | null>(null);
  const submit = async () => {
    const result = await rotate({ input: { webhookId: webhook.id } });
    if (result.ok) setSecret(result.payload.secret ?? null);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("webhooks.rotate")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {secret === null ? (
        <Stack>
          <Text>{t("webhooks.rotateText")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button loading={busy} onClick={() => void submit()}>
              {t("webhooks.rotate")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <SecretOnce secret={secret} hint={t("webhooks.secretOnce")} onDone={onClose} />
      )}
    </Modal>
  );
}
