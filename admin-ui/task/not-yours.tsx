import { useTranslation } from "react-i18next";
import type { TaskView } from "./task-operations.js";

/** Why an open task cannot be worked by whoever looks at it. */
export function NotYours({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { assignee, lane, instance } = task;
  const isHeld = instance.status === "HELD";
  const holders = lane.position?.holders.map(({ name }) => name).join(", ") ?? "";
  return (
    <div className="sheet sheet-pad">
      <p className="section-title">{t(isHeld ? "task.heldTitle" : "task.notYours")}</p>
      <p className="quiet">
        {isHeld
          ? t("task.heldHint")
          : assignee !== null
            ? t("task.notYoursPerson", { name: assignee.name })
            : holders === ""
              ? t("task.notYoursLane", { lane: lane.name })
              : t("task.notYoursHolders", { lane: lane.name, holders })}
      </p>
    </div>
  );
}
