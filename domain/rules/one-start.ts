import { kindOf, nodeKinds } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import type { Graph } from "../sop/graph.js";
import type { Cure, CureContext } from "./cure.js";
import { addArrow } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** A case must know where to begin. */
export const oneStart: Rule = {
  name: "one-start",
  level: "ERROR",
  check(graph) {
    const starts = graph.nodes.filter((node) => kindOf(node).begins);
    if (starts.length === 1) return [];
    const nodeKeys = starts.map((node) => node.key);
    return [finding("one-start", { nodeKeys, params: { count: starts.length } })];
  },
  cures({ nodeKeys }, graph, { edgesFrom, edgesInto }, context) {
    if (nodeKeys.length === 0) return addStart(graph, context);
    const spare = nodeKeys.filter(
      (key) => edgesFrom(key).length === 0 && edgesInto(key).length === 0,
    );
    if (spare.length !== nodeKeys.length - 1) return [];
    const edits = spare.map((key) => ({ op: "REMOVE" as const, in: "nodes" as const, key }));
    return [{ name: "drop-spare-starts", params: {}, edits }];
  },
};

/** Above the first row, in its lane, and leading there. */
function addStart(graph: Graph, context: CureContext): Cure[] {
  const kind = Object.values(nodeKinds).find(({ begins }) => begins)?.kind;
  const first = graph.nodes.find((node) => kindOf(node).edgesIn.max !== 0);
  const lane = graph.nodes.find(({ parts }) => parts.length > 0)?.parts[0]?.lane;
  if (kind === undefined || first === undefined || lane === undefined) return [];
  const start = makeNode({ key: context.newKey("n"), kind, parts: [{ lane, label: null }] });
  const edits = [
    { op: "ADD" as const, in: "nodes" as const, index: 0, value: start },
    addArrow(graph, context, { from: start.key, to: first.key }),
  ];
  return [{ name: "add-start", params: {}, edits }];
}
