import { Anchor, Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { ErrorState, Loading, NotFound } from "../../app/states.js";
import { useLiveRefetch } from "../../app/use-live-refetch.js";
import { caseQuery, type CaseView } from "../case-operations.js";
import { useCaseReading } from "../use-case-reading.js";
import { RecordComments } from "./record-comments.js";
import { RecordFoot } from "./record-foot.js";
import { RecordHead } from "./record-head.js";
import { RecordTable } from "./record-table.js";
import "./record.css";

/** The record of a case, made for paper: what was done, by whom and when. */
export function RecordPage() {
  const { caseId = "" } = useParams();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: caseQuery,
    variables: { id: caseId },
    requestPolicy: "cache-and-network",
  });
  useLiveRefetch(refetch);
  const item = data?.node;
  if (data === undefined && fetching) return <Loading full />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (item?.__typename !== "Instance") return <NotFound />;
  return <Record item={item} />;
}

function Record({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const reading = useCaseReading(item);
  const subject = item.title ?? t("case.of", { name: item.requesterName });
  useEffect(() => {
    document.title = `${t("record.title")}: ${subject} · Alur`;
  }, [subject, t]);
  return (
    <main className="record-desk">
      <div className="record-bar">
        <Anchor component={Link} to={`/berkas/${encodeURIComponent(item.id)}`}>
          {t("record.back")}
        </Anchor>
        <Button onClick={() => window.print()}>{t("record.print")}</Button>
      </div>
      <article className="record">
        <RecordHead reading={reading} subject={subject} />
        <RecordTable reading={reading} />
        <RecordComments reading={reading} />
        <RecordFoot reading={reading} />
      </article>
    </main>
  );
}
