import type { VisitNo } from "../engine/case-state.js";
import type { Plan } from "../plan/plan.js";
import type { LaneKey } from "../sop/graph.js";
import type { CaseMoment } from "./case-moments.js";

/** From whom work came. */
export interface Givers {
  /** Lanes whose work it was, one for each position, and none of the receiver's own position. */
  readonly from: readonly LaneKey[];
  /** Whether it was sent back. */
  readonly isReturned: boolean;
}

/**
 * Whose finished work opened a visit in `lane`: the lanes of the visits that caused it, or the one that
 * sent the case back. What was taken back by recalling it was given by nobody.
 */
export function givers(plan: Plan, moment: CaseMoment, visit: VisitNo, lane: LaneKey): Givers {
  const { events, state } = moment;
  const taskLane = (no: number | undefined): LaneKey | undefined =>
    no === undefined ? undefined : state.tasks[no - 1]?.lane;
  const back = events.find(({ type }) => type === "CASE_RETURNED" || type === "CASE_RECALLED");
  if (back?.type === "CASE_RECALLED") return { from: [], isReturned: false };
  if (back?.type === "CASE_RETURNED") {
    const from = distinct(plan, [taskLane(back.task)], lane);
    return { from, isReturned: true };
  }
  const lanes = state.visits[visit - 1]!.causes.map((cause) => {
    const { closedBy, node } = state.visits[cause - 1]!;
    return taskLane(closedBy) ?? connectorLane(plan, node);
  });
  return { from: distinct(plan, lanes, lane), isReturned: false };
}

/** Lanes of one position are one hand, so that a report by position counts each once as well. */
function distinct(
  plan: Plan,
  lanes: readonly (LaneKey | undefined)[],
  to: LaneKey,
): readonly LaneKey[] {
  const hands = new Map<string, LaneKey>();
  const own = handOf(plan, to);
  for (const lane of lanes) {
    if (lane === undefined) continue;
    const hand = handOf(plan, lane);
    if (hand !== own && !hands.has(hand)) hands.set(hand, lane);
  }
  return [...hands.values()];
}

function handOf(plan: Plan, lane: LaneKey): string {
  const binding = plan.bindings.get(lane);
  if (binding?.type === "REQUESTER") return "requester";
  return binding ? `position ${binding.position}` : `lane ${lane}`;
}

function connectorLane(plan: Plan, node: string): LaneKey | undefined {
  const step = plan.nodes.get(node);
  return step?.opens === "CALL" ? step.parts[0]?.lane : undefined;
}
