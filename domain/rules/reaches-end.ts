import { kindOf } from "../kinds/node-kinds.js";
import { reachable } from "../sop/reachable.js";
import { goOn } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** From every step there is a way to an end. */
export const reachesEnd: Rule = {
  name: "reaches-end",
  level: "ERROR",
  waitsFor: ["has-end"],
  check(graph, { edgesInto }) {
    const ends = graph.nodes.filter((node) => kindOf(node).ends).map((node) => node.key);
    if (ends.length === 0) return [];
    const seen = reachable(ends, (node) => edgesInto(node).map((edge) => edge.from));
    return graph.nodes
      .filter((node) => !seen.has(node.key))
      .map((node) => finding("reaches-end", { nodeKeys: [node.key] }));
  },
  cures: ({ nodeKeys }, graph, index, context) =>
    nodeKeys
      .flatMap((key) => index.nodes.get(key) ?? [])
      .flatMap((node) => goOn(graph, index, node, context)),
};
