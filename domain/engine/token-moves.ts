import type { PlanEdge, PlanNode } from "../plan/plan.js";
import type { Token, VisitNo } from "./case-state.js";

/** More moves than any drawn SOP makes at once: a graph that goes round without any work in it. */
export const maxMoves = 10_000;

/** A token on its way along an edge, and the visits that brought it there. */
export interface MovingToken {
  readonly edge: PlanEdge;
  readonly causes: readonly VisitNo[];
}

/** The edges that a token leaves a node on. */
export const edgesLeft = (node: PlanNode, outcome: string | null): readonly PlanEdge[] =>
  node.leaves === "EVERY_EDGE" ? node.out : node.out.filter(({ key }) => key === outcome);

/** The tokens that a join takes, one from each edge, and what they bring; `null` while one is missing. */
export function joinedTokens(
  node: PlanNode,
  waiting: readonly Token[],
): { readonly taken: readonly Token[]; readonly causes: readonly VisitNo[] } | null {
  const taken = node.in.map((key) => waiting.find(({ edge }) => edge === key));
  if (!taken.every((token) => token !== undefined)) return null;
  const causes = [...new Set(taken.flatMap((token) => token.causes))];
  return { taken, causes: causes.sort((a, b) => a - b) };
}
