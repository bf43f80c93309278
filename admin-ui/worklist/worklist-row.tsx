import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WorklistQuery } from "../generated/graphql.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import { DueText } from "./due-text.js";
import { whoWorks } from "./who-works.js";
import { claimTaskMutation } from "./worklist-operations.js";
import "./worklist.css";

export type WorklistTask = WorklistQuery["tasks"]["nodes"][number];

export function WorklistRow({ task }: { task: WorklistTask }) {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const [claiming, claim] = useAction(claimTaskMutation);
  const { instance } = task;
  const worker = whoWorks(task);
  const what = instance.title ?? instance.sop.title;
  return (
    <li className="task-row" data-testid={`task-${task.id}`}>
      <div className="task-what">
        <Link className="row-link clamp" to={`/tugas/${encodeURIComponent(task.id)}`}>
          {task.node.text}
          {task.label !== null && task.label !== undefined && ` (${task.label})`}
        </Link>
        <div className="task-case">{what}</div>
        <div className="quiet">
          {instance.title !== null && instance.title !== undefined && `${instance.sop.title} · `}
          {t("worklist.from", { name: instance.requesterName })}
        </div>
      </div>
      <div className="task-who">
        <div>{task.lane.name}</div>
        <div className="quiet">
          {worker === null
            ? t("worklist.unclaimed")
            : worker.id === me.id
              ? t("worklist.mine")
              : worker.name}
        </div>
      </div>
      <div className="task-due">
        {task.status === "DONE" || task.status === "WITHDRAWN" ? (
          <span className="state" data-tone={task.status === "DONE" ? "done" : ""}>
            {t(`taskStatus.${task.status}`)}
            {task.closedAt !== null &&
              task.closedAt !== undefined &&
              ` · ${format.dateTime(task.closedAt)}`}
          </span>
        ) : (
          <DueText dueAt={task.dueAt ?? null} overdue={task.overdue} />
        )}
        {instance.status === "HELD" && (
          <span className="state" data-tone="confirm">
            {t("caseStatus.HELD")}
          </span>
        )}
      </div>
      <div className="row-actions task-claim">
        {task.canClaim && (worker === null || task.assignee !== null) && (
          <Button
            variant="default"
            size="xs"
            loading={claiming}
            onClick={() => void claim({ input: { taskId: task.id } })}
          >
            {t("worklist.claim")}
          </Button>
        )}
      </div>
    </li>
  );
}
