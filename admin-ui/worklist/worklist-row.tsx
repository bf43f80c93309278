import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "../app/session.js";
import { useFormat } from "../app/use-format.js";
import { RowActions } from "./row-actions.js";
import { TimeLeft } from "./time-left.js";
import type { WorklistTask } from "./task-list-store.js";
import { whoWorks } from "./who-works.js";
import type { WorklistTab } from "./worklist-view.js";

/** What the task is called wherever it is named in one line. */
export const taskName = ({ node, label }: WorklistTask): string =>
  label === null || label === undefined ? node.text : `${node.text} (${label})`;

export interface WorklistRowProps {
  readonly task: WorklistTask;
  readonly tab: WorklistTab;
  /** Where several can be claimed at once: whether this is one of them. */
  readonly selection: {
    readonly isSelected: boolean;
    readonly toggle: (isSelected: boolean) => void;
  } | null;
  /** After something was done to the task. */
  readonly onChanged: () => void;
}

export function WorklistRow({ task, tab, selection, onChanged }: WorklistRowProps) {
  const { t } = useTranslation();
  const { instance } = task;
  const name = taskName(task);
  const isTitled = instance.title !== null && instance.title !== undefined;
  return (
    <li
      className="task-row"
      data-testid={`task-${task.id}`}
      data-selected={selection?.isSelected || undefined}
    >
      {selection !== null && (
        <Checkbox
          className="task-select row-actions"
          aria-label={t("worklist.select", { task: `${name}, ${instance.title ?? ""}` })}
          checked={selection.isSelected}
          onChange={(event) => selection.toggle(event.currentTarget.checked)}
        />
      )}
      <div className="task-what">
        <Link className="row-link clamp" to={`/tugas/${encodeURIComponent(task.id)}`}>
          {name}
        </Link>
        <div className="task-case">{isTitled ? instance.title : instance.sop.title}</div>
        <div className="quiet">
          {isTitled && `${instance.sop.title} · `}
          {t("worklist.from", { name: instance.requesterName })}
        </div>
      </div>
      <Worker task={task} tab={tab} />
      <div className="task-due">
        <DueOrDone task={task} />
      </div>
      <RowActions task={task} onChanged={onChanged} />
    </li>
  );
}

/** The lane, and who of it has the task, where that is not the heading of the whole list. */
function Worker({ task, tab }: { task: WorklistTask; tab: WorklistTab }) {
  const { t } = useTranslation();
  const me = useMe();
  const worker = whoWorks(task);
  const isMe = worker?.id === me.id;
  return (
    <div className="task-who">
      <div>{task.lane.name}</div>
      {worker === null
        ? tab !== "CLAIMABLE" && <div className="quiet">{t("worklist.unclaimed")}</div>
        : !isMe && <div className="quiet">{worker.name}</div>}
    </div>
  );
}

function DueOrDone({ task }: { task: WorklistTask }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, closedAt, overdue, instance } = task;
  if (status === "DONE" || status === "WITHDRAWN") {
    return (
      <>
        <span className="state" data-tone={status === "DONE" ? "done" : ""}>
          {t(`taskStatus.${status}`)}
        </span>
        {closedAt && <span className="quiet due-at">{format.dateTime(closedAt)}</span>}
        {overdue && <span className="late due-at">{t("worklist.overdue")}</span>}
      </>
    );
  }
  return (
    <>
      <TimeLeft task={task} />
      {instance.status === "HELD" && (
        <span className="state" data-tone="confirm">
          {t("caseStatus.HELD")}
        </span>
      )}
    </>
  );
}
