import type { ReactNode } from "react";
import { useParams } from "react-router";
import { useQuery, type RequestPolicy } from "urql";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { sopQuery, type SopData } from "./sop-operations.js";

/** Reads the SOP that the page's address names, and shows what is made of it. */
export function SopLoader(props: {
  requestPolicy?: RequestPolicy;
  children: (sop: SopData) => ReactNode;
}) {
  const { requestPolicy = "cache-first", children } = props;
  const { sopId = "" } = useParams();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: sopQuery,
    variables: { id: sopId },
    requestPolicy,
  });
  const sop = data?.node;
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  return sop?.__typename === "Sop" ? children(sop) : <NotFound />;
}
