import { useEffect, useMemo, useState } from "react";
import { useQuery, useSubscription, type CombinedError } from "urql";
import { atMostEvery } from "../app/at-most-every.js";
import { showsCases } from "../app/shows-types.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { LaneThroughputInput } from "../generated/graphql.js";
import {
  laneThroughputQuery,
  type Report,
  throughputChangedSubscription,
} from "./throughput-operations.js";

/** ms: a busy office changes many times a second, and a report is more than a row. */
const pause = 2000;
/** ms: what waits grows older although nothing happens. */
const round = 5 * 60_000;

export interface ShownReport {
  readonly report: Report;
  /** What was asked for to get it; what is asked for now may be on its way. */
  readonly input: LaneThroughputInput;
}

export interface ReportReading {
  /** The newest that came, also while another is being read or could not be. */
  readonly shown: ShownReport | null;
  readonly error: CombinedError | null;
  /** Whether what is shown is of something else than what is asked for now. */
  readonly isOld: boolean;
  /** Counts up when something happened that the report may show. */
  readonly news: number;
  readonly readAgain: () => void;
}

/** The report, read again while things happen. It never gives way to an empty screen. */
export function useReport(input: LaneThroughputInput): ReportReading {
  const [{ data, error, operation, fetching }, refetch] = useQuery({
    query: laneThroughputQuery,
    variables: { input },
    context: showsCases,
    requestPolicy: "cache-and-network",
  });
  const [shown, show] = useState<ShownReport | null>(null);
  const [news, setNews] = useState(0);
  // A refusal comes with data that is null as a whole, which its type does not say.
  const report = data?.laneThroughput;
  if (report !== undefined && operation !== undefined && report !== shown?.report) {
    show({ report, input: operation.variables.input });
  }
  const readAgain = useMemo(
    () =>
      atMostEvery(pause, () => {
        setNews((count) => count + 1);
        refetch({ requestPolicy: "network-only" });
      }),
    [refetch],
  );
  useLiveRefetch(readAgain);
  useSubscription(
    {
      query: throughputChangedSubscription,
      variables: { officeId: input.scope.officeId },
    },
    (_, message) => {
      readAgain();
      return message;
    },
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") readAgain();
    }, round);
    return () => clearInterval(timer);
  }, [readAgain]);
  return {
    shown,
    error: error !== undefined && !fetching ? error : null,
    isOld: shown !== null && JSON.stringify(shown.input) !== JSON.stringify(input),
    news,
    readAgain,
  };
}
