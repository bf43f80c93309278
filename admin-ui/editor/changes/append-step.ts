import { kindOf, type DocumentEdit, type Graph, type GraphNode } from "../../../domain/index.js";
import { addEdge, addStep, type NewKey } from "./graph-changes.js";
import { freeOutcome } from "./connect-steps.js";

/**
 * The next step after `after`, in the flow. An end after a step that goes several ways closes one
 * more way, instead of cutting off what the first one leads to.
 */
export function appendStep(
  graph: Graph,
  after: string,
  node: GraphNode,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] {
  const anchor = graph.nodes.find(({ key }) => key === after);
  const isMore =
    anchor !== undefined &&
    kindOf(anchor).edgesOut.max !== 1 &&
    kindOf(anchor).edgesOut.max !== 0 &&
    kindOf(node).edgesOut.max === 0;
  if (!isMore) return addStep(graph, after, node, outcomes, newKey);
  const outcome = freeOutcome(graph, anchor, outcomes);
  return [
    { op: "ADD", in: "nodes", index: graph.nodes.length, value: node },
    addEdge(graph, { key: newKey(), from: after, to: node.key, outcome }),
  ];
}
