import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import { delegateTaskMutation } from "./task-action-operations.js";

interface Person {
  readonly id: string;
  readonly name: string;
}

/** What must be known of a task to hand it over. */
export interface DelegableTask {
  readonly id: string;
  readonly status: string;
  readonly assignee: Person | null;
  readonly instance: { readonly status: string };
  readonly lane: {
    readonly position: { readonly name: string; readonly holders: readonly Person[] } | null;
  };
}

/** To whom the person `meId` could hand the task; nobody where it is not theirs to hand over. */
export function heirsOf(task: DelegableTask, meId: string): readonly Person[] {
  const holders = task.lane.position?.holders ?? [];
  const isFreeOrMine = task.assignee === null || task.assignee.id === meId;
  const isOpenTask = task.status === "OPEN" || task.status === "CLAIMED";
  const isWorkable = isOpenTask && task.instance.status === "RUNNING" && isFreeOrMine;
  const others = holders.filter(({ id }) => id !== meId);
  return isWorkable && others.length < holders.length ? others : [];
}

/** Asks who is to have the task, and hands it over. */
export function DelegateDialog(props: {
  readonly task: DelegableTask;
  readonly heirs: readonly Person[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}) {
  const { task, heirs, isOpen, onClose, onDone } = props;
  const { t } = useTranslation();
  const [busy, delegate] = useAction(delegateTaskMutation);
  const [personId, setPersonId] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = heirs.find(({ id }) => id === personId);
    if (to === undefined) return;
    const result = await delegate({ input: { taskId: task.id, personId: to.id } });
    if (!result.ok) return;
    notifications.show({ message: t("delegate.done", { name: to.name }) });
    onClose();
    onDone?.();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("delegate.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text>{t("delegate.hint", { position: task.lane.position?.name ?? "" })}</Text>
          <Radio.Group label={t("delegate.to")} value={personId} onChange={setPersonId}>
            <Stack gap={8} mt={8}>
              {heirs.map(({ id, name }) => (
                <Radio key={id} value={id} label={name} />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy} disabled={personId === null}>
              {t("delegate.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
