import { useTranslation } from "react-i18next";
import type { CaseReading } from "../use-case-reading.js";

/** Letterhead, the SOP with its number and version, and what the case is about. */
export function RecordHead({ reading, subject }: { reading: CaseReading; subject: string }) {
  const { t } = useTranslation();
  const { item, format } = reading;
  const { sop, version } = item;
  const facts: readonly (readonly [string, string | null])[] = [
    [t("record.sop"), sop.title],
    [t("record.number"), sop.number ?? "-"],
    [t("record.part"), sop.part],
    [
      t("case.version"),
      version.inForceFrom === null
        ? String(version.version)
        : t("record.versionSince", {
            version: version.version,
            date: format.date(version.inForceFrom),
          }),
    ],
    [t("record.subject"), subject],
    [t("case.requester"), item.requesterName],
    [t("case.startedBy"), item.startedBy?.name ?? null],
    [t("record.status"), t(`caseStatus.${item.status}`)],
    [t("case.startedAt"), format.dateTime(item.startedAt)],
    [
      t("case.endedAt"),
      item.endedAt === null ? t("record.notEnded") : format.dateTime(item.endedAt),
    ],
    [t("case.leadTime"), format.duration(item.leadTime)],
    [
      t("record.calledBy"),
      item.parent === null ? null : (item.parent.title ?? item.parent.sop.title),
    ],
  ];
  return (
    <header className="record-head">
      {sop.office.government !== null && (
        <p className="record-government">{sop.office.government}</p>
      )}
      <p className="record-office">{sop.office.name}</p>
      <h1>{t("record.title")}</h1>
      <dl className="record-facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}
