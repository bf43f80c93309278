import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { recallTaskMutation } from "./task-action-operations.js";

/** The message after completing, by which the task can be taken back. */
export const doneToast = (taskId: string): string => `done-${taskId}`;

/** Takes back what one has done, and goes on with the task that opens in its place. */
export function useRecall(task: {
  readonly id: string;
  readonly node: { readonly key: string };
  readonly lane: { readonly key: string };
}): readonly [boolean, () => Promise<void>] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [busy, recall] = useAction(recallTaskMutation);
  const key = useActionKey();
  const run = async (): Promise<void> => {
    const input = { taskId: task.id };
    const result = await recall({ input: { ...input, idempotencyKey: key.of(input) } });
    if (!result.ok) return;
    key.done();
    notifications.hide(doneToast(task.id));
    notifications.show({ message: t("task.recalled") });
    const again = result.payload.instance?.openTasks.find(
      (one) => one.node.key === task.node.key && one.lane.key === task.lane.key,
    );
    if (again !== undefined) await navigate(`/tugas/${encodeURIComponent(again.id)}`);
  };
  return [busy, run];
}
