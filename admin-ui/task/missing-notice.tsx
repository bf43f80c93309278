import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskView } from "./task-operations.js";

/** Says, before anything is pressed, what missing documents do to the completion. */
export function MissingNotice({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const missing = task.requirements.filter(({ output, met }) => output !== null && met !== true);
  if (missing.length === 0) return null;
  const isStrict = task.instance.sop.office.missingRequirements === "BLOCK";
  const documents = missing.map(({ text }) => text).join(", ");
  return (
    <Alert
      color={isStrict ? "red" : "yellow"}
      variant="light"
      role={isStrict ? "alert" : "status"}
      title={t(isStrict ? "task.blockedTitle" : "task.warnedTitle")}
    >
      {t(isStrict ? "task.blocked" : "task.warned", { documents })}
    </Alert>
  );
}
