import type { Edge, Graph, GraphNode, Lane, LaneKey, NodeKey } from "./graph.js";

/** Look-ups over a graph; with duplicate keys the first one counts. */
export interface GraphIndex {
  readonly nodes: ReadonlyMap<NodeKey, GraphNode>;
  readonly lanes: ReadonlyMap<LaneKey, Lane>;
  /** In the order of `graph.edges`; edges from or to nowhere are kept. */
  edgesFrom(node: NodeKey): readonly Edge[];
  edgesInto(node: NodeKey): readonly Edge[];
}

export function indexGraph(graph: Graph): GraphIndex {
  const out = groupBy(graph.edges, (edge) => edge.from);
  const into = groupBy(graph.edges, (edge) => edge.to);
  return {
    nodes: firstByKey(graph.nodes),
    lanes: firstByKey(graph.lanes),
    edgesFrom: (node) => out.get(node) ?? [],
    edgesInto: (node) => into.get(node) ?? [],
  };
}

function firstByKey<T extends { readonly key: string }>(elements: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const element of elements) if (!map.has(element.key)) map.set(element.key, element);
  return map;
}

function groupBy<T>(elements: readonly T[], keyOf: (element: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const element of elements) {
    const group = map.get(keyOf(element));
    if (group) group.push(element);
    else map.set(keyOf(element), [element]);
  }
  return map;
}
