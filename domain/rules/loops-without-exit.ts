import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { reachable } from "../sop/reachable.js";

/**
 * The loops that a case comes to, that somebody works in and that no arrow leads out of, each with
 * its nodes in the order of the rows. None on a form without an end: there every loop is one.
 */
export function loopsWithoutExit(graph: Graph, index: GraphIndex): NodeKey[][] {
  const { nodes, edgesFrom, edgesInto } = index;
  const keysOf = (is: "begins" | "ends"): NodeKey[] =>
    graph.nodes.filter((node) => kindOf(node)[is]).map(({ key }) => key);
  const ends = keysOf("ends");
  if (ends.length === 0) return [];
  const ending = reachable(ends, (key) => edgesInto(key).map(({ from }) => from));
  const onward = (key: NodeKey): NodeKey[] => edgesFrom(key).map(({ to }) => to);
  const come = reachable(keysOf("begins"), onward);
  const lost = graph.nodes.filter(({ key }) => come.has(key) && !ending.has(key));
  const row = new Map(lost.map(({ key }, at) => [key, at] as const));
  // An arrow to nowhere leads out, too: it breaks a rule of its own.
  const goesRound = (loop: ReadonlySet<NodeKey>): boolean =>
    [...loop].every((key) => onward(key).length > 0 && onward(key).every((to) => loop.has(to)));
  const isWorked = (key: NodeKey): boolean => {
    const node = nodes.get(key);
    return node !== undefined && kindOf(node).opens(node) !== "NOTHING";
  };
  return strongComponents(
    lost.map(({ key }) => key),
    (key) => onward(key).filter((to) => row.has(to)),
  )
    .filter((loop) => goesRound(new Set(loop)) && loop.some(isWorked))
    .map((loop) => loop.sort((a, b) => row.get(a)! - row.get(b)!))
    .sort(([a = ""], [b = ""]) => row.get(a)! - row.get(b)!);
}

/** Sets of nodes that all lead to one another (Tarjan's, without recursion). */
function strongComponents(
  keys: readonly NodeKey[],
  next: (key: NodeKey) => readonly NodeKey[],
): NodeKey[][] {
  const number = new Map<NodeKey, number>();
  const lowest = new Map<NodeKey, number>();
  const open: NodeKey[] = [];
  const isOpen = new Set<NodeKey>();
  const components: NodeKey[][] = [];
  const enter = (key: NodeKey) => {
    number.set(key, number.size);
    lowest.set(key, number.get(key)!);
    open.push(key);
    isOpen.add(key);
    return { key, to: next(key), at: 0 };
  };
  const lower = (key: NodeKey, value: number): void => {
    lowest.set(key, Math.min(lowest.get(key)!, value));
  };
  for (const root of keys) {
    if (number.has(root)) continue;
    const way = [enter(root)];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const to = step.to[step.at++];
      if (to !== undefined) {
        if (!number.has(to)) way.push(enter(to));
        else if (isOpen.has(to)) lower(step.key, number.get(to)!);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) lower(before.key, lowest.get(step.key)!);
      if (lowest.get(step.key) !== number.get(step.key)) continue;
      const component = open.splice(open.lastIndexOf(step.key));
      for (const key of component) isOpen.delete(key);
      components.push(component);
    }
  }
  return components;
}
