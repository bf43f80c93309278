import { useEffect, useMemo, useState } from "react";
import { type CombinedError, useQuery, useSubscription } from "urql";
import { atMostEvery } from "../app/at-most-every.js";
import { showsStuck } from "../app/shows-types.js";
import { announceChange, useLiveRefetch } from "../app/use-live-refetch.js";
import type { StuckWorkInput } from "../generated/graphql.js";
import { stuckChangedSubscription, type StuckWork, stuckWorkQuery } from "./stuck-operations.js";

/** Deadlines pass although nothing happens. */
const freshForMs = 60_000;

/** What was read last stays where it cannot be read again. */
export interface ShownWork {
  readonly work: StuckWork | undefined;
  readonly error: CombinedError | undefined;
  readonly reload: () => void;
}

/** What is stuck, live: read again when anything happens in the office, and as time goes by. */
export function useStuckWork(input: StuckWorkInput): ShownWork {
  const [{ data, error, operation }, refetch] = useQuery({
    query: stuckWorkQuery,
    variables: { input },
    context: showsStuck,
    requestPolicy: "cache-and-network",
  });
  const asked = JSON.stringify(input);
  // urql shows what was asked for before until there is something else.
  const isOfThis = JSON.stringify(operation?.variables.input) === asked;
  const read = isOfThis ? data?.stuckWork : undefined;
  const [last, setLast] = useState<{ asked: string; work: StuckWork } | null>(null);
  if (read !== undefined && read !== last?.work) setLast({ asked, work: read });
  useLiveRefetch(refetch);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") announceChange();
    }, freshForMs);
    return () => clearInterval(timer);
  }, []);
  const kept = last?.asked === asked ? last.work : undefined;
  return {
    work: read ?? kept,
    error,
    reload: () => refetch({ requestPolicy: "network-only" }),
  };
}

/** Hears of whatever happens to the office's cases; what is open reads again. */
export function useStuckStream(officeId: string): void {
  const announce = useMemo(() => atMostEvery(2000, announceChange), []);
  useSubscription({ query: stuckChangedSubscription, variables: { officeId } }, (_, message) => {
    announce();
    return message;
  });
}
