import { kindOf, type GraphIndex, type GraphNode, type NodeKey } from "../../../domain/index.js";

/** The row in which a symbol is shown: a bar has none of its own and is known by the first behind it. */
export function rowOf({ nodes, edgesFrom }: GraphIndex, key: NodeKey): GraphNode | undefined {
  const seen = new Set<NodeKey>();
  let node = nodes.get(key);
  while (node !== undefined && !kindOf(node).standsInRow && !seen.has(node.key)) {
    seen.add(node.key);
    node = nodes.get(edgesFrom(node.key)[0]?.to ?? "");
  }
  return node;
}
