import { useMemo } from "react";
import { useQuery, type CombinedError } from "urql";
import type { SopDocument } from "../../../domain/index.js";
import { showsSops } from "../../app/shows-types.js";
import { versionQuery, type VersionData } from "../sop-operations.js";
import type { CompareSide } from "./compare-sides.js";
import { documentAtQuery } from "./history-operations.js";
import { documentOf } from "./version-document.js";

export interface SideDocument {
  readonly fetching: boolean;
  readonly error: CombinedError | undefined;
  readonly version: VersionData | null;
  /** `null` until it is read, and where there is none that may be read. */
  readonly document: SopDocument | null;
  readonly retry: () => void;
}

/** What one side of a comparison says. */
export function useSideDocument(side: CompareSide | null): SideDocument {
  const isPast = side !== null && side.revision !== null;
  const [head, readHead] = useQuery({
    query: versionQuery,
    variables: { id: side?.versionId ?? "" },
    pause: side === null,
    context: showsSops,
    requestPolicy: "cache-and-network",
  });
  const [past, readPast] = useQuery({
    query: documentAtQuery,
    variables: { id: side?.versionId ?? "", revision: side?.revision ?? 1 },
    pause: !isPast,
  });
  const node = head.data?.node;
  const version = node?.__typename === "SopVersion" ? node : null;
  const old = past.data?.node;
  const document = useMemo(() => {
    if (!isPast) return version === null ? null : documentOf(version);
    return old?.__typename === "SopVersion" ? (old.documentAt as SopDocument | null) : null;
  }, [isPast, version, old]);
  const fetching = (head.fetching && version === null) || (isPast && past.fetching);
  const retry = () => {
    readHead({ requestPolicy: "network-only" });
    if (isPast) readPast({ requestPolicy: "network-only" });
  };
  return { fetching, error: head.error ?? past.error, version, document, retry };
}
