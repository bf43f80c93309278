import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { DotsIcon } from "../app/icons.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { DelegateDialog, heirsOf } from "../task/delegate-dialog.js";
import type { WorklistTask } from "./task-list-store.js";
import { whoWorks } from "./who-works.js";
import { claimTaskMutation, releaseTaskMutation } from "./worklist-operations.js";
import { taskName } from "./worklist-row.js";

/** Whether there is anybody whom claiming the task would tell something. */
export const isWorthClaiming = (task: WorklistTask): boolean =>
  task.canClaim && (task.assignee !== null || whoWorks(task) === null);

/** What can be done to a task where it stands in the list: to take it, to hand it on, to give it back. */
export function RowActions(props: { readonly task: WorklistTask; readonly onChanged: () => void }) {
  const { task, onChanged } = props;
  const { t } = useTranslation();
  const me = useMe();
  const [isClaiming, claim] = useAction(claimTaskMutation);
  const [isReleasing, release] = useAction(releaseTaskMutation);
  const [isDelegating, delegating] = useDisclosure(false);
  const heirs = heirsOf(task, me.id);
  const isClaimable = isWorthClaiming(task);
  const input = { input: { taskId: task.id } };
  const take = async () => {
    const result = await claim(input);
    if (result.ok) notifications.show({ message: t("worklist.claimedOne") });
    // A refusal is news too: somebody else was faster.
    onChanged();
  };
  const giveBack = async () => {
    const result = await release(input);
    if (result.ok) notifications.show({ message: t("worklist.released") });
    onChanged();
  };
  return (
    <div className="row-actions task-actions" data-quiet={!isClaimable || undefined}>
      {isClaimable && (
        <Button variant="default" size="xs" loading={isClaiming} onClick={() => void take()}>
          {t("worklist.claim")}
        </Button>
      )}
      {(task.canRelease || heirs.length > 0) && (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              size={30}
              loading={isReleasing}
              aria-label={t("worklist.rowActions", { task: taskName(task) })}
            >
              <DotsIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {heirs.length > 0 && (
              <Menu.Item onClick={delegating.open}>{t("delegate.action")}</Menu.Item>
            )}
            {task.canRelease && (
              <Menu.Item onClick={() => void giveBack()}>{t("worklist.releaseShort")}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {heirs.length > 0 && (
        <DelegateDialog
          task={task}
          heirs={heirs}
          isOpen={isDelegating}
          onClose={delegating.close}
          onDone={onChanged}
        />
      )}
    </div>
  );
}
