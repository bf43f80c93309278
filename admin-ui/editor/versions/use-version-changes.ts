import { useState } from "react";
import { useClient, useQuery, type CombinedError } from "urql";
import type { VersionChangesQuery } from "../../generated/graphql.js";
import { versionChangesQuery, type ChangeRow } from "./history-operations.js";

const pageSize = 100;

interface Loaded {
  readonly rows: readonly ChangeRow[];
  /** Where the next page begins; `null` where there is none. */
  readonly next: string | null;
}

/** The history of one version, newest first, as far as it was asked for. */
export function useVersionChanges(versionId: string): {
  readonly loaded: Loaded | null;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
  /** Reads the next page; the first one again where that could not be read. */
  readonly more: () => void;
} {
  const client = useClient();
  const [first, readFirst] = useQuery({
    query: versionChangesQuery,
    variables: { id: versionId, first: pageSize },
    requestPolicy: "network-only",
  });
  const [later, setLater] = useState<Loaded | null>(null);
  const [fetching, setFetching] = useState(false);
  const page = pageOf(first.data);
  const loaded = page && later ? { rows: [...page.rows, ...later.rows], next: later.next } : page;
  const more = async (): Promise<void> => {
    if (loaded === null || loaded.next === null) {
      readFirst({ requestPolicy: "network-only" });
      return;
    }
    setFetching(true);
    const variables = { id: versionId, first: pageSize, after: loaded.next };
    const result = await client.query(versionChangesQuery, variables).toPromise();
    setFetching(false);
    const next = pageOf(result.data);
    if (next !== null) setLater({ rows: [...(later?.rows ?? []), ...next.rows], next: next.next });
  };
  return { loaded, error: first.error, fetching, more: () => void more() };
}

function pageOf(data: VersionChangesQuery | undefined): Loaded | null {
  if (data?.node?.__typename !== "SopVersion") return null;
  const { nodes, pageInfo } = data.node.changes;
  return { rows: nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
}
