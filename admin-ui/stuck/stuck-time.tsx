import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { TimeLeft } from "../worklist/time-left.js";
import { workingAmount } from "../worklist/working-amount.js";
import type { StuckItem } from "./stuck-operations.js";

/** How late it is, how soon it is due, or how long it lies where there is no deadline. */
export function StuckTime({ item }: { item: StuckItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { task, openFor, openSince, reason } = item;
  if (task?.dueAt) return <TimeLeft task={task} />;
  const time = workingAmount(openFor, t) ?? t("stuck.noTime");
  return (
    <span>
      <span className="time-left">{t(`stuck.lies.${reason}`, { time })}</span>
      <span className="quiet due-at">{t("stuck.since", { at: format.dateTime(openSince) })}</span>
    </span>
  );
}
