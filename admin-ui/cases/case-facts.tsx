import { useTranslation } from "react-i18next";
import type { Format } from "../app/format.js";
import type { CaseView } from "./case-operations.js";

export function CaseFacts({ item, format }: { item: CaseView; format: Format }) {
  const { t } = useTranslation();
  return (
    <div className="sheet sheet-pad">
      <dl className="facts">
        <dt>{t("case.requester")}</dt>
        <dd>{item.requesterName}</dd>
        {item.startedBy !== null && item.startedBy.name !== item.requesterName && (
          <>
            <dt>{t("case.startedBy")}</dt>
            <dd>{item.startedBy.name}</dd>
          </>
        )}
        <dt>{t("case.startedAt")}</dt>
        <dd>{format.dateTime(item.startedAt)}</dd>
        {item.endedAt !== null && (
          <>
            <dt>{t("case.endedAt")}</dt>
            <dd>{format.dateTime(item.endedAt)}</dd>
          </>
        )}
        <dt>{t(item.endedAt === null ? "case.runningFor" : "case.leadTime")}</dt>
        <dd>{format.duration(item.leadTime)}</dd>
        <dt>{t("case.version")}</dt>
        <dd>{item.version.version}</dd>
        {item.sop.number !== null && (
          <>
            <dt>{t("record.number")}</dt>
            <dd>{item.sop.number}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
