import { useTranslation } from "react-i18next";
import { useFormat, useNow } from "../app/use-format.js";

/** When a task is due, how far away that is, and whether it is late. */
export function DueText({ dueAt, overdue }: { dueAt: string | null; overdue: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (dueAt === null) return <span className="quiet">{t("worklist.noDue")}</span>;
  const late = overdue || new Date(dueAt).getTime() < now;
  return (
    <span>
      {late ? (
        <span className="state late" data-tone="late">
          {t("worklist.overdue")}
        </span>
      ) : (
        <span>{format.relative(dueAt, now)}</span>
      )}
      <span className="quiet due-at">{format.dateTime(dueAt)}</span>
    </span>
  );
}
