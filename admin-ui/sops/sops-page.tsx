import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { groupBy } from "../app/group-by.js";
import { MoreButton } from "../app/more-button.js";
import { showsSops } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import type { SopFilter, SopsQuery, SopStatus } from "../generated/graphql.js";
import { NewSopDialog } from "./new-sop-dialog.js";
import { SopNumber } from "./sop-number.js";
import { sopsQuery } from "./sop-operations.js";
import { StartDialog } from "./start-dialog.js";
import { useFaultySops } from "./use-faulty-sops.js";
import "./sops.css";

const pageSize = 50;
const statuses: readonly SopStatus[] = ["IN_FORCE", "DRAFT_ONLY", "SCHEDULED", "RETIRED"];
type SopItem = SopsQuery["sops"]["nodes"][number];

export function SopsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [status, setStatus] = useState<SopStatus | null>(null);
  const [after, setAfter] = useState<readonly string[]>([]);
  const [starting, setStarting] = useState<SopItem | null>(null);
  const [creating, { open, close }] = useDisclosure(false);
  const filter: SopFilter = {
    ...(wanted === "" ? {} : { search: wanted }),
    ...(status === null ? {} : { status }),
  };
  const variables = { filter, first: pageSize };
  const [{ data, error, fetching }, refetch] = useQuery({
    query: sopsQuery,
    context: showsSops,
    variables,
    requestPolicy: "cache-and-network",
  });
  const faulty = useFaultySops(variables);
  const sops = data?.sops.nodes;
  const mayDraw = me.roles.includes("ADMIN");
  return (
    <div className="measure">
      <PageHeader
        title={t("sops.title")}
        actions={mayDraw && <Button onClick={open}>{t("sops.new")}</Button>}
      />
      <div className="filters">
        <TextInput
          type="search"
          aria-label={t("sops.search")}
          placeholder={t("sops.search")}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAfter([]);
          }}
        />
        <Select
          aria-label={t("cases.status")}
          placeholder={t("cases.anyStatus")}
          clearable
          clearButtonProps={{ "aria-label": t("common.clear") }}
          value={status}
          onChange={(value) => {
            setStatus(value as SopStatus | null);
            setAfter([]);
          }}
          data={statuses.map((value) => ({ value, label: t(`sopStatus.${value}`) }))}
        />
      </div>
      {sops === undefined && fetching && <Loading />}
      {sops === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {sops !== undefined && sops.length === 0 && (
        <div className="sheet">
          <EmptyState title={wanted === "" ? t("sops.none") : t("sops.noneFound")} />
        </div>
      )}
      {sops !== undefined && sops.length > 0 && (
        <OfficeGroups sops={sops} faulty={faulty} onStart={setStarting} />
      )}
      {after.map((cursor, index) => (
        <LaterSops
          key={cursor}
          filter={filter}
          after={cursor}
          isLast={index === after.length - 1}
          onMore={(next) => setAfter([...after, next])}
          onStart={setStarting}
        />
      ))}
      {after.length === 0 && data !== undefined && (
        <MoreButton page={data.sops.pageInfo} onMore={(next) => setAfter([next])} />
      )}
      {starting !== null && <StartDialog sop={starting} onClose={() => setStarting(null)} />}
      {mayDraw && <NewSopDialog opened={creating} onClose={close} />}
    </div>
  );
}

function LaterSops(props: {
  filter: SopFilter;
  after: string;
  isLast: boolean;
  onMore: (cursor: string) => void;
  onStart: (sop: SopItem) => void;
}) {
  const variables = { filter: props.filter, first: pageSize, after: props.after };
  const [{ data }] = useQuery({ query: sopsQuery, context: showsSops, variables });
  const faulty = useFaultySops(variables);
  if (data === undefined) return null;
  return (
    <>
      <OfficeGroups sops={data.sops.nodes} faulty={faulty} onStart={props.onStart} />
      {props.isLast && <MoreButton page={data.sops.pageInfo} onMore={props.onMore} />}
    </>
  );
}

function OfficeGroups(props: {
  sops: readonly SopItem[];
  faulty: ReadonlySet<string>;
  onStart: (sop: SopItem) => void;
}) {
  const groups = groupBy(props.sops, (sop) => sop.office.name);
  return [...groups].map(([office, sops]) => (
    <section key={office} className="office-group" aria-label={office}>
      <h2 className="section-title">{office}</h2>
      <div className="sheet">
        <ul className="ledger">
          {sops.map((sop) => (
            <SopRow
              key={sop.id}
              sop={sop}
              isFaulty={props.faulty.has(sop.id)}
              onStart={() => props.onStart(sop)}
            />
          ))}
        </ul>
      </div>
    </section>
  ));
}

const tones: Record<SopStatus, string> = {
  IN_FORCE: "done",
  SCHEDULED: "active",
  DRAFT_ONLY: "confirm",
  RETIRED: "",
};

function SopRow(props: { sop: SopItem; isFaulty: boolean; onStart: () => void }) {
  const { t } = useTranslation();
  const { sop, isFaulty, onStart } = props;
  return (
    <li className="sop-row">
      <div>
        <Link className="row-link" to={`/sop/${encodeURIComponent(sop.id)}`}>
          {sop.title}
        </Link>
        <div className="quiet">
          <SopNumber sop={sop} />
        </div>
        {isFaulty && <div className="sop-fault">{t("sops.faulty")}</div>}
      </div>
      <div>
        <span className="state" data-tone={tones[sop.status]}>
          {t(`sopStatus.${sop.status}`)}
        </span>
        {sop.draft?.status === "SUBMITTED" ? (
          <div className="quiet">{t("sops.hasSubmission")}</div>
        ) : (
          sop.draft !== null &&
          sop.status !== "DRAFT_ONLY" && <div className="quiet">{t("sops.hasDraft")}</div>
        )}
      </div>
      <div className="row-actions sop-start">
        {sop.canStart ? (
          <Button variant="default" size="xs" onClick={onStart}>
            {t("sops.start")}
          </Button>
        ) : (
          sop.startedByLane !== null && (
            <span className="quiet">{t("sops.startedBy", { lane: sop.startedByLane })}</span>
          )
        )}
      </div>
    </li>
  );
}
