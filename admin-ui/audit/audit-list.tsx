import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { groupBy } from "../app/group-by.js";
import { MoreButton } from "../app/more-button.js";
import { showsAudit } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useFormat } from "../app/use-format.js";
import type { AuditFilter } from "../generated/graphql.js";
import { type AuditEntryView, auditTrailQuery } from "./audit-operations.js";
import { AuditRow } from "./audit-row.js";

const pageSize = 50;

/** The entries by day, the newest first, page under page. */
export function AuditList({ filter }: { filter: AuditFilter }) {
  const [after, setAfter] = useState<readonly (string | null)[]>([null]);
  return after.map((cursor, index) => (
    <Page
      key={cursor}
      filter={filter}
      after={cursor}
      isLast={index === after.length - 1}
      onMore={(next) => setAfter([...after, next])}
    />
  ));
}

function Page(props: {
  filter: AuditFilter;
  after: string | null;
  isLast: boolean;
  onMore: (cursor: string) => void;
}) {
  const { t } = useTranslation();
  const { filter, after, isLast, onMore } = props;
  const [{ data, error, fetching }, refetch] = useQuery({
    query: auditTrailQuery,
    context: showsAudit,
    variables: { filter, first: pageSize, after },
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined) {
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  const { nodes, pageInfo } = data.auditEntries;
  const { hasNextPage, endCursor } = pageInfo;
  // A page of a search may find nothing and have more to look at behind it.
  if (nodes.length === 0 && hasNextPage && isLast && endCursor) {
    return (
      <div className="sheet">
        <EmptyState title={t("audit.nothingYet")}>
          <Button variant="default" onClick={() => onMore(endCursor)}>
            {t("audit.lookFurther")}
          </Button>
        </EmptyState>
      </div>
    );
  }
  if (nodes.length === 0) {
    if (after !== null) return null;
    return (
      <div className="sheet">
        <EmptyState title={t("audit.none")} />
      </div>
    );
  }
  return (
    <>
      <Days entries={nodes} />
      {isLast && <MoreButton page={pageInfo} onMore={onMore} />}
    </>
  );
}

function Days({ entries }: { entries: readonly AuditEntryView[] }) {
  const format = useFormat();
  return [...groupBy(entries, ({ at }) => format.weekday(at))].map(([day, list]) => (
    <section key={`${day} ${list[0]!.seq}`} className="audit-day" aria-label={day}>
      <h2 className="section-title">{day}</h2>
      <div className="sheet">
        <ul className="ledger">
          {list.map((entry) => (
            <AuditRow key={entry.seq} entry={entry} />
          ))}
        </ul>
      </div>
    </section>
  ));
}
