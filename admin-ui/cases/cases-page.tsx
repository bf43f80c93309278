import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { MoreButton } from "../app/more-button.js";
import { showsCases } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { InstanceFilter, InstanceStatus } from "../generated/graphql.js";
import { CaseRow } from "./case-row.js";
import { casesQuery } from "./case-operations.js";
import "./cases.css";

const pageSize = 30;
const statuses: readonly InstanceStatus[] = ["RUNNING", "HELD", "COMPLETED", "CANCELLED"];

export function CasesPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<InstanceStatus | null>(null);
  const [mine, setMine] = useState(false);
  const [after, setAfter] = useState<readonly string[]>([]);
  const filter: InstanceFilter = {
    ...(status === null ? {} : { status }),
    ...(mine ? { requestedByMe: true } : {}),
  };
  const [{ data, error, fetching }, refetch] = useQuery({
    query: casesQuery,
    context: showsCases,
    variables: { filter, first: pageSize },
    requestPolicy: "cache-and-network",
  });
  useLiveRefetch(refetch);
  const cases = data?.instances.nodes;
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
              onChange={(value) => {
                setMine(value === "mine");
                setAfter([]);
              }}
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
              onChange={(value) => {
                setStatus(value as InstanceStatus | null);
                setAfter([]);
              }}
              data={statuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))}
            />
          </>
        }
      />
      {cases === undefined && fetching && <Loading />}
      {cases === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {cases !== undefined && (
        <div className="sheet">
          {cases.length === 0 ? (
            <EmptyState title={t("cases.none")}>{t("cases.noneHint")}</EmptyState>
          ) : (
            <ul className="ledger">
              {cases.map((one) => (
                <CaseRow key={one.id} item={one} />
              ))}
              {after.map((cursor, index) => (
                <LaterCases
                  key={cursor}
                  filter={filter}
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
        <MoreButton page={data.instances.pageInfo} onMore={(next) => setAfter([next])} />
      )}
    </div>
  );
}

function LaterCases(props: {
  filter: InstanceFilter;
  after: string;
  isLast: boolean;
  onMore: (cursor: string) => void;
}) {
  const [{ data }] = useQuery({
    query: casesQuery,
    context: showsCases,
    variables: { filter: props.filter, first: pageSize, after: props.after },
  });
  return (
    <>
      {data?.instances.nodes.map((one) => (
        <CaseRow key={one.id} item={one} />
      ))}
      {props.isLast && data !== undefined && (
        <li className="more-row">
          <MoreButton page={data.instances.pageInfo} onMore={props.onMore} />
        </li>
      )}
    </>
  );
}
