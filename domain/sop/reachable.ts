import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, NodeKey } from "./graph.js";
import type { GraphIndex } from "./graph-index.js";

/** Every node that can be walked to from `from`, those included. */
export function reachable(
  from: Iterable<NodeKey>,
  next: (node: NodeKey) => Iterable<NodeKey>,
): Set<NodeKey> {
  const seen = new Set<NodeKey>(from);
  const open = [...seen];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const target of next(node)) {
      if (!seen.has(target)) {
        seen.add(target);
        open.push(target);
      }
    }
  }
  return seen;
}

/** Every node to which arrows lead from a start, the starts included. */
export const reachableFromStart = (graph: Graph, { edgesFrom }: GraphIndex): Set<NodeKey> =>
  reachable(
    graph.nodes.filter((node) => kindOf(node).begins).map(({ key }) => key),
    (node) => edgesFrom(node).map(({ to }) => to),
  );

/** The nodes to which no arrow leads from a start. */
export function unreachableNodes(graph: Graph, index: GraphIndex): NodeKey[] {
  const seen = reachableFromStart(graph, index);
  return graph.nodes.filter(({ key }) => !seen.has(key)).map(({ key }) => key);
}
