import { useParams } from "react-router";
import { useQuery, useSubscription } from "urql";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { useReadNotices } from "../notices/use-read-notices.js";
import { caseChangedSubscription, caseQuery } from "./case-operations.js";
import { CaseScreen } from "./case-screen.js";

export function CasePage() {
  const { caseId = "" } = useParams();
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
  useReadNotices(caseId);
  const item = data?.node;
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (item?.__typename !== "Instance") return <NotFound />;
  // Another case is another page: nothing that was being written or played goes along.
  return <CaseScreen key={caseId} item={item} />;
}
