import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { showsWebhooks } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { deleteWebhookMutation } from "./webhook-operations.js";

/** Asks once more before it is told nothing any more. */
export function RemoveDialog(props: { webhook: WebhookFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { webhook, onClose } = props;
  const navigate = useNavigate();
  const [busy, remove] = useAction(deleteWebhookMutation, { context: showsWebhooks });
  const submit = async () => {
    const result = await remove({ input: { webhookId: webhook.id } });
    if (result.ok) await navigate("/webhook", { replace: true });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("webhooks.remove")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{t("webhooks.removeText", { name: webhook.name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          <Button color="red" loading={busy} onClick={() => void submit()}>
            {t("webhooks.remove")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
