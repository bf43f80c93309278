import { kindOf } from "../kinds/node-kinds.js";
import { reachable } from "../sop/reachable.js";
import { loopsWithoutExit } from "./loops-without-exit.js";
import { goOn } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/**
 * From every step there is a way to an end. Loops without a way out, and what leads to them only, are
 * left to `loop-exit`, which names each once, and to `option-to-complete`, which keeps them from being
 * enacted.
 */
export const reachesEnd: Rule = {
  name: "reaches-end",
  level: "ERROR",
  waitsFor: ["has-end"],
  check(graph, index) {
    const { edgesInto } = index;
    const ends = graph.nodes.filter((node) => kindOf(node).ends).map((node) => node.key);
    if (ends.length === 0) return [];
    const told = loopsWithoutExit(graph, index).flat();
    const seen = reachable([...ends, ...told], (node) => edgesInto(node).map((edge) => edge.from));
    return graph.nodes
      .filter((node) => !seen.has(node.key))
      .map((node) => finding("reaches-end", { nodeKeys: [node.key] }));
  },
  cures: ({ nodeKeys }, graph, index, context) =>
    nodeKeys
      .flatMap((key) => index.nodes.get(key) ?? [])
      .flatMap((node) => goOn(graph, index, node, context)),
};
