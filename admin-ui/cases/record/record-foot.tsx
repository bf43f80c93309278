import { useTranslation } from "react-i18next";
import { useMe } from "../../app/session.js";
import { useNow } from "../../app/use-format.js";
import type { CaseReading } from "../use-case-reading.js";

/** Up to where the record goes, how that can be checked, and who printed it when. */
export function RecordFoot({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const me = useMe();
  const { item, format } = reading;
  const now = new Date(useNow()).toISOString();
  const last = item.history.at(-1);
  return (
    <footer className="record-foot">
      {last !== undefined && (
        <p>
          {t("record.upTo", { seq: last.seq, time: format.dateTime(last.at) })}{" "}
          <span className="record-hash">{last.hash}</span>
        </p>
      )}
      <p>
        {t("record.printed", {
          time: `${format.dateTime(now)} ${format.zone(now)}`,
          name: me.name,
        })}
      </p>
    </footer>
  );
}
