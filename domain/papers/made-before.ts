import { kindOf } from "../kinds/node-kinds.js";
import type { EdgeKey, Graph, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { isSameSet, OutputBits, type OutputSet } from "./output-bits.js";
import type { PaperLink } from "./paper-links.js";
import type { PapersGiven } from "./papers-given.js";

/**
 * The links whose output may not have been made yet when a case comes to the step. What has been
 * made on every way there is the greatest solution of: after a step, what had been made before it
 * and what it gives; where ways meet, what was made on each; at a join, what was made on any.
 */
export function uncertainLinks(
  graph: Graph,
  index: GraphIndex,
  links: readonly PaperLink[],
  given: PapersGiven,
): PaperLink[] {
  const bits = new OutputBits(links.map(({ output }) => output));
  const before = madeBefore(graph, index, bits, given);
  return links.filter(({ node, output }) => !bits.has(before(node), output));
}

/** For each node, what has been made on every way there. */
function madeBefore(
  graph: Graph,
  index: GraphIndex,
  bits: OutputBits,
  given: PapersGiven,
): (node: NodeKey) => OutputSet {
  // What nothing is known of yet does not take anything away.
  const unknown = bits.all();
  const onEdge = new Map<EdgeKey, OutputSet>();
  const before = (key: NodeKey): OutputSet => {
    const isJoin = kindOf(index.nodes.get(key)!).waitsForAll;
    const into = index.edgesInto(key);
    const all = isJoin || into.length === 0 ? bits.of() : bits.all();
    for (const edge of into) {
      const come = onEdge.get(edge.key) ?? unknown;
      for (let word = 0; word < all.length; word += 1) {
        all[word] = isJoin ? all[word]! | come[word]! : all[word]! & come[word]!;
      }
    }
    return all;
  };
  const open = new Set(graph.nodes.map(({ key }) => key));
  for (const key of open) {
    open.delete(key);
    const come = before(key);
    for (const edge of index.edgesFrom(key)) {
      const own = bits.of(given(key, edge.key));
      const after = come.map((word, at) => word | own[at]!);
      const known = onEdge.get(edge.key);
      if (known !== undefined && isSameSet(known, after)) continue;
      onEdge.set(edge.key, after);
      open.add(edge.to);
    }
  }
  return before;
}
