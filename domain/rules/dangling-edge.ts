import { changeArrow, dropArrow, rowAfter } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** An arrow from or to a symbol that is not there. */
export const danglingEdge: Rule = {
  name: "dangling-edge",
  level: "ERROR",
  check: (graph, { nodes }) =>
    graph.edges
      .filter((edge) => !nodes.has(edge.from) || !nodes.has(edge.to))
      .map((edge) =>
        finding("dangling-edge", {
          edgeKeys: [edge.key],
          nodeKeys: [edge.from, edge.to].filter((key) => nodes.has(key)),
        }),
      ),
  cures({ edgeKeys }, graph) {
    const edge = graph.edges.find(({ key }) => key === edgeKeys[0]);
    if (edge === undefined) return [];
    const next = rowAfter(graph, edge.from);
    const lead = next === null ? [] : [changeArrow({ ...edge, to: next.key })];
    return [
      { name: "drop-arrow", params: {}, edits: [dropArrow(edge)] },
      { name: "connect-onward", params: {}, edits: lead },
    ];
  },
};
