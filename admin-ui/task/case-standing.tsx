import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { cameBack } from "./came-back.js";
import { stepName } from "./step-name.js";
import type { TaskView } from "./task-operations.js";
import { useStepNames } from "./use-step-names.js";
import { whoHeld } from "./who-held.js";

/** That the case is on hold, by whom and why. */
export function HeldNotice({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, holdReason, history } = task.instance;
  if (status !== "HELD") return null;
  const held = whoHeld(history);
  return (
    <Alert color="yellow" variant="light" role="status" mb="md" title={t("task.heldTitle")}>
      {holdReason !== null && <p className="quote">{holdReason}</p>}
      {held !== null && (
        <p className="quiet">
          {t("task.heldBy", { name: held.by, time: format.dateTime(held.at) })}
        </p>
      )}
      {task.closedAt === null && <p>{t("task.heldHint")}</p>}
    </Alert>
  );
}

/** That the case has come back to this step, from where and why. */
export function CameBackNotice({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useStepNames(task.instance.version);
  const back = cameBack(task.instance.history, task.visit);
  if (back === null) return null;
  const from = back.task === null ? undefined : task.instance.tasks[back.task - 1];
  const params = {
    name: back.by,
    step: from === undefined ? "" : stepName(names.get(from.node.key), from.node.text),
    time: format.dateTime(back.at),
  };
  return (
    <Alert
      color="yellow"
      variant="light"
      role="status"
      mb="md"
      title={t(back.how === "RETURNED" ? "task.cameBack" : "task.wasRecalled")}
    >
      {back.reason !== null && <p className="quote">{back.reason}</p>}
      <p className="quiet">
        {t(back.how === "RETURNED" ? "task.returnedBy" : "task.recalledBy", params)}
      </p>
    </Alert>
  );
}
