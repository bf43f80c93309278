import type { EdgeKey, Graph, NodeKey, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { choosesWay, type OwedOn, owedOnWays } from "./owed-on-way.js";
import { hasTasks, linkedOutputs } from "./paper-links.js";

/** What is given for certain at a node that a case leaves by an arrow; a step that ends it may leave by `null`. */
export type PapersGiven = (node: NodeKey, way: EdgeKey | null) => readonly OutputKey[];

/** One list, as all that is given alike is. */
const none: readonly OutputKey[] = [];

/**
 * What each step gives when it is done: all that it yields, but a decision only what the way needs
 * that it chooses, and what it is linked to itself.
 */
export function papersGiven(
  graph: Graph,
  index: GraphIndex,
  owedOn: OwedOn = owedOnWays(graph, index),
): PapersGiven {
  const always = new Map<NodeKey, readonly OutputKey[]>();
  const onWay = new Map<EdgeKey, readonly OutputKey[]>();
  for (const node of graph.nodes) {
    if (!hasTasks(node)) continue;
    if (!choosesWay(node)) {
      always.set(node.key, node.outputs);
      continue;
    }
    const own = linkedOutputs(node).filter((output) => node.outputs.includes(output));
    for (const edge of index.edgesFrom(node.key)) {
      const owed = owedOn(node, edge);
      onWay.set(edge.key, own.length === 0 ? owed : [...new Set([...own, ...owed])]);
    }
  }
  return (node, way) => always.get(node) ?? (way === null ? none : (onWay.get(way) ?? none));
}
