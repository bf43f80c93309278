import { notifications } from "@mantine/notifications";
import { DoneMessage } from "./done-message.js";
import type { Completed } from "./use-completion.js";
import { doneToast } from "./use-recall.js";

/** Says over whatever comes next that the task is done, with the way to take it back. */
export function announceDone(taskId: string, answer: Completed, recall: () => Promise<void>): void {
  notifications.show({
    id: doneToast(taskId),
    autoClose: 10_000,
    message: <DoneMessage answer={answer} recall={recall} />,
  });
}
