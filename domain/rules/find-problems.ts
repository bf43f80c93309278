import type { Graph } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import { boundLane } from "./bound-lane.js";
import { connectorTarget } from "./connector-target.js";
import { danglingEdge } from "./dangling-edge.js";
import { edgeCount } from "./edge-count.js";
import { hasEnd } from "./has-end.js";
import { knownLane } from "./known-lane.js";
import { knownOutput } from "./known-output.js";
import { laneCount } from "./lane-count.js";
import { namedOutcomes } from "./named-outcomes.js";
import { oneStart } from "./one-start.js";
import { reachableFromStart } from "./reachable-from-start.js";
import { reachesEnd } from "./reaches-end.js";
import type { Problem, Rule } from "./rule.js";
import { stepText } from "./step-text.js";
import { uniqueKeys } from "./unique-keys.js";
import { workInEveryCycle } from "./work-in-every-cycle.js";

/** Every rule that an SOP must pass before it is enacted, in the order in which a drafter would fix them. */
export const rules: readonly Rule[] = [
  uniqueKeys,
  oneStart,
  hasEnd,
  danglingEdge,
  knownLane,
  laneCount,
  boundLane,
  stepText,
  edgeCount,
  namedOutcomes,
  reachableFromStart,
  reachesEnd,
  workInEveryCycle,
  knownOutput,
  connectorTarget,
];

/** Everything that keeps the graph from being enacted; empty when nothing does. */
export function findProblems(graph: Graph): Problem[] {
  const index = indexGraph(graph);
  return rules.flatMap((rule) => rule.check(graph, index));
}
