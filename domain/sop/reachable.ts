import type { NodeKey } from "./graph.js";

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
