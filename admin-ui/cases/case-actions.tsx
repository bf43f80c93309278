import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import {
  cancelInstanceMutation,
  holdInstanceMutation,
  resumeInstanceMutation,
  type CaseView,
} from "./case-operations.js";

type Asked = "hold" | "cancel";

/** Hold, resume and cancel, each only where the server allows it; hold and cancel ask why. */
export function CaseActions({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [reason, setReason] = useState("");
  const [holding, hold] = useAction(holdInstanceMutation);
  const [resuming, resume] = useAction(resumeInstanceMutation);
  const [cancelling, cancel] = useAction(cancelInstanceMutation);
  const isOpen = item.status === "RUNNING" || item.status === "HELD";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const variables = { input: { instanceId: item.id, reason: reason.trim() } };
    const result = asked === "hold" ? await hold(variables) : await cancel(variables);
    if (result.ok) setAsked(null);
  };
  const ask = (what: Asked) => {
    setReason("");
    setAsked(what);
  };
  return (
    <>
      {item.status === "HELD" && item.canHold && (
        <Button loading={resuming} onClick={() => void resume({ input: { instanceId: item.id } })}>
          {t("case.resume")}
        </Button>
      )}
      {item.status === "RUNNING" && item.canHold && (
        <Button variant="default" onClick={() => ask("hold")}>
          {t("case.hold")}
        </Button>
      )}
      {isOpen && item.canCancel && (
        <Button variant="default" onClick={() => ask("cancel")}>
          {t("case.cancel")}
        </Button>
      )}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === "cancel" ? t("case.cancel") : t("case.hold")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <Textarea
              label={t("case.reason")}
              description={asked === "cancel" ? t("case.cancelHint") : t("case.holdHint")}
              autosize
              minRows={2}
              required
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsked(null)}>
                {t("common.back")}
              </Button>
              <Button type="submit" loading={holding || cancelling}>
                {asked === "cancel" ? t("case.cancel") : t("case.hold")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
