import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import { DueText } from "../worklist/due-text.js";
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
  const input = { input: { taskId: task.id } };
  const { standardTime } = task.node;
  return (
    <div className="sheet sheet-pad">
      <dl className="facts">
        <dt>{t("form.lane")}</dt>
        <dd>{task.lane.name}</dd>
        <dt>{t("task.assignee")}</dt>
        <dd>
          {task.assignee === null
            ? t("worklist.unclaimed")
            : task.assignee.id === me.id
              ? t("worklist.mine")
              : task.assignee.name}
        </dd>
        <dt>{t("form.standardTime")}</dt>
        <dd>
          {standardTime === null
            ? t("task.noStandardTime")
            : t(`timeAmount.${standardTime.unit}`, {
                count: standardTime.value,
                value: format.number(standardTime.value),
              })}
        </dd>
        <dt>{t("task.due")}</dt>
        <dd>
          {task.closedAt === null ? (
            <DueText dueAt={task.dueAt} overdue={task.overdue} />
          ) : (
            <>
              {t(`taskStatus.${task.status}`)} · {format.dateTime(task.closedAt)}
            </>
          )}
        </dd>
        <dt>{t("task.openedAt")}</dt>
        <dd>{format.dateTime(task.openedAt)}</dd>
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
            {t("worklist.claim")}
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
