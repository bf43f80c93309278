import { mendLanes } from "./mend-lanes.js";
import { finding, type Rule } from "./rule.js";

/** A step in a lane that is not on the form. */
export const knownLane: Rule = {
  name: "known-lane",
  level: "ERROR",
  check: (graph, { lanes }) =>
    graph.nodes
      .filter((node) => node.parts.some((part) => !lanes.has(part.lane)))
      .map((node) => finding("known-lane", { nodeKeys: [node.key] })),
  cures: ({ nodeKeys }, graph, { nodes }) =>
    nodeKeys.flatMap((key) => nodes.get(key) ?? []).flatMap((node) => mendLanes(graph, node)),
};
