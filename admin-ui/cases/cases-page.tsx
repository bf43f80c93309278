import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsCases } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { PagedLedger } from "../app/paged-ledger.js";
import { EmptyState } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { CasesQuery, InstanceFilter, InstanceStatus } from "../generated/graphql.js";
import { CaseRow } from "./case-row.js";
import { casesQuery } from "./case-operations.js";
import { WaitingCallsBanner } from "./waiting-calls-banner.js";
import "./cases.css";

const pageSize = 30;
const statuses: readonly InstanceStatus[] = ["RUNNING", "HELD", "COMPLETED", "CANCELLED"];

export function CasesPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<InstanceStatus | null>(null);
  const [mine, setMine] = useState(false);
  const filter: InstanceFilter = {
    ...(status === null ? {} : { status }),
    ...(mine ? { requestedByMe: true } : {}),
  };
  const source = {
    query: casesQuery,
    context: showsCases,
    variables: { filter, first: pageSize },
    page: (data: CasesQuery) => data.instances,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  const [{ data }, refetch] = first;
  useLiveRefetch(refetch);
  const isWhole = data?.instances.pageInfo.hasNextPage === false;
  const total = data?.instances.totalCount ?? (isWhole ? data.instances.nodes.length : null);
  return (
    <div className="measure">
      <PageHeader
        title={t("cases.title")}
        {...(total === null ? {} : { under: t("cases.count", { count: total }) })}
        actions={
          <>
            <SegmentedControl
              aria-label={t("cases.whose")}
              value={mine ? "mine" : "all"}
              onChange={(value) => setMine(value === "mine")}
              data={[
                { value: "all", label: t("cases.all") },
                { value: "mine", label: t("cases.mine") },
              ]}
            />
            <Select
              aria-label={t("cases.status")}
              placeholder={t("cases.anyStatus")}
              clearable
              clearButtonProps={{ "aria-label": t("common.clear") }}
              w={180}
              value={status}
              onChange={(value) => setStatus(value as InstanceStatus | null)}
              data={statuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
            />
          </>
        }
      />
      <WaitingCallsBanner />
      <PagedLedger
        key={JSON.stringify(filter)}
        source={source}
        first={first}
        renderRow={(one) => <CaseRow key={one.id} item={one} />}
        empty={<EmptyState title={t("cases.none")}>{t("cases.noneHint")}</EmptyState>}
      />
    </div>
  );
}
