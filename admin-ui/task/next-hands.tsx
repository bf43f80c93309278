import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../app/use-format.js";
import { useHeldBy } from "../positions/use-held-by.js";
import { WaitsForHolder } from "../positions/waits-for-holder.js";
import type { NextTaskFragment } from "../generated/graphql.js";
import type { TaskView } from "./task-operations.js";

/** Whose hands the case is in now. */
export function NextHands({ instance }: { instance: TaskView["instance"] }) {
  const { t } = useTranslation();
  const isComplete = instance.status === "COMPLETED";
  if (!isComplete && instance.openTasks.length === 0) return null;
  return (
    <>
      <h2 className="section-title">{t(isComplete ? "task.caseComplete" : "task.next")}</h2>
      {isComplete && <p className="quiet">{t("task.caseCompleteHint")}</p>}
      <ul className="next-list">
        {instance.openTasks.map((one) => (
          <NextRow key={one.id} task={one} requesterName={instance.requesterName} />
        ))}
      </ul>
    </>
  );
}

function NextRow(props: { task: NextTaskFragment; requesterName: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heldBy = useHeldBy();
  const { task, requesterName } = props;
  const { position } = task.lane;
  const holders = position?.holders.map(({ name }) => name).join(", ");
  const people =
    task.assignee === null
      ? (holders ?? requesterName)
      : heldBy(task.assignee.name, task.assigneeCapacity);
  const text = task.label === null ? task.node.text : `${task.node.text} (${task.label})`;
  return (
    <li>
      <div>
        <strong>{task.lane.name}</strong>
        {people !== "" && <span className="quiet"> · {people}</span>}
        {task.nobodyHolds && <WaitsForHolder />}
      </div>
      <div>
        {task.canComplete ? (
          <Anchor component={Link} to={`/tugas/${encodeURIComponent(task.id)}`}>
            {text}
          </Anchor>
        ) : (
          text
        )}
      </div>
      {task.dueAt !== null && (
        <div className="quiet">{t("task.dueBy", { time: format.dateTime(task.dueAt) })}</div>
      )}
    </li>
  );
}
