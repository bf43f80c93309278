import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../app/use-format.js";
import { useMe } from "../app/session.js";
import { FileList } from "../files/file-list.js";
import { NextHands } from "./next-hands.js";
import { otherFiles } from "./other-files.js";
import { RecallButton } from "./recall-button.js";
import type { TaskView } from "./task-operations.js";
import { whyWithdrawn } from "./why-withdrawn.js";

/** After the step: what became of it, and whose hands the case is in now. */
export function ClosedTask({ task, justNow }: { task: TaskView; justNow: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { instance, assignee, status } = task;
  const outcome = task.outcomes.find((option) => option.key === task.outcome)?.label;
  const isDone = status === "DONE";
  const isOthers = isDone && assignee !== null && assignee.id !== me.id;
  const mine = instance.openTasks.find(({ canComplete }) => canComplete);
  return (
    <div className="sheet sheet-pad" aria-live="polite">
      <p className="done-line">
        <span className="state" data-tone={isDone ? "done" : ""}>
          {justNow ? t(isDone ? "task.doneNow" : "return.done") : t(`taskStatus.${status}`)}
        </span>
        {outcome !== undefined && <strong>{outcome}</strong>}
        {isOthers && <span>{t("task.doneBy", { name: assignee.name })}</span>}
      </p>
      {!isDone && !justNow && <WhyWithdrawn task={task} />}
      {task.given.length > 0 && (
        <dl className="facts">
          {task.given.map(({ output, reference, files }) => (
            <div key={output.key} className="fact">
              <dt>{output.name}</dt>
              <dd className="reference">
                {reference}
                <FileList files={files} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {task.comment !== null && <p className="quote">{task.comment}</p>}
      <FileList files={otherFiles(task)} />
      <NextHands instance={instance} />
      <div className="head-actions closed-actions">
        {mine !== undefined && (
          <Button component={Link} to={`/tugas/${encodeURIComponent(mine.id)}`}>
            {t("task.goOn")}
          </Button>
        )}
        <Button
          component={Link}
          to="/tugas"
          variant={justNow && mine === undefined ? "filled" : "default"}
        >
          {t("task.backToList")}
        </Button>
        <Button
          component={Link}
          to={`/berkas/${encodeURIComponent(instance.id)}`}
          variant="default"
        >
          {t("task.openCase")}
        </Button>
        <RecallButton task={task} />
      </div>
    </div>
  );
}

function WhyWithdrawn({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tasks, history } = task.instance;
  const no = tasks.findIndex(({ id }) => id === task.id) + 1;
  const why = whyWithdrawn(history, { task: no, visit: task.visit });
  if (why === null) return null;
  return (
    <>
      <p>{t(`withdrawn.${why.how}`, { name: why.by, time: format.dateTime(why.at) })}</p>
      {why.reason !== null && <p className="quote">{why.reason}</p>}
    </>
  );
}
