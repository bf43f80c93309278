import { problem, type Rule } from "./rule.js";

/** An arrow from or to a symbol that is not there. */
export const danglingEdge: Rule = {
  name: "dangling-edge",
  check: (graph, { nodes }) =>
    graph.edges
      .filter((edge) => !nodes.has(edge.from) || !nodes.has(edge.to))
      .map((edge) =>
        problem("dangling-edge", {
          edgeKeys: [edge.key],
          nodeKeys: [edge.from, edge.to].filter((key) => nodes.has(key)),
        }),
      ),
};
