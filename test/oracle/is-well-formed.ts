import type { Graph, GraphNode, NodeKind } from "../../domain/sop/graph.js";

/** The least and the most. */
export type Range = readonly [least: number, most: number];

/** How many arrows lead into a symbol and out of it, as the form knows them. */
export const arrowCounts: Readonly<
  Record<NodeKind, { readonly into: Range; readonly out: Range }>
> = {
  start: { into: [0, 0], out: [1, 1] },
  end: { into: [1, Infinity], out: [0, 0] },
  activity: { into: [1, Infinity], out: [1, 1] },
  connector: { into: [1, Infinity], out: [1, 1] },
  decision: { into: [1, Infinity], out: [2, Infinity] },
  fork: { into: [1, Infinity], out: [2, Infinity] },
  join: { into: [2, Infinity], out: [1, 1] },
};

/** Whether it can be said at all how a case goes through the graph. */
export function isWellFormed(graph: Graph): boolean {
  const { nodes, edges, lanes, outputs } = graph;
  const keys = new Set(nodes.map(({ key }) => key));
  const isUnique = [nodes, edges, lanes, outputs].every(
    (elements) => new Set(elements.map(({ key }) => key)).size === elements.length,
  );
  const count = (kind: NodeKind): number => nodes.filter((node) => node.kind === kind).length;
  return (
    isUnique &&
    count("start") === 1 &&
    count("end") > 0 &&
    edges.every(({ from, to }) => keys.has(from) && keys.has(to)) &&
    hasArrows(graph) &&
    !hasIdleRound(graph)
  );
}

function hasArrows({ nodes, edges }: Graph): boolean {
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  for (const { from, to } of edges) {
    out.set(from, (out.get(from) ?? 0) + 1);
    into.set(to, (into.get(to) ?? 0) + 1);
  }
  const isIn = ([least, most]: Range, number: number): boolean => least <= number && number <= most;
  return nodes.every(
    ({ key, kind }) =>
      isIn(arrowCounts[kind].into, into.get(key) ?? 0) &&
      isIn(arrowCounts[kind].out, out.get(key) ?? 0),
  );
}

/** Whether it costs nobody anything to come past a node: a called case that goes its own way does not. */
const isIdle: Readonly<Record<NodeKind, (node: GraphNode) => boolean>> = {
  start: ({ work }) => !work,
  end: ({ work }) => !work,
  activity: () => false,
  decision: () => false,
  connector: ({ call }) => call !== null && !call.waits,
  fork: () => true,
  join: () => true,
};

/** Takes away idle nodes into which no idle node leads, until none is left or all are on the way of a round. */
function hasIdleRound({ nodes, edges }: Graph): boolean {
  const left = new Set(nodes.filter((node) => isIdle[node.kind](node)).map(({ key }) => key));
  for (;;) {
    const entered = new Set(edges.filter(({ from }) => left.has(from)).map(({ to }) => to));
    const free = [...left].filter((key) => !entered.has(key));
    if (free.length === 0) return left.size > 0;
    for (const key of free) left.delete(key);
  }
}
