import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { WorklistTask } from "./task-list-store.js";
import { workingAmount } from "./working-amount.js";

type Parts = NonNullable<WorklistTask["timeLeftParts"]>;

/** How much working time is left, in its two largest units, and when it is over by the clock. */
export function TimeLeft({ task }: { task: Pick<WorklistTask, "dueAt" | "timeLeftParts"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dueAt, timeLeftParts: parts } = task;
  if (dueAt === null || dueAt === undefined || !parts) {
    return <span className="quiet">{t("worklist.noDue")}</span>;
  }
  return (
    <span>
      <span
        className={parts.isLate ? "time-left late" : "time-left"}
        data-soon={isSoon(parts) || undefined}
      >
        {timeLeftText(parts, t)}
      </span>
      <span className="quiet due-at">{format.dateTime(dueAt)}</span>
    </span>
  );
}

/** Within half a day of work. */
const isSoon = ({ isLate, days, hours }: Parts): boolean => !isLate && days === 0 && hours < 4;

/** "sisa 2 hari 3 jam kerja", "terlambat 4 jam kerja". */
export function timeLeftText(parts: Parts, t: TFunction): string {
  const { isLate } = parts;
  const time = workingAmount(parts, t);
  if (time === null) return t(isLate ? "worklist.lateJust" : "worklist.leftNone");
  return t(isLate ? "worklist.lateBy" : "worklist.left", { time });
}
