import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { followAddress } from "./follow-address.js";
import { QrCode } from "./qr-code.js";

export interface Slip {
  readonly number: string;
  readonly secret: string;
  readonly requesterName: string;
  readonly title: string | null;
  readonly sopTitle: string;
  readonly officeName: string;
  readonly government: string | null;
  readonly startedAt: string;
}

/** What is handed over the counter: the only place where the secret stands. */
export function ReceiptSlip({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { origin, host } = globalThis.location;
  return (
    <div className="slip">
      <div className="slip-head">
        <div className="slip-office">{slip.officeName}</div>
        {slip.government !== null && <div>{slip.government}</div>}
      </div>
      <h2 className="slip-title">{t("receipt.title")}</h2>
      <div className="slip-codes">
        <dl>
          <dt>{t("receipt.number")}</dt>
          <dd className="slip-code">{slip.number}</dd>
          <dt>{t("receipt.secret")}</dt>
          <dd className="slip-code">{slip.secret}</dd>
        </dl>
        <QrCode text={followAddress(origin, slip.number, slip.secret)} label={t("receipt.qr")} />
      </div>
      <dl className="slip-facts">
        <dt>{t("case.requester")}</dt>
        <dd>{slip.requesterName}</dd>
        <dt>{t("receipt.service")}</dt>
        <dd>{slip.sopTitle}</dd>
        {slip.title !== null && (
          <>
            <dt>{t("start.caseTitle")}</dt>
            <dd>{slip.title}</dd>
          </>
        )}
        <dt>{t("receipt.receivedAt")}</dt>
        <dd>{format.dateTime(slip.startedAt)}</dd>
      </dl>
      <p className="slip-how">{t("receipt.how", { address: `${host}/lacak` })}</p>
    </div>
  );
}
