import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { PagedLedger } from "../app/paged-ledger.js";
import { showsCases } from "../app/shows-types.js";
import { EmptyState } from "../app/states.js";
import { useFormat } from "../app/use-format.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { CaseState } from "../cases/case-state.js";
import type { RequestsQuery } from "../generated/graphql.js";
import { requestsQuery } from "./request-operations.js";
import "./requests.css";

const pageSize = 20;
type RequestItem = RequestsQuery["instances"]["nodes"][number];

/** What one has asked the offices for, and where each of it is. */
export function RequestsPage() {
  const { t } = useTranslation();
  const source = {
    query: requestsQuery,
    context: showsCases,
    variables: { filter: { requestedByMe: true }, first: pageSize },
    page: (data: RequestsQuery) => data.instances,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  useLiveRefetch(first[1]);
  return (
    <div className="measure">
      <PageHeader
        title={t("requests.title")}
        actions={
          <Button component={Link} to="/layanan">
            {t("requests.new")}
          </Button>
        }
      />
      <PagedLedger
        source={source}
        first={first}
        renderRow={(one) => <RequestRow key={one.id} item={one} />}
        empty={<EmptyState title={t("requests.none")}>{t("requests.noneHint")}</EmptyState>}
      />
    </div>
  );
}

function RequestRow({ item }: { item: RequestItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sentence, places } = item.whereabouts;
  const own = places.find((place) => place.isRequester && place.taskId !== null);
  return (
    <li className="request-row" data-own={own !== undefined || undefined}>
      <div>
        <Link className="row-link" to={`/berkas/${encodeURIComponent(item.id)}`}>
          {item.title ?? item.sop.title}
        </Link>
        <div className="quiet">
          {item.title !== null && `${item.sop.title} · `}
          {item.sop.office.name} · {format.date(item.startedAt)}
        </div>
      </div>
      <p className="request-where">{sentence}</p>
      <div className="request-side">
        <CaseState
          status={item.status}
          late={places.some((place) => place.overdue && !place.isRequester)}
        />
        {own?.taskId && (
          <div className="row-actions">
            <Button component={Link} to={`/tugas/${encodeURIComponent(own.taskId)}`} size="xs">
              {t("requests.answer")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
