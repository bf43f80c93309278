import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useFormat } from "../app/use-format.js";
import type { StuckItem } from "./stuck-operations.js";

/** Who has it, or who does not; and that they are away, or were reminded. */
export function StuckWho({ item }: { item: StuckItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { assigneeAwayUntil: until, remindedAt } = item;
  return (
    <div className="task-who">
      <Holder item={item} />
      {until !== null && (
        <div className="state" data-tone="confirm">
          {t("stuck.away", { date: format.day(until) })}
        </div>
      )}
      {remindedAt !== null && item.action !== null && (
        <div className="quiet">{t("stuck.reminded", { at: format.dateTime(remindedAt) })}</div>
      )}
    </div>
  );
}

function Holder({ item: { task, instance, waitingCall, reason } }: { item: StuckItem }) {
  const { t } = useTranslation();
  const me = useMe();
  if (reason === "HELD") return <div className="clamp">{instance.holdReason}</div>;
  if (waitingCall !== null) {
    const sop = waitingCall.sop?.title ?? t("family.unknownSop");
    return <div className="clamp">{t(`family.reason.${waitingCall.reason}`, { sop })}</div>;
  }
  if (task === null) return null;
  const { assignee, lane } = task;
  if (assignee !== null) {
    return <div>{assignee.id === me.id ? t("stuck.you") : assignee.name}</div>;
  }
  if (lane.position === null) return <div>{instance.requesterName}</div>;
  if (lane.position.holders.length === 0) return <div className="quiet">{t("stuck.nobody")}</div>;
  return <div>{t("worklist.unclaimed")}</div>;
}
