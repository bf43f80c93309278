import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Completed } from "./use-completion.js";

/** Who has the case now, and the way to take it back; it stays while one goes on to other work. */
export function DoneMessage(props: { answer: Completed; recall: () => Promise<void> }) {
  const { t } = useTranslation();
  const { task, instance } = props.answer;
  const lanes = [...new Set(instance?.openTasks.map(({ lane }) => lane.name))].join(", ");
  // It may also wait for another case, or for branches that nobody has a task of.
  const others = lanes === "" ? t("task.finished") : t("task.handedTo", { lanes });
  const said = instance?.status === "COMPLETED" ? t("task.lastStep") : others;
  return (
    <div className="done-message">
      <span>{said}</span>
      {task?.canRecall === true && (
        <Button size="xs" variant="default" onClick={() => void props.recall()}>
          {t("task.recall")}
        </Button>
      )}
    </div>
  );
}
