import { Alert, Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { useReadNotices } from "../notices/use-read-notices.js";
import { TimeLeft } from "../worklist/time-left.js";
import { TaskDesk } from "./task-desk.js";
import { taskQuery, type TaskView } from "./task-operations.js";
import "./task.css";

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
  /** What was read last stays while it cannot be read anew: somebody may be typing on it. */
  const [last, setLast] = useState<TaskView | null>(null);
  useLiveRefetch(refetch);
  useReadNotices(taskId);
  const read = data?.node?.__typename === "Task" ? data.node : null;
  if (read !== null && read !== last) setLast(read);
  const reread = () => refetch({ requestPolicy: "network-only" });
  const task = read ?? last;
  if (task === null) {
    if (data === undefined && fetching) return <Loading />;
    if (error !== undefined) return <ErrorState error={error} retry={reread} />;
    return <NotFound />;
  }
  const isGone = data !== undefined && read === null;
  return (
    <div className="measure">
      <TaskHead task={task} />
      {isGone && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {t("task.gone")}
        </Alert>
      )}
      <TaskDesk task={task} reread={reread} />
    </div>
  );
}

function TaskHead({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { instance } = task;
  return (
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
          {task.closedAt === null && task.dueAt !== null && (
            <span className="head-due">
              <TimeLeft task={task} />
            </span>
          )}
        </>
      }
    />
  );
}
