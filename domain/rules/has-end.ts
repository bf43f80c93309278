import { kindOf, nodeKinds } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import { addArrow } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

export const hasEnd: Rule = {
  name: "has-end",
  level: "ERROR",
  check: (graph) => (graph.nodes.some((node) => kindOf(node).ends) ? [] : [finding("has-end", {})]),
  /** Under the last row, in its lane; every step that leads nowhere leads there. */
  cures(_, graph, { edgesFrom }, context) {
    const kind = Object.values(nodeKinds).find(({ ends }) => ends)?.kind;
    const lane = graph.nodes.flatMap(({ parts }) => parts).at(-1)?.lane;
    if (kind === undefined || lane === undefined) return [];
    const end = makeNode({ key: context.newKey("n"), kind, parts: [{ lane, label: null }] });
    const open = graph.nodes.filter(
      (node) => edgesFrom(node.key).length === 0 && kindOf(node).edgesOut.max === 1,
    );
    const arrows = open.map((node, already) =>
      addArrow(graph, context, { from: node.key, to: end.key }, already),
    );
    const edits = [
      { op: "ADD" as const, in: "nodes" as const, index: graph.nodes.length, value: end },
      ...arrows,
    ];
    return [{ name: "add-end", params: {}, edits }];
  },
};
