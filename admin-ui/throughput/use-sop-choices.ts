import { useEffect, useState } from "react";
import { useClient } from "urql";
import { showsSops } from "../app/shows-types.js";
import type { ReportChoicesQuery } from "../generated/graphql.js";
import { reportChoicesQuery } from "./throughput-operations.js";

export type SopChoice = ReportChoicesQuery["sops"]["nodes"][number];

/** Of a hundred each: no list of an office is longer. */
const mostPages = 10;
const nothing: readonly SopChoice[] = [];

/** All SOPs of an office that cases can have run by; none until they are read. */
export function useSopChoices(officeId: string): readonly SopChoice[] {
  const client = useClient();
  const [read, set] = useState<{ of: string; sops: readonly SopChoice[] } | null>(null);
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const sops: SopChoice[] = [];
      let after: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const variables: { officeId: string; after: string | null } = { officeId, after };
        const { data } = await client.query(reportChoicesQuery, variables, showsSops).toPromise();
        const found: ReportChoicesQuery["sops"] | undefined = data?.sops;
        if (isGone || found === undefined) return;
        sops.push(...found.nodes);
        if (!found.pageInfo.hasNextPage) break;
        after = found.pageInfo.endCursor ?? null;
      }
      // A draft that was never enacted has no cases.
      set({ of: officeId, sops: sops.filter(({ status }) => status !== "DRAFT_ONLY") });
    })();
    return () => {
      isGone = true;
    };
  }, [client, officeId]);
  return read?.of === officeId ? read.sops : nothing;
}
