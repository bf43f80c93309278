import { kindOf } from "../kinds/node-kinds.js";
import { reachable } from "../sop/reachable.js";
import { comeFrom } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** A step that no case can come to is a drawing error. */
export const reachableFromStart: Rule = {
  name: "reachable-from-start",
  level: "ERROR",
  waitsFor: ["one-start"],
  check(graph, { edgesFrom }) {
    const starts = graph.nodes.filter((node) => kindOf(node).begins).map((node) => node.key);
    if (starts.length === 0) return [];
    const seen = reachable(starts, (node) => edgesFrom(node).map((edge) => edge.to));
    return graph.nodes
      .filter((node) => !seen.has(node.key))
      .map((node) => finding("reachable-from-start", { nodeKeys: [node.key] }));
  },
  cures: ({ nodeKeys }, graph, index, context) =>
    nodeKeys
      .flatMap((key) => index.nodes.get(key) ?? [])
      .flatMap((node) => comeFrom(graph, index, node, context)),
};
