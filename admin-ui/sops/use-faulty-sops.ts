import { useMemo } from "react";
import { useQuery } from "urql";
import { showsFaultySops } from "../app/shows-types.js";
import { useMe } from "../app/session.js";
import type { SopsQueryVariables } from "../generated/graphql.js";
import { faultySopsQuery } from "./sop-operations.js";

/**
 * The SOPs of a page of the list whose version in force would be refused today: it was enacted before
 * a rule was made, or made binding, or before an SOP that it runs was retired. For whoever draws;
 * empty until it is known.
 */
export function useFaultySops(variables: SopsQueryVariables): ReadonlySet<string> {
  const [{ data }] = useQuery({
    query: faultySopsQuery,
    context: showsFaultySops,
    variables,
    requestPolicy: "cache-and-network",
    pause: !useMe().roles.includes("ADMIN"),
  });
  return useMemo(() => {
    const nodes = data?.sops.nodes ?? [];
    const faulty = nodes.filter(({ inForce }) =>
      inForce?.warnings.some(({ level }) => level === "ERROR"),
    );
    return new Set(faulty.map(({ id }) => id));
  }, [data]);
}
