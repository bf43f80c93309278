import type { Client } from "urql";
import type { AuditFilter } from "../generated/graphql.js";
import { type AuditEntryView, auditTrailQuery } from "./audit-operations.js";

/** What fits into a spreadsheet that people still open. */
export const mostExported = 20_000;

/** Every entry that the filter lets through, page by page; `isCut`: there were more. */
export async function readWholeTrail(
  client: Client,
  filter: AuditFilter,
): Promise<{ readonly entries: readonly AuditEntryView[]; readonly isCut: boolean }> {
  const entries: AuditEntryView[] = [];
  let after: string | null = null;
  for (;;) {
    const variables: { filter: AuditFilter; first: number; after: string | null } = {
      filter,
      first: 100,
      after,
    };
    const options = { requestPolicy: "network-only" } as const;
    const { data, error } = await client.query(auditTrailQuery, variables, options).toPromise();
    if (data === undefined) throw error ?? new Error("No answer");
    const { nodes, pageInfo } = data.auditEntries;
    entries.push(...nodes);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null) return { entries, isCut: false };
    if (entries.length >= mostExported) return { entries, isCut: true };
  }
}
