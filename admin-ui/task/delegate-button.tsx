import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useDisclosure } from "@mantine/hooks";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { delegateTaskMutation } from "./task-action-operations.js";
import type { TaskView } from "./task-operations.js";

/** Hands the task to another holder of its lane's position; only where there is one to choose. */
export function DelegateButton({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const me = useMe();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [busy, delegate] = useAction(delegateTaskMutation);
  const [personId, setPersonId] = useState<string | null>(null);
  const { position } = task.lane;
  const holders = position?.holders ?? [];
  const others = holders.filter(({ id }) => id !== me.id);
  const isFreeOrMine = task.assignee === null || task.assignee.id === me.id;
  const isOpenTask = task.status === "OPEN" || task.status === "CLAIMED";
  const isWorkable = isOpenTask && task.instance.status === "RUNNING" && isFreeOrMine;
  if (!isWorkable || others.length === 0 || others.length === holders.length) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = others.find(({ id }) => id === personId);
    if (to === undefined) return;
    const result = await delegate({ input: { taskId: task.id, personId: to.id } });
    if (!result.ok) return;
    notifications.show({ message: t("delegate.done", { name: to.name }) });
    close();
  };
  return (
    <>
      <Button variant="default" fullWidth onClick={open}>
        {t("delegate.action")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("delegate.title")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <Text>{t("delegate.hint", { position: position?.name ?? "" })}</Text>
            <Radio.Group label={t("delegate.to")} value={personId} onChange={setPersonId}>
              <Stack gap={8} mt={8}>
                {others.map(({ id, name }) => (
                  <Radio key={id} value={id} label={name} />
                ))}
              </Stack>
            </Radio.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t("common.back")}
              </Button>
              <Button type="submit" loading={busy} disabled={personId === null}>
                {t("delegate.action")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
