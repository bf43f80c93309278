import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { MoreButton } from "../app/more-button.js";
import { showsTasks } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { WorklistRow } from "./worklist-row.js";
import { worklistQuery } from "./worklist-operations.js";

const pageSize = 30;

type Scope = "ACTIONABLE" | "DONE";

export function WorklistPage() {
  const { t } = useTranslation();
  const [scope, setScope] = useState<Scope>("ACTIONABLE");
  const [after, setAfter] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: worklistQuery,
    context: showsTasks,
    variables: { filter: { scope }, first: pageSize },
    requestPolicy: "cache-and-network",
  });
  useLiveRefetch(refetch);
  const tasks = data?.tasks.nodes;
  const late = tasks?.filter((task) => task.overdue).length ?? 0;
  const isWhole = data?.tasks.pageInfo.hasNextPage === false;
  const total = data?.tasks.totalCount ?? (isWhole ? data.tasks.nodes.length : null);
  const under =
    scope === "ACTIONABLE" && total !== null && total > 0
      ? late > 0
        ? t("worklist.countLate", { count: total, late })
        : t("worklist.count", { count: total })
      : undefined;
  return (
    <div className="measure">
      <PageHeader
        title={t("worklist.title")}
        {...(under === undefined ? {} : { under })}
        actions={
          <SegmentedControl
            aria-label={t("worklist.show")}
            value={scope}
            onChange={(value) => {
              setScope(value === "DONE" ? "DONE" : "ACTIONABLE");
              setAfter([]);
            }}
            data={[
              { value: "ACTIONABLE", label: t("worklist.open") },
              { value: "DONE", label: t("worklist.done") },
            ]}
          />
        }
      />
      {tasks === undefined && fetching && <Loading />}
      {tasks === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {tasks !== undefined && (
        <div className="sheet">
          {tasks.length === 0 ? (
            <EmptyState title={scope === "DONE" ? t("worklist.noneDone") : t("worklist.noneOpen")}>
              {scope === "ACTIONABLE" && t("worklist.noneOpenHint")}
            </EmptyState>
          ) : (
            <ul className="ledger">
              {tasks.map((task) => (
                <WorklistRow key={task.id} task={task} />
              ))}
              {after.map((cursor, index) => (
                <LaterTasks
                  key={cursor}
                  scope={scope}
                  after={cursor}
                  isLast={index === after.length - 1}
                  onMore={(next) => setAfter([...after, next])}
                />
              ))}
            </ul>
          )}
        </div>
      )}
      {after.length === 0 && data !== undefined && (
        <MoreButton page={data.tasks.pageInfo} onMore={(next) => setAfter([next])} />
      )}
    </div>
  );
}

function LaterTasks(props: {
  scope: Scope;
  after: string;
  isLast: boolean;
  onMore: (cursor: string) => void;
}) {
  const [{ data }] = useQuery({
    query: worklistQuery,
    context: showsTasks,
    variables: { filter: { scope: props.scope }, first: pageSize, after: props.after },
  });
  return (
    <>
      {data?.tasks.nodes.map((task) => (
        <WorklistRow key={task.id} task={task} />
      ))}
      {props.isLast && data !== undefined && (
        <li className="more-row">
          <MoreButton page={data.tasks.pageInfo} onMore={props.onMore} />
        </li>
      )}
    </>
  );
}
