import { Alert, Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { useMe } from "../app/session.js";
import { useFormat } from "../app/use-format.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { WaitingWords } from "./case-family.js";
import { waitingCallsQuery } from "./case-operations.js";

/** Tells admin and manager of the cases whose connectors cannot start their SOP. */
export function WaitingCallsBanner() {
  const { roles } = useMe();
  return roles.includes("ADMIN") || roles.includes("MANAGER") ? <Banner /> : null;
}

function Banner() {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [{ data }, refetch] = useQuery({
    query: waitingCallsQuery,
    requestPolicy: "cache-and-network",
  });
  useLiveRefetch(refetch);
  const calls = data?.waitingCalls ?? [];
  if (calls.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" mb="md">
      <div className="waiting-banner">
        <strong>{t("family.banner", { count: calls.length })}</strong>
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "family.hideList" : "family.showList")}
        </Button>
      </div>
      {isOpen && (
        <ul className="next-list waiting-list">
          {calls.map((call) => (
            <li key={`${call.instance.id} ${call.node.key} ${call.since}`}>
              <Anchor component={Link} to={`/berkas/${encodeURIComponent(call.instance.id)}`}>
                {call.instance.title ?? t("case.of", { name: call.instance.requesterName })}
              </Anchor>
              <div className="quiet">{call.instance.sop.title}</div>
              <WaitingWords call={call} since={format.dateTime(call.since)} />
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
