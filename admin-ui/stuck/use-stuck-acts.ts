import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { ActionResult } from "../app/read-action.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { announceChange } from "../app/use-live-refetch.js";
import { resumeInstanceMutation } from "../cases/case-operations.js";
import { claimTaskMutation, releaseTaskMutation } from "../worklist/worklist-operations.js";
import { remindTaskMutation, type StuckItem } from "./stuck-operations.js";

/** What is done at once, without anything more to be asked. */
export interface StuckActs {
  readonly isBusy: boolean;
  readonly claim: () => Promise<void>;
  readonly remind: () => Promise<void>;
  readonly release: () => Promise<void>;
  readonly resume: () => Promise<void>;
}

export function useStuckActs({ task, instance }: StuckItem): StuckActs {
  const { t } = useTranslation();
  const key = useActionKey();
  const [isClaiming, claimTask] = useAction(claimTaskMutation);
  const [isReminding, remindTask] = useAction(remindTaskMutation);
  const [isReleasing, releaseTask] = useAction(releaseTaskMutation);
  const [isResuming, resumeInstance] = useAction(resumeInstanceMutation);
  /** What was done shows by itself; a refusal is news too: somebody else was faster. */
  const say = (result: ActionResult<unknown>, done: string) => {
    if (result.ok) notifications.show({ message: done });
    else announceChange();
  };
  const taskId = task?.id ?? "";
  return {
    isBusy: isClaiming || isReminding || isReleasing || isResuming,
    claim: async () => say(await claimTask({ input: { taskId } }), t("worklist.claimedOne")),
    remind: async () => {
      const input = { taskId };
      const result = await remindTask({ input: { ...input, idempotencyKey: key.of(input) } });
      if (result.ok) key.done();
      say(result, t("stuck.done.REMIND"));
    },
    release: async () => say(await releaseTask({ input: { taskId } }), t("stuck.done.RELEASE")),
    resume: async () =>
      say(await resumeInstance({ input: { instanceId: instance.id } }), t("stuck.done.RESUME")),
  };
}
