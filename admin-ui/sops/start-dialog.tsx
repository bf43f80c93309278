import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { ReceiptDialog } from "../receipts/receipt-dialog.js";
import { slipOf } from "../receipts/slip-of.js";
import type { Slip } from "../receipts/receipt-slip.js";
import { startInstanceMutation } from "./sop-operations.js";

/**
 * Begins a case. The front desk may begin it for somebody who has no account, and then hands over a
 * receipt, whose secret is shown only now.
 */
export function StartDialog(props: {
  sop: { readonly id: string; readonly title: string; readonly office: { readonly id: string } };
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
  const [handed, setHanded] = useState<{ slip: Slip; next: string } | null>(null);
  const onBehalf = me.roles.includes("FRONT_DESK") && props.sop.office.id === me.office.id;
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
    const { instance, receipt } = result.payload;
    if (!instance) return;
    const mine = instance.openTasks.find((task) => task.canComplete);
    const next =
      mine === undefined
        ? `/berkas/${encodeURIComponent(instance.id)}`
        : `/tugas/${encodeURIComponent(mine.id)}`;
    // Without its secret, that of an earlier try whose answer was lost: the case's page gives another.
    if (onBehalf && requesterName.trim() !== "") {
      if (receipt?.secret) {
        setHanded({ slip: slipOf(instance, receipt.number, receipt.secret), next });
        return;
      }
      await navigate(`/berkas/${encodeURIComponent(instance.id)}`);
      return;
    }
    await navigate(next);
  };
  if (handed !== null) {
    const go = () => void navigate(handed.next);
    return (
      <ReceiptDialog
        slip={handed.slip}
        onClose={go}
        next={<Button onClick={go}>{t("start.continue")}</Button>}
      />
    );
  }
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
