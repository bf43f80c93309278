import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsTasks } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { PagedLedger } from "../app/paged-ledger.js";
import { EmptyState } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { WorklistQuery } from "../generated/graphql.js";
import { WorklistRow } from "./worklist-row.js";
import { worklistQuery } from "./worklist-operations.js";

const pageSize = 30;

type Scope = "ACTIONABLE" | "DONE";

export function WorklistPage() {
  const { t } = useTranslation();
  const [scope, setScope] = useState<Scope>("ACTIONABLE");
  const source = {
    query: worklistQuery,
    context: showsTasks,
    variables: { filter: { scope }, first: pageSize },
    page: (data: WorklistQuery) => data.tasks,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  const [{ data }, refetch] = first;
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
            onChange={(value) => setScope(value === "DONE" ? "DONE" : "ACTIONABLE")}
            data={[
              { value: "ACTIONABLE", label: t("worklist.open") },
              { value: "DONE", label: t("worklist.done") },
            ]}
          />
        }
      />
      <PagedLedger
        key={scope}
        source={source}
        first={first}
        renderRow={(task) => <WorklistRow key={task.id} task={task} />}
        empty={
          <EmptyState title={scope === "DONE" ? t("worklist.noneDone") : t("worklist.noneOpen")}>
            {scope === "ACTIONABLE" && t("worklist.noneOpenHint")}
          </EmptyState>
        }
      />
    </div>
  );
}
