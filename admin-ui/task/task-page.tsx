import { Alert, Anchor } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { stepMarks } from "../cases/step-marks.js";
import { DueText } from "../worklist/due-text.js";
import { CompleteForm } from "./complete-form.js";
import { NextHands } from "./next-hands.js";
import { EarlierWork } from "./earlier-work.js";
import { TaskFacts } from "./task-facts.js";
import { taskQuery } from "./task-operations.js";
import "./task.css";

const CaseForm = lazy(async () => ({
  default: (await import("../editor/canvas/case-form.js")).CaseForm,
}));

export function TaskPage() {
  const { taskId = "" } = useParams();
  return <TaskScreen key={taskId} taskId={taskId} />;
}

function TaskScreen({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: taskQuery,
    variables: { id: taskId },
    requestPolicy: "cache-and-network",
  });
  const [finishedHere, setFinishedHere] = useState(false);
  useLiveRefetch(refetch);
  const task = data?.node;
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (task?.__typename !== "Task") return <NotFound />;
  const { instance } = task;
  const isOpen = task.status === "OPEN" || task.status === "CLAIMED";
  return (
    <div className="measure">
      <PageHeader
        title={task.label === null ? task.node.text : `${task.node.text} (${task.label})`}
        crumb={
          <>
            <Anchor component={Link} to="/tugas" inherit>
              {t("worklist.title")}
            </Anchor>
            {" / "}
            {instance.sop.title}
          </>
        }
        under={
          <>
            <Anchor component={Link} to={`/berkas/${encodeURIComponent(instance.id)}`} inherit>
              {instance.title ?? t("case.of", { name: instance.requesterName })}
            </Anchor>
            {isOpen && task.dueAt !== null && (
              <span className="head-due">
                <DueText dueAt={task.dueAt} overdue={task.overdue} />
              </span>
            )}
          </>
        }
      />
      {instance.status === "HELD" && (
        <Alert color="yellow" variant="light" role="status" mb="md" title={t("caseStatus.HELD")}>
          {instance.holdReason}
        </Alert>
      )}
      <div className="task-columns">
        <div className="task-main">
          {isOpen && !finishedHere ? (
            <CompleteForm task={task} onDone={() => setFinishedHere(true)} />
          ) : (
            <NextHands task={task} justNow={finishedHere} />
          )}
        </div>
        <aside className="task-aside">
          <TaskFacts task={task} />
          <EarlierWork task={task} />
        </aside>
      </div>
      <section className="task-form" aria-label={t("task.whereYouAre")}>
        <h2 className="section-title">{t("task.whereYouAre")}</h2>
        <Suspense fallback={<Loading />}>
          <CaseForm
            version={instance.version}
            marks={stepMarks(
              instance.tasks,
              isOpen ? { node: task.node.key, lane: task.lane.key } : null,
            )}
          />
        </Suspense>
      </section>
    </div>
  );
}
