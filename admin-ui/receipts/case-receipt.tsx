import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { CaseReceiptFragment } from "../generated/graphql.js";
import { reissueReceiptMutation } from "./receipt-operations.js";
import { ReceiptDialog } from "./receipt-dialog.js";
import { slipOf } from "./slip-of.js";
import "./receipts.css";

/** With which number a case is followed, and a way to another secret where the last one was lost. */
export function CaseReceipt({ item }: { item: CaseReceiptFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, reissue] = useAction(reissueReceiptMutation);
  const [isAsking, { open, close }] = useDisclosure(false);
  const [issued, setIssued] = useState<{ number: string; secret: string } | null>(null);
  const { receipt } = item;
  if (!receipt && !item.canReissueReceipt) return null;
  const confirm = async () => {
    const result = await reissue({ input: { instanceId: item.id } });
    close();
    const made = result.ok ? result.payload.receipt : null;
    if (made?.secret != null) setIssued({ number: made.number, secret: made.secret });
  };
  return (
    <section className="sheet sheet-pad" aria-label={t("receipt.title")}>
      <h2 className="section-title">{t("receipt.title")}</h2>
      <div>
        {receipt ? (
          <span className="receipt-number">{receipt.number}</span>
        ) : (
          <span className="quiet">{t("receipt.none")}</span>
        )}
      </div>
      {receipt && receipt.reissues.length > 0 && (
        <ul className="receipt-audit quiet">
          {receipt.reissues.map(({ at, actorName }) => (
            <li key={at}>{t("receipt.reissued", { name: actorName, at: format.dateTime(at) })}</li>
          ))}
        </ul>
      )}
      {item.canReissueReceipt && (
        <Button variant="default" size="xs" mt="sm" onClick={open}>
          {t("receipt.reissue")}
        </Button>
      )}
      <Modal
        opened={isAsking}
        onClose={close}
        title={t("receipt.reissue")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Text>{t("receipt.reissueHint")}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t("common.back")}
          </Button>
          <Button loading={busy} onClick={() => void confirm()}>
            {t("receipt.reissue")}
          </Button>
        </Group>
      </Modal>
      {issued !== null && (
        <ReceiptDialog
          slip={slipOf(item, issued.number, issued.secret)}
          onClose={() => setIssued(null)}
        />
      )}
    </section>
  );
}
