import type { Edge, EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import type { TimedPlay } from "./timed-play.js";

/**
 * The arrows that lead back to what every way here has passed; `null` where one can go round without
 * any of them, so that it is not plain which arrow leads back.
 */
export function waysBack(graph: Graph): ReadonlySet<EdgeKey> | null {
  const start = graph.nodes.find(({ kind }) => kind === "start")!.key;
  const canCome = (without: NodeKey | null): Set<NodeKey> => {
    const seen = new Set(start === without ? [] : [start]);
    for (const key of seen) {
      for (const { from, to } of graph.edges) if (from === key && to !== without) seen.add(to);
    }
    return seen;
  };
  const back = new Set<EdgeKey>();
  for (const { key } of graph.nodes) {
    const others = canCome(key);
    for (const edge of graph.edges) {
      if (edge.to === key && !others.has(edge.from)) back.add(edge.key);
    }
  }
  const left = new Set(graph.nodes.map(({ key }) => key));
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const key of left) {
      const isEntered = graph.edges.some(
        (edge) => edge.to === key && !back.has(edge.key) && left.has(edge.from),
      );
      if (!isEntered) left.delete(key);
    }
  }
  return left.size === 0 ? back : null;
}

/** How often a play went along an arrow. */
export function timesAlong(graph: Graph, { visits }: TimedPlay): (edge: Edge) => number {
  const counts = new Map<string, number>();
  for (const { node, outcome } of visits) {
    const name = outcome ?? `node ${node}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const along = (edge: Edge): number => {
    const node = graph.nodes.find(({ key }) => key === edge.from)!;
    const into = graph.edges.filter(({ to }) => to === node.key);
    if (node.kind === "decision") return counts.get(edge.key) ?? 0;
    if (node.kind === "fork") return into.reduce((sum, one) => sum + along(one), 0);
    if (node.kind === "join") return along(into[0]!);
    return node.kind === "start" && !node.work ? 1 : (counts.get(`node ${node.key}`) ?? 0);
  };
  return along;
}
