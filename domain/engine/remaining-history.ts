import type { Plan, PlanNode } from "../plan/plan.js";
import type { CaseState, Token, Visit, VisitNo } from "./case-state.js";
import { edgesLeft, joinedTokens, maxMoves, type MovingToken } from "./token-moves.js";

/** The visits that led to one, through any number of others. */
export function ancestorsOf(state: CaseState, no: VisitNo): ReadonlySet<VisitNo> {
  const found = new Set<VisitNo>();
  const next = [...(state.visits[no - 1]?.causes ?? [])];
  for (let cause = next.pop(); cause !== undefined; cause = next.pop()) {
    if (found.has(cause)) continue;
    found.add(cause);
    next.push(...(state.visits[cause - 1]?.causes ?? []));
  }
  return found;
}

export const stands = ({ status }: Visit): boolean => status === "OPEN" || status === "DONE";

/**
 * The visits that stand and would not without this one, itself first: all that followed from it. A
 * visit is numbered after its causes, so one pass finds them.
 */
export function consequencesOf(state: CaseState, no: VisitNo): ReadonlySet<VisitNo> {
  const found = new Set([no]);
  for (const visit of state.visits) {
    if (stands(visit) && visit.causes.some((cause) => found.has(cause))) found.add(visit.no);
  }
  return found;
}

/**
 * The tokens that wait at joins when only the visits that stand have ever been: the case played
 * again from its start, each token entering the visit that it entered then. What no visit is left
 * for waits for the caller, who opens it anew.
 */
export function waitingTokens(plan: Plan, visits: readonly Visit[]): readonly Token[] {
  const left = new Map<string, Visit[]>();
  for (const visit of visits) {
    if (!stands(visit)) continue;
    const key = entryKey(visit.node, visit.causes);
    left.set(key, [...(left.get(key) ?? []), visit]);
  }
  const moving: MovingToken[] = [];
  let waiting: readonly Token[] = [];

  const leave = (node: PlanNode, outcome: string | null, causes: readonly VisitNo[]): void => {
    for (const edge of edgesLeft(node, outcome)) moving.push({ edge, causes });
  };
  const enter = (node: PlanNode, causes: readonly VisitNo[]): void => {
    if (node.opens === "NOTHING") return leave(node, null, causes);
    const visit = left.get(entryKey(node.key, causes))?.shift();
    if (visit?.status === "DONE") leave(node, visit.outcome, [visit.no]);
  };

  const start = plan.start === null ? undefined : plan.nodes.get(plan.start);
  if (start) enter(start, []);
  for (let moves = 0; moves < maxMoves; moves += 1) {
    const token = moving.shift();
    const node = token && plan.nodes.get(token.edge.to);
    if (!node) break;
    if (!node.waitsForAll) {
      enter(node, token.causes);
      continue;
    }
    waiting = [...waiting, { edge: token.edge.key, causes: token.causes }];
    const joined = joinedTokens(node, waiting);
    if (!joined) continue;
    const { taken } = joined;
    waiting = waiting.filter((one) => !taken.includes(one));
    enter(node, joined.causes);
  }
  return waiting;
}

const entryKey = (node: string, causes: readonly VisitNo[]): string =>
  `${node}|${causes.join(",")}`;
