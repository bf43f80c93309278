import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";

/**
 * The steps to which a decision may send back what it refuses: what leads to it, the nearest row
 * above first.
 */
export function stepsBefore(graph: Graph, index: GraphIndex, node: GraphNode): GraphNode[] {
  const sources = new Set(index.edgesInto(node.key).map(({ from }) => from));
  const at = graph.nodes.findIndex(({ key }) => key === node.key);
  return graph.nodes
    .slice(0, Math.max(at, 0))
    .filter((one) => sources.has(one.key) && isWorkWithWayIn(one))
    .reverse();
}

const isWorkWithWayIn = (node: GraphNode): boolean =>
  kindOf(node).opens(node) === "TASKS" && kindOf(node).edgesIn.max !== 0;
