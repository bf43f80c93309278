import { kindOf } from "../kinds/node-kinds.js";
import type { EdgeKey, Graph, NodeKey, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { type PaperLink, papersMade } from "./paper-links.js";

/**
 * The links whose output may not have been made yet when a case comes to the step. What has been
 * made on every way there is the greatest solution of: after a step, what had been made before it
 * and what it makes; where ways meet, what was made on each; at a join, what was made on any.
 */
export function uncertainLinks(
  graph: Graph,
  index: GraphIndex,
  links: readonly PaperLink[],
): PaperLink[] {
  const outputs = [...new Set(links.map(({ output }) => output))];
  const before = madeBefore(graph, index, outputs);
  const bits = new Map(outputs.map((output, bit) => [output, bit]));
  return links.filter(({ node, output }) => {
    const bit = bits.get(output)!;
    return ((before(node)[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0;
  });
}

/** For each node, one bit per output: whether it has been made on every way there. */
function madeBefore(
  graph: Graph,
  index: GraphIndex,
  outputs: readonly OutputKey[],
): (node: NodeKey) => Uint32Array {
  const words = (outputs.length + 31) >> 5;
  const bits = new Map(outputs.map((output, bit) => [output, bit]));
  const made = new Map<NodeKey, Uint32Array>();
  for (const [node, given] of papersMade(graph)) {
    const own = new Uint32Array(words);
    for (const bit of given.flatMap((output) => bits.get(output) ?? [])) {
      own[bit >> 5]! |= 1 << (bit & 31);
    }
    made.set(node, own);
  }
  const onEdge = new Map<EdgeKey, Uint32Array>();
  const before = (key: NodeKey): Uint32Array => {
    const isJoin = kindOf(index.nodes.get(key)!).waitsForAll;
    const into = index.edgesInto(key);
    const all = new Uint32Array(words).fill(isJoin || into.length === 0 ? 0 : 0xffff_ffff);
    for (const edge of into) {
      const come = onEdge.get(edge.key);
      for (let word = 0; word < words; word += 1) {
        // What nothing is known of yet does not take anything away.
        const there = come?.[word] ?? 0xffff_ffff;
        all[word] = isJoin ? all[word]! | there : all[word]! & there;
      }
    }
    return all;
  };
  const open = new Set(graph.nodes.map(({ key }) => key));
  for (const key of open) {
    open.delete(key);
    const after = before(key).map((word, at) => word | (made.get(key)?.[at] ?? 0));
    for (const edge of index.edgesFrom(key)) {
      const known = onEdge.get(edge.key);
      if (known?.every((word, at) => word === after[at])) continue;
      onEdge.set(edge.key, after);
      open.add(edge.to);
    }
  }
  return before;
}
