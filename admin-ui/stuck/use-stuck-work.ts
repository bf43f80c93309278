import { useEffect, useMemo } from "react";
import { useQuery, useSubscription } from "urql";
import { atMostEvery } from "../app/at-most-every.js";
import { showsStuck } from "../app/shows-types.js";
import { announceChange, useLiveRefetch } from "../app/use-live-refetch.js";
import type { StuckWorkInput } from "../generated/graphql.js";
import { stuckChangedSubscription, stuckWorkQuery } from "./stuck-operations.js";

/** Deadlines pass although nothing happens. */
const freshForMs = 60_000;

/** What is stuck, live: read again when anything happens in the office, and as time goes by. */
export function useStuckWork(input: StuckWorkInput) {
  const query = useQuery({
    query: stuckWorkQuery,
    variables: { input },
    context: showsStuck,
    requestPolicy: "cache-and-network",
  });
  const [, refetch] = query;
  useLiveRefetch(refetch);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") announceChange();
    }, freshForMs);
    return () => clearInterval(timer);
  }, []);
  return query;
}

/** Hears of whatever happens to the office's cases; what is open reads again. */
export function useStuckStream(officeId: string): void {
  const announce = useMemo(() => atMostEvery(2000, announceChange), []);
  useSubscription({ query: stuckChangedSubscription, variables: { officeId } }, (_, message) => {
    announce();
    return message;
  });
}
