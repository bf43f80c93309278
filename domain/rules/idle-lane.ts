import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, LaneKey } from "../sop/graph.js";
import { finding, type Rule } from "./rule.js";

/** The lanes in which a symbol stands. */
export const lanesInUse = (graph: Graph): ReadonlySet<LaneKey> =>
  new Set(graph.nodes.flatMap(({ parts }) => parts.map(({ lane }) => lane)));

/** Whether drawing has begun: capsules alone are on the form from its beginning. */
export const hasNumberedStep = (graph: Pick<Graph, "nodes">): boolean =>
  graph.nodes.some((node) => kindOf(node).isNumbered(node));

/**
 * A performer on the form who has nothing to do. On a form without any step yet nobody has; and a
 * lane with a capsule only is in use: a start says who may begin a case, an end where it comes to.
 */
export const idleLane: Rule = {
  name: "idle-lane",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    if (!hasNumberedStep(graph)) return [];
    const used = lanesInUse(graph);
    return graph.lanes
      .filter(({ key }) => !used.has(key))
      .map(({ key, name }) => finding("idle-lane", { laneKeys: [key], params: { lane: name } }));
  },
  cures: ({ laneKeys }, _, { lanes }) =>
    laneKeys
      .flatMap((key) => lanes.get(key) ?? [])
      .map(({ key, name }) => ({
        name: "remove-lane",
        params: { lane: name },
        edits: [{ op: "REMOVE", in: "lanes", key }],
      })),
};
