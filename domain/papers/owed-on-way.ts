import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, Graph, GraphNode, NodeKey, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { isSameSet, OutputBits, type OutputSet } from "./output-bits.js";
import { hasTasks, needsOfOthers } from "./paper-links.js";

/**
 * The outputs that a decision must give when it ends by an arrow: those which a step on that way is
 * linked to, with no step before it that gives them. What it refuses it need not draw up.
 *
 * Which those are is the least solution of: before a step is needed what it is linked to, and what is
 * needed after it and it does not give; after it, what is needed at the ends of its arrows.
 */
export function owedOnWays(
  graph: Graph,
  index: GraphIndex,
): (decision: GraphNode, way: Edge) => readonly OutputKey[] {
  const linked = new Set(graph.nodes.flatMap(needsOfOthers));
  const owing = graph.nodes.filter(choosesWay);
  const bits = new OutputBits(
    owing.flatMap(({ outputs }) => outputs.filter((one) => linked.has(one))),
  );
  const needed = neededBefore(index, bits);
  return ({ outputs }, { to }) => outputs.filter((output) => bits.has(needed(to), output));
}

/** Whether what a step gives hangs on the way by which it ends. */
export const choosesWay = (node: GraphNode): boolean =>
  hasTasks(node) && kindOf(node).leaves === "CHOSEN_EDGE";

function neededBefore(index: GraphIndex, bits: OutputBits): (node: NodeKey) => OutputSet {
  const none = bits.of();
  const before = new Map<NodeKey, OutputSet>();
  const own = new Map(
    [...index.nodes.values()]
      .filter(hasTasks)
      .map((node) => [
        node.key,
        { needs: bits.of(needsOfOthers(node)), gives: bits.of(node.outputs) },
      ]),
  );
  // From the end backwards most sets are right at once.
  const open = new Set([...index.nodes.keys()].reverse());
  for (const key of open) {
    open.delete(key);
    const step = own.get(key);
    const set = bits.of();
    for (const { to } of index.edgesFrom(key)) {
      const there = before.get(to) ?? none;
      for (let at = 0; at < set.length; at += 1) set[at]! |= there[at]!;
    }
    for (let at = 0; step && at < set.length; at += 1) {
      set[at] = (set[at]! & ~step.gives[at]!) | step.needs[at]!;
    }
    if (isSameSet(set, before.get(key) ?? none)) continue;
    before.set(key, set);
    for (const { from } of index.edgesInto(key)) open.add(from);
  }
  return (node) => before.get(node) ?? none;
}
