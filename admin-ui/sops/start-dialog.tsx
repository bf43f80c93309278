import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { startInstanceMutation } from "./sop-operations.js";

/** Begins a case. The front desk may begin it for somebody who has no account. */
export function StartDialog(props: {
  sop: { readonly id: string; readonly title: string };
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [busy, start] = useAction(startInstanceMutation, { quiet: true });
  const [title, setTitle] = useState("");
  const [requesterName, setRequesterName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const key = useRef(newIdempotencyKey());
  const onBehalf = me.roles.includes("FRONT_DESK");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await start({
      input: {
        sopId: props.sop.id,
        title: title.trim() === "" ? null : title.trim(),
        requesterName: onBehalf && requesterName.trim() !== "" ? requesterName.trim() : null,
        idempotencyKey: key.current,
      },
    });
    if (!result.ok) {
      setFault(result.errors.map((error) => error.message).join(" "));
      if (!result.errors.some((error) => error.code === "NETWORK"))
        key.current = newIdempotencyKey();
      return;
    }
    const instance = result.payload.instance;
    if (instance === null) return;
    const mine = instance.openTasks.find((task) => task.canComplete);
    await navigate(
      mine === undefined
        ? `/berkas/${encodeURIComponent(instance.id)}`
        : `/tugas/${encodeURIComponent(mine.id)}`,
    );
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("start.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text fw={600}>{props.sop.title}</Text>
          {fault !== null && (
            <Alert color="red" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          <TextInput
            label={t("start.caseTitle")}
            description={t("start.caseTitleHint")}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {onBehalf && (
            <TextInput
              label={t("start.requesterName")}
              description={t("start.requesterNameHint")}
              value={requesterName}
              onChange={(event) => setRequesterName(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("sops.start")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
