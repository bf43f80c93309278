import { kindOf } from "../kinds/node-kinds.js";
import { changeArrow, freeOutcome } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** Whoever decides must be able to tell the outcomes apart. */
export const namedOutcomes: Rule = {
  name: "named-outcomes",
  level: "ERROR",
  check(graph, { edgesFrom }) {
    return graph.nodes
      .filter((node) => kindOf(node).namesOutcomes)
      .flatMap((node) => {
        const seen = new Set<string>();
        return edgesFrom(node.key)
          .filter((edge) => {
            const name = (edge.outcome ?? "").trim().toLowerCase();
            const clear = name !== "" && !seen.has(name);
            seen.add(name);
            return !clear;
          })
          .map((edge) => finding("named-outcomes", { nodeKeys: [node.key], edgeKeys: [edge.key] }));
      });
  },
  cures({ nodeKeys, edgeKeys }, _, { nodes, edgesFrom }, context) {
    const node = nodes.get(nodeKeys[0] ?? "");
    const edges = edgesFrom(nodeKeys[0] ?? "");
    const edge = edges.find(({ key }) => key === edgeKeys[0]);
    if (node === undefined || edge === undefined) return [];
    const others = edges.filter((one) => one !== edge);
    const outcome = freeOutcome(node, others, context.outcomes);
    if (outcome === null || outcome === "") return [];
    const edits = [changeArrow({ ...edge, outcome })];
    return [{ name: "name-outcome", params: { outcome }, edits }];
  },
};
