import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { reachable, reachableFromStart } from "../sop/reachable.js";
import { strongComponents } from "../sop/strong-components.js";

/**
 * The loops that a case comes to, that somebody works in and that no arrow leads out of, each with
 * its nodes in the order of the rows. None on a form without an end: there every loop is one.
 */
export function loopsWithoutExit(graph: Graph, index: GraphIndex): NodeKey[][] {
  const { nodes, edgesFrom, edgesInto } = index;
  const ends = graph.nodes.filter((node) => kindOf(node).ends).map(({ key }) => key);
  if (ends.length === 0) return [];
  const ending = reachable(ends, (key) => edgesInto(key).map(({ from }) => from));
  const trapped = graph.nodes.filter(({ key }) => !ending.has(key));
  if (trapped.length === 0) return [];
  const onward = (key: NodeKey): NodeKey[] => edgesFrom(key).map(({ to }) => to);
  const come = reachableFromStart(graph, index);
  const lost = trapped.filter(({ key }) => come.has(key));
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
