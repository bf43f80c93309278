import type { Edge, Graph, GraphNode, NodeKind, Part } from "./graph.js";

/** A node with everything that is not given left empty. */
export const makeNode = (
  node: Pick<GraphNode, "key" | "kind"> & Partial<Omit<GraphNode, "key" | "kind">>,
): GraphNode => ({
  text: "",
  parts: [],
  mode: "ALL",
  work: false,
  requirements: [],
  standardTime: null,
  outputs: [],
  remarks: null,
  call: null,
  ...node,
});

/** One row of a short notation: key, kind, lanes, and what differs from an empty node. */
export type NodeRow = readonly [
  key: string,
  kind: NodeKind,
  lanes: readonly string[],
  more?: Partial<Omit<GraphNode, "key" | "kind" | "parts">>,
];

/** An arrow: from, to and, out of a decision, the outcome. */
export type EdgeRow = readonly [from: string, to: string, outcome?: string];

/** Builds a graph whose lanes are bound to positions of their own name; for fixtures and drafts. */
export function buildGraph(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): Graph {
  const lanes = [...new Set(nodes.flatMap(([, , lanesOfNode]) => lanesOfNode))];
  return {
    lanes: lanes.map((key) => ({ key, name: key, binding: { type: "POSITION", position: key } })),
    nodes: nodes.map(([key, kind, lanesOfNode, more]) =>
      makeNode({ key, kind, text: key, ...more, parts: lanesOfNode.map(toPart) }),
    ),
    edges: edges.map(toEdge),
    outputs: [],
  };
}

const toPart = (lane: string): Part => ({ lane, label: null });

const toEdge = ([from, to, outcome]: EdgeRow): Edge => ({
  key: outcome === undefined ? `${from}-${to}` : `${from}-${to}-${outcome}`,
  from,
  to,
  outcome: outcome ?? null,
});
