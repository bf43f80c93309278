import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { TaskView } from "./task-operations.js";

/** What the steps before this one wrote and gave: the papers that came with the case. */
export function EarlierWork({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const earlier = task.instance.tasks
    .filter((other) => other.status === "DONE" && other.id !== task.id)
    .filter((other) => other.comment !== null || other.given.length > 0)
    .toSorted((a, b) => (b.closedAt ?? "").localeCompare(a.closedAt ?? ""));
  if (earlier.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-label={t("task.earlier")}>
      <h2 className="section-title">{t("task.earlier")}</h2>
      <ul className="earlier">
        {earlier.map((other) => (
          <li key={other.id}>
            <div>
              <strong>{other.assignee?.name ?? other.lane.name}</strong>{" "}
              <span className="quiet">
                {other.closedAt !== null && format.dateTime(other.closedAt)}
              </span>
            </div>
            <div className="quiet">{other.node.text}</div>
            {other.given.map(({ output, reference }) => (
              <div key={output.key}>
                {output.name}: {reference}
              </div>
            ))}
            {other.comment !== null && <p className="quote">{other.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
