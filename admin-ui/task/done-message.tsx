import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Completed } from "./use-completion.js";

/** Who has the case now, and the way to take it back; it stays while one goes on to other work. */
export function DoneMessage(props: { answer: Completed; recall: () => Promise<void> }) {
  const { t } = useTranslation();
  const { task, instance } = props.answer;
  const lanes = [...new Set(instance?.openTasks.map(({ lane }) => lane.name))].join(", ");
  return (
    <div className="done-message">
      <span>{lanes === "" ? t("task.caseComplete") : t("task.handedTo", { lanes })}</span>
      {task?.canRecall === true && (
        <Button size="xs" variant="default" onClick={() => void props.recall()}>
          {t("task.recall")}
        </Button>
      )}
    </div>
  );
}
