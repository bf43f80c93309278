import { Anchor } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery, useSubscription } from "urql";
import { isStaff } from "../app/is-staff.js";
import { useMe } from "../app/session.js";
import { PageHeader } from "../app/page-header.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useFormat } from "../app/use-format.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { CaseReceipt } from "../receipts/case-receipt.js";
import { CaseWhereabouts } from "../requests/case-whereabouts.js";
import { useHeldBy } from "../positions/use-held-by.js";
import { WaitsForHolder } from "../positions/waits-for-holder.js";
import { DueText } from "../worklist/due-text.js";
import { CaseActions } from "./case-actions.js";
import { caseChangedSubscription, caseQuery, type CaseView } from "./case-operations.js";
import { CaseState } from "./case-state.js";
import { stepMarks } from "./step-marks.js";
import { Timeline } from "./timeline.js";
import "./cases.css";
import "../task/task.css";

const CaseForm = lazy(async () => ({
  default: (await import("../editor/canvas/case-form.js")).CaseForm,
}));

export function CasePage() {
  const { caseId = "" } = useParams();
  const { t } = useTranslation();
  const me = useMe();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: caseQuery,
    variables: { id: caseId },
    requestPolicy: "cache-and-network",
  });
  useSubscription({ query: caseChangedSubscription, variables: { id: caseId } }, (_, next) => {
    refetch({ requestPolicy: "network-only" });
    return next;
  });
  useLiveRefetch(refetch);
  const item = data?.node;
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (item?.__typename !== "Instance") return <NotFound />;
  return (
    <div className="measure">
      <PageHeader
        title={item.title ?? t("case.of", { name: item.requesterName })}
        crumb={
          <>
            <Anchor component={Link} to={isStaff(me) ? "/berkas" : "/permohonan"} inherit>
              {t(isStaff(me) ? "cases.title" : "requests.title")}
            </Anchor>
            {" / "}
            <Anchor component={Link} to={`/sop/${encodeURIComponent(item.sop.id)}`} inherit>
              {item.sop.title}
            </Anchor>
          </>
        }
        under={<CaseState status={item.status} />}
        actions={<CaseActions item={item} />}
      />
      <CaseWhereabouts
        whereabouts={item.whereabouts}
        doable={new Set(item.openTasks.flatMap((one) => (one.canComplete ? [one.id] : [])))}
      />
      <div className="task-columns case-columns">
        <section className="sheet sheet-pad" aria-label={t("case.timeline")}>
          <h2 className="section-title">{t("case.timeline")}</h2>
          <Timeline item={item} />
        </section>
        <aside className="task-aside">
          <OpenTasks item={item} />
          <CaseFacts item={item} />
          <CaseReceipt item={item} />
        </aside>
      </div>
      <section className="task-form" aria-label={t("case.onTheForm")}>
        <h2 className="section-title">{t("case.onTheForm")}</h2>
        <Suspense fallback={<Loading />}>
          <CaseForm version={item.version} marks={stepMarks(item.tasks, null)} />
        </Suspense>
      </section>
    </div>
  );
}

function CaseFacts({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="sheet sheet-pad">
      <dl className="facts">
        <dt>{t("case.requester")}</dt>
        <dd>{item.requesterName}</dd>
        {item.startedBy !== null && item.startedBy.name !== item.requesterName && (
          <>
            <dt>{t("case.startedBy")}</dt>
            <dd>{item.startedBy.name}</dd>
          </>
        )}
        <dt>{t("case.startedAt")}</dt>
        <dd>{format.dateTime(item.startedAt)}</dd>
        {item.endedAt !== null && (
          <>
            <dt>{t("case.endedAt")}</dt>
            <dd>{format.dateTime(item.endedAt)}</dd>
          </>
        )}
        <dt>{t("case.leadTime")}</dt>
        <dd>{format.duration(item.leadTime)}</dd>
        <dt>{t("case.version")}</dt>
        <dd>{item.version.version}</dd>
      </dl>
    </div>
  );
}

function OpenTasks({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const heldBy = useHeldBy();
  if (item.openTasks.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-label={t("case.openTasks")}>
      <h2 className="section-title">{t("case.openTasks")}</h2>
      <ul className="next-list">
        {item.openTasks.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{task.lane.name}</strong>
              <span className="quiet">
                {" · "}
                {task.assignee === null
                  ? t("worklist.unclaimed")
                  : heldBy(task.assignee.name, task.assigneeCapacity)}
              </span>
              {task.nobodyHolds && <WaitsForHolder />}
            </div>
            <div>
              <Anchor component={Link} to={`/tugas/${encodeURIComponent(task.id)}`}>
                {task.label === null ? task.node.text : `${task.node.text} (${task.label})`}
              </Anchor>
            </div>
            <DueText dueAt={task.dueAt} overdue={task.overdue} />
          </li>
        ))}
      </ul>
    </section>
  );
}
