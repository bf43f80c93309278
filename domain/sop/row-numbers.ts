import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, NodeKey } from "./graph.js";

/** The printed number of each numbered step, from the order of the rows; others are absent. */
export function rowNumbers(graph: Graph): ReadonlyMap<NodeKey, number> {
  const numbers = new Map<NodeKey, number>();
  for (const node of graph.nodes) {
    if (kindOf(node).isNumbered(node)) numbers.set(node.key, numbers.size + 1);
  }
  return numbers;
}
