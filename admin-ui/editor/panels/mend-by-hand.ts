import type { Problem, RuleName } from "../../../domain/index.js";
import type { LookAt } from "./use-look-at.js";

/** The ways to where a problem is mended by saying something that only a person can know. */
const ways: Partial<Record<RuleName, (problem: Problem, look: LookAt) => void>> = {
  "bound-lane": ({ laneKeys: [lane = ""] }, look) => look.binding(lane),
  "connector-chain": ({ nodeKeys: [node = ""] }, look) => look.call(node),
  "connector-cycle": ({ nodeKeys: [node = ""] }, look) => look.call(node),
  "connector-known": ({ nodeKeys: [node = ""] }, look) => look.call(node),
  "connector-target": ({ nodeKeys: [node = ""] }, look) => look.call(node),
  "step-text": ({ nodeKeys: [node = ""] }, look) => look.text(node),
  "unbound-lane": ({ laneKeys: [lane = ""] }, look) => look.binding(lane),
  "refusal-path": ({ nodeKeys: [node = ""] }, look) => look.arrows(node),
  "step-subject": ({ nodeKeys: [node = ""] }, look) => look.text(node),
  "step-verb": ({ nodeKeys: [node = ""] }, look) => look.text(node),
  "standard-time": ({ nodeKeys: [node = ""] }, look) => look.time(node),
};

/** Goes to the field in which a problem is mended; `null` where it has none. */
export function mendByHand(problem: Problem, look: LookAt): (() => void) | null {
  const way = ways[problem.rule];
  return way === undefined ? null : () => way(problem, look);
}
