import { kindOf } from "../kinds/node-kinds.js";
import { unreachableNodes } from "../sop/reachable.js";
import { comeFrom } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** A step that no case can come to is a drawing error. */
export const reachableFromStart: Rule = {
  name: "reachable-from-start",
  level: "ERROR",
  waitsFor: ["one-start"],
  check(graph, index) {
    // Without a start, that is what is wrong.
    if (!graph.nodes.some((node) => kindOf(node).begins)) return [];
    return unreachableNodes(graph, index).map((key) =>
      finding("reachable-from-start", { nodeKeys: [key] }),
    );
  },
  cures: ({ nodeKeys }, graph, index, context) =>
    nodeKeys
      .flatMap((key) => index.nodes.get(key) ?? [])
      .flatMap((node) => comeFrom(graph, index, node, context)),
};
