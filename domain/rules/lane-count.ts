import { kindOf } from "../kinds/node-kinds.js";
import { mendLanes } from "./mend-lanes.js";
import { finding, type Rule } from "./rule.js";

/** Work stands in a lane (in several only when it is a joint step), and in each only once. */
export const laneCount: Rule = {
  name: "lane-count",
  level: "ERROR",
  check: (graph) =>
    graph.nodes
      .filter((node) => {
        const { min, max } = kindOf(node).parts;
        const lanes = new Set(node.parts.map((part) => part.lane));
        const count = node.parts.length;
        return count < min || (max !== null && count > max) || lanes.size < count;
      })
      .map((node) =>
        finding("lane-count", { nodeKeys: [node.key], params: { actual: node.parts.length } }),
      ),
  cures: ({ nodeKeys }, graph, { nodes }) =>
    nodeKeys.flatMap((key) => nodes.get(key) ?? []).flatMap((node) => mendLanes(graph, node)),
};
