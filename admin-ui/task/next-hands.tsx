import { Anchor, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../app/use-format.js";
import { useHeldBy } from "../positions/use-held-by.js";
import { WaitsForHolder } from "../positions/waits-for-holder.js";
import type { NextTaskFragment } from "../generated/graphql.js";
import type { TaskView } from "./task-operations.js";

/** After the step: what was decided and given, and whose hands the case is in now. */
export function NextHands({ task, justNow }: { task: TaskView; justNow: boolean }) {
  const { t } = useTranslation();
  const { instance } = task;
  const outcome = task.outcomes.find((option) => option.key === task.outcome)?.label;
  const next = instance.openTasks;
  return (
    <div className="sheet sheet-pad" aria-live="polite">
      <p className="done-line">
        <span className="state" data-tone={task.status === "WITHDRAWN" ? "" : "done"}>
          {justNow ? t("task.doneNow") : t(`taskStatus.${task.status}`)}
        </span>
        {outcome !== undefined && <strong>{outcome}</strong>}
      </p>
      {task.given.length > 0 && (
        <dl className="facts">
          {task.given.map(({ output, reference }) => (
            <div key={output.key} style={{ display: "contents" }}>
              <dt>{output.name}</dt>
              <dd>{reference}</dd>
            </div>
          ))}
        </dl>
      )}
      {task.comment !== null && <p className="quote">{task.comment}</p>}
      <h2 className="section-title">
        {instance.status === "COMPLETED" ? t("task.caseComplete") : t("task.next")}
      </h2>
      {instance.status === "COMPLETED" && <p className="quiet">{t("task.caseCompleteHint")}</p>}
      <ul className="next-list">
        {next.map((one) => (
          <NextRow key={one.id} task={one} />
        ))}
      </ul>
      <div className="head-actions" style={{ marginTop: 16 }}>
        <Button component={Link} to="/tugas" variant={justNow ? "filled" : "default"}>
          {t("task.backToList")}
        </Button>
        <Button
          component={Link}
          to={`/berkas/${encodeURIComponent(instance.id)}`}
          variant="default"
        >
          {t("task.openCase")}
        </Button>
      </div>
    </div>
  );
}

function NextRow({ task }: { task: NextTaskFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heldBy = useHeldBy();
  const people =
    task.assignee === null
      ? (task.lane.position?.holders.map((holder) => holder.name).join(", ") ?? "")
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
