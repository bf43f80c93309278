import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

/** A case must know where to begin. */
export const oneStart: Rule = {
  name: "one-start",
  check(graph) {
    const starts = graph.nodes.filter((node) => kindOf(node).begins);
    if (starts.length === 1) return [];
    const nodeKeys = starts.map((node) => node.key);
    return [problem("one-start", { nodeKeys, params: { count: starts.length } })];
  },
};
