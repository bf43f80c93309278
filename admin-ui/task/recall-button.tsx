import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskView } from "./task-operations.js";
import { useRecall } from "./use-recall.js";

/** Takes back what one has done oneself, for as long as nobody has gone on with it. */
export function RecallButton({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const [busy, recall] = useRecall(task);
  if (!task.canRecall) return null;
  return (
    <Button variant="default" loading={busy} onClick={() => void recall()}>
      {t("task.recall")}
    </Button>
  );
}
