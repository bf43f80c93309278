import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { CaseTask, TaskView } from "./task-operations.js";

/** Who else works on the step, whether all or any of them must finish, and who has. */
export function JointStep({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const others = task.instance.tasks.filter(
    ({ id, visit, status }) => id !== task.id && visit === task.visit && status !== "WITHDRAWN",
  );
  if (others.length === 0) return null;
  const state = ({ status, closedAt }: CaseTask): string =>
    closedAt === null
      ? t(`taskStatus.${status}`)
      : `${t(`taskStatus.${status}`)} · ${format.dateTime(closedAt)}`;
  return (
    <section className="joint" aria-label={t("task.joint")}>
      <h2 className="section-title">{t("task.joint")}</h2>
      <p className="quiet">{t(task.node.mode === "ANY" ? "task.jointAny" : "task.jointAll")}</p>
      <ul className="plain-list">
        {others.map((other) => (
          <li key={other.id}>
            <strong>{other.lane.name}</strong>
            {other.label !== null && ` · ${other.label}`}
            {other.assignee !== null && ` · ${other.assignee.name}`}
            <div>
              <span className="state" data-tone={other.status === "DONE" ? "done" : "active"}>
                {state(other)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
