import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useHeldBy } from "../positions/use-held-by.js";
import { WaitsForHolder } from "../positions/waits-for-holder.js";
import { TimeLeft } from "../worklist/time-left.js";
import type { CaseView } from "./case-operations.js";

/** What is to be done now, and in whose hands it is. */
export function OpenTasks({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const heldBy = useHeldBy();
  if (item.openTasks.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-label={t("case.openTasks")}>
      <h2 className="section-title">{t("case.openTasks")}</h2>
      <ul className="next-list">
        {item.openTasks.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{task.lane.name}</strong>
              <span className="quiet">
                {" · "}
                {task.assignee === null
                  ? t("worklist.unclaimed")
                  : heldBy(task.assignee.name, task.assigneeCapacity)}
              </span>
              {task.nobodyHolds && <WaitsForHolder />}
            </div>
            <div>
              <Anchor component={Link} to={`/tugas/${encodeURIComponent(task.id)}`}>
                {task.label === null ? task.node.text : `${task.node.text} (${task.label})`}
              </Anchor>
            </div>
            <TimeLeft task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}
