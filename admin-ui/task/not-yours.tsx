import { useTranslation } from "react-i18next";
import { HeldNotice } from "./case-standing.js";
import type { TaskView } from "./task-operations.js";

/** Why an open task cannot be worked by whoever looks at it. */
export function NotYours({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { assignee, lane, instance } = task;
  if (instance.status === "HELD") return <HeldNotice task={task} />;
  const holders = lane.position?.holders.map(({ name }) => name).join(", ") ?? "";
  return (
    <div className="sheet sheet-pad">
      <p className="section-title">{t("task.notYours")}</p>
      <p className="quiet">
        {assignee !== null
          ? t("task.notYoursPerson", { name: assignee.name })
          : holders === ""
            ? t("task.notYoursLane", { lane: lane.name })
            : t("task.notYoursHolders", { lane: lane.name, holders })}
      </p>
    </div>
  );
}
