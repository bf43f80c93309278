import { Button, CopyButton, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { followAddress } from "./follow-address.js";
import { ReceiptSlip, type Slip } from "./receipt-slip.js";
import "./receipts.css";

/** Shows a receipt this once, to be printed or copied. */
export function ReceiptDialog(props: { slip: Slip; onClose: () => void; next?: ReactNode }) {
  const { t } = useTranslation();
  const { slip, onClose } = props;
  const text = [
    `${t("receipt.title")} · ${slip.officeName}`,
    `${t("receipt.number")}: ${slip.number}`,
    `${t("receipt.secret")}: ${slip.secret}`,
    followAddress(globalThis.location.origin, slip.number, slip.secret),
  ].join("\n");
  return (
    <>
      <Modal
        opened
        onClose={onClose}
        size={460}
        title={t("receipt.dialog")}
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Text size="sm" mb="md">
          {t("receipt.once")}
        </Text>
        <ReceiptSlip slip={slip} />
        <Group justify="flex-end" mt="md" gap="sm">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? "common.copied" : "common.copy")}
              </Button>
            )}
          </CopyButton>
          <Button
            variant={props.next === undefined ? "filled" : "default"}
            onClick={() => globalThis.print()}
          >
            {t("receipt.print")}
          </Button>
          {props.next}
        </Group>
      </Modal>
      {/* On paper this stands alone; on the screen the dialog shows the same. */}
      {createPortal(
        <div className="slip-on-paper" aria-hidden="true">
          <ReceiptSlip slip={slip} />
        </div>,
        document.body,
      )}
    </>
  );
}
