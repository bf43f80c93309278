import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import { useHeldBy } from "../positions/use-held-by.js";
import { WaitsForHolder } from "../positions/waits-for-holder.js";
import { TimeLeft } from "../worklist/time-left.js";
import { whoWorks } from "../worklist/who-works.js";
import { claimTaskMutation, releaseTaskMutation } from "../worklist/worklist-operations.js";
import { DelegateButton } from "./delegate-button.js";
import type { TaskView } from "./task-operations.js";

/** Lane, holder, standard time, due time; and taking the task or giving it back. */
export function TaskFacts({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const [claiming, claim] = useAction(claimTaskMutation);
  const [releasing, release] = useAction(releaseTaskMutation);
  const heldBy = useHeldBy();
  const input = { input: { taskId: task.id } };
  const { standardTime } = task.node;
  const isOpen = task.closedAt === null;
  const worker = isOpen ? whoWorks(task) : task.assignee;
  // Nobody else could take it: claiming only tells the others that it has been begun.
  const isOnlyMine = task.assignee === null && worker !== null;
  return (
    <div className="sheet sheet-pad">
      <dl className="facts">
        <dt>{t("form.lane")}</dt>
        <dd>{task.lane.name}</dd>
        {(isOpen || worker !== null) && (
          <>
            <dt>{t("task.assignee")}</dt>
            <dd>
              {worker === null
                ? t("worklist.unclaimed")
                : heldBy(
                    worker.id === me.id ? t("worklist.mine") : worker.name,
                    task.assignee === null ? null : task.assigneeCapacity,
                  )}
              {task.nobodyHolds && <WaitsForHolder />}
            </dd>
          </>
        )}
        <dt>{t("form.standardTime")}</dt>
        <dd>
          {standardTime === null
            ? t("task.noStandardTime")
            : t(`timeAmount.${standardTime.unit}`, {
                count: standardTime.value,
                value: format.number(standardTime.value),
              })}
        </dd>
        <TimeFacts task={task} />
        <dt>{t("case.requester")}</dt>
        <dd>{task.instance.requesterName}</dd>
        {task.node.remarks !== null && (
          <>
            <dt>{t("form.remarks")}</dt>
            <dd>{task.node.remarks}</dd>
          </>
        )}
      </dl>
      <Stack gap={8} mt="md">
        {task.canClaim && (
          <Button variant="default" fullWidth loading={claiming} onClick={() => void claim(input)}>
            {isOnlyMine ? t("task.begin") : t("worklist.claim")}
          </Button>
        )}
        <DelegateButton task={task} />
        {task.canRelease && (
          <Button
            variant="default"
            fullWidth
            loading={releasing}
            onClick={() => void release(input)}
          >
            {t("worklist.release")}
          </Button>
        )}
      </Stack>
    </div>
  );
}

/** Until when it was to be done, and since when it is here or when it ended. */
function TimeFacts({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dueAt, closedAt } = task;
  const isLate = dueAt !== null && closedAt !== null && Date.parse(closedAt) > Date.parse(dueAt);
  return (
    <>
      {(closedAt === null || dueAt !== null) && (
        <>
          <dt>{t("task.due")}</dt>
          <dd>
            {dueAt !== null && closedAt !== null ? (
              format.dateTime(dueAt)
            ) : (
              <TimeLeft task={task} />
            )}
          </dd>
        </>
      )}
      <dt>{t("task.openedAt")}</dt>
      <dd>{format.dateTime(task.openedAt)}</dd>
      {closedAt !== null && (
        <>
          <dt>{t(`taskStatus.${task.status}`)}</dt>
          <dd>
            {format.dateTime(closedAt)}
            {isLate && (
              <span className="state late closed-late" data-tone="late">
                {t("worklist.overdue")}
              </span>
            )}
          </dd>
        </>
      )}
    </>
  );
}
