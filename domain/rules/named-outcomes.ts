import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

/** Whoever decides must be able to tell the outcomes apart. */
export const namedOutcomes: Rule = {
  name: "named-outcomes",
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
          .map((edge) => problem("named-outcomes", { nodeKeys: [node.key], edgeKeys: [edge.key] }));
      });
  },
};
