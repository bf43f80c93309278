import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { FileList } from "../files/file-list.js";
import { otherFiles } from "./other-files.js";
import type { CaseTask, TaskView } from "./task-operations.js";

/** What the steps before this one decided, wrote and gave: why the case is here, and its papers. */
export function EarlierWork({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const isEarlier = (other: CaseTask): boolean =>
    other.id !== task.id &&
    other.status === "DONE" &&
    (task.closedAt === null || (other.closedAt ?? "") <= task.closedAt);
  const earlier = task.instance.tasks
    .filter(isEarlier)
    .filter(({ outcome, comment, given, files }) => {
      const hasPapers = given.length > 0 || files.length > 0;
      return outcome !== null || comment !== null || hasPapers;
    })
    .toSorted((a, b) => (b.closedAt ?? "").localeCompare(a.closedAt ?? ""));
  if (earlier.length === 0) return null;
  const outcomes = new Map(
    task.instance.version.edges.map((edge) => [edge.key, edge.outcome] as const),
  );
  return (
    <section className="sheet sheet-pad" aria-label={t("task.earlier")}>
      <h2 className="section-title">{t("task.earlier")}</h2>
      <ul className="earlier">
        {earlier.map((other) => (
          <EarlierStep
            key={other.id}
            task={other}
            outcome={other.outcome === null ? null : (outcomes.get(other.outcome) ?? null)}
          />
        ))}
      </ul>
    </section>
  );
}

function EarlierStep({ task, outcome }: { task: CaseTask; outcome: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = task.assignee?.name ?? task.lane.name;
  return (
    <li>
      <strong>{outcome === null ? name : t("task.decided", { name, outcome })}</strong>
      <div className="quiet">
        {task.node.text}
        {task.closedAt !== null && ` · ${format.dateTime(task.closedAt)}`}
      </div>
      {task.given.map(({ output, reference, files }) => (
        <div key={output.key}>
          {output.name}
          {reference !== "" && `: ${reference}`}
          <FileList files={files} />
        </div>
      ))}
      {task.comment !== null && <p className="quote">{task.comment}</p>}
      <FileList files={otherFiles(task)} />
    </li>
  );
}
