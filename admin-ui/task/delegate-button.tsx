import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { DelegateDialog, heirsOf } from "./delegate-dialog.js";
import type { TaskView } from "./task-operations.js";

/** Hands the task to another holder of its lane's position; only where there is one to choose. */
export function DelegateButton({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const me = useMe();
  const [isOpen, { open, close }] = useDisclosure(false);
  const heirs = heirsOf(task, me.id);
  if (heirs.length === 0) return null;
  return (
    <>
      <Button variant="default" fullWidth onClick={open}>
        {t("delegate.action")}
      </Button>
      <DelegateDialog task={task} heirs={heirs} isOpen={isOpen} onClose={close} />
    </>
  );
}
