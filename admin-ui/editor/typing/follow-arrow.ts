import type { Edge, EdgeKey, Graph, NodeKey } from "../../../domain/index.js";

/** The arrows between which Ctrl+Left and Ctrl+Right choose, in the order in which they are drawn. */
export const arrowsFrom = (graph: Graph, node: NodeKey): readonly Edge[] =>
  graph.edges.filter(({ from }) => from === node);

/** The arrow that Ctrl+Down follows out of `node`: the chosen one, or else the first. */
export function arrowOut(graph: Graph, node: NodeKey, chosen: EdgeKey | null): Edge | null {
  const arrows = arrowsFrom(graph, node);
  return arrows.find(({ key }) => key === chosen) ?? arrows[0] ?? null;
}

/** The next or previous arrow out of `node`, round and round. */
export function otherArrow(
  graph: Graph,
  node: NodeKey,
  chosen: EdgeKey | null,
  step: 1 | -1,
): Edge | null {
  const arrows = arrowsFrom(graph, node);
  const at = arrows.findIndex(({ key }) => key === chosen);
  // Nothing is chosen yet, but the first one is what would be followed.
  const from = at === -1 ? 0 : at;
  return arrows[(from + step + arrows.length) % arrows.length] ?? null;
}

/**
 * The arrow that Ctrl+Up follows back from `node`: the one that one came by, or else the one that
 * comes from nearest above.
 */
export function arrowIn(graph: Graph, node: NodeKey, chosen: EdgeKey | null): Edge | null {
  const arrows = graph.edges.filter(({ to }) => to === node);
  const cameBy = arrows.find(({ key }) => key === chosen);
  if (cameBy !== undefined) return cameBy;
  const rows = new Map(graph.nodes.map(({ key }, index) => [key, index]));
  const here = rows.get(node) ?? 0;
  const rank = ({ from }: Edge): number => {
    const at = rows.get(from) ?? 0;
    return at < here ? here - at : graph.nodes.length + at;
  };
  return arrows.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
