import { kindOf, type DocumentEdit, type Graph, type GraphNode } from "../../../domain/index.js";
import { addEdge, changeEdge, type NewKey } from "./graph-changes.js";

/**
 * A new step in the middle of an arrow. Its row is right before the one that the arrow leads to, or
 * right under the one that it comes from where it leads back. A decision's first outcome goes on,
 * the others back to where the arrow came from. `null`: no such arrow, or a step from which nothing
 * can go on.
 */
export function insertOnArrow(
  graph: Graph,
  edgeKey: string,
  node: GraphNode,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] | null {
  const edge = graph.edges.find(({ key }) => key === edgeKey);
  if (edge === undefined) return null;
  const { namesOutcomes, edgesOut, edgesIn } = kindOf(node);
  if (edgesOut.max === 0 || edgesIn.max === 0) return null;
  const rowOf = (key: string): number => graph.nodes.findIndex((other) => other.key === key);
  const from = rowOf(edge.from);
  const to = rowOf(edge.to);
  const source = graph.nodes[from];
  const back = source !== undefined && kindOf(source).edgesIn.max === 0 ? edge.to : edge.from;
  const names: readonly (string | null)[] = namesOutcomes ? outcomes : [null];
  return [
    { op: "ADD", in: "nodes", index: to > from ? to : from + 1, value: node },
    changeEdge({ ...edge, to: node.key }),
    ...names.map((outcome, index) =>
      addEdge(
        graph,
        { key: newKey(), from: node.key, to: index === 0 ? edge.to : back, outcome },
        index,
      ),
    ),
  ];
}
