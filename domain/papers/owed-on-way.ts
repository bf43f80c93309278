import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, Graph, GraphNode, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { NumberedArrows } from "./numbered-arrows.js";
import { type Masks, OutputBlocks } from "./output-blocks.js";
import { hasTasks, needsOfOthers } from "./paper-links.js";

const none: readonly OutputKey[] = [];

/** What a decision owes when it ends by one of its arrows. */
export type OwedOn = (decision: GraphNode, way: Edge) => readonly OutputKey[];

/**
 * The outputs that a decision must give when it ends by an arrow: those which a step on that way is
 * linked to, with no step before it that gives them. What it refuses it need not draw up.
 *
 * Which those are is the least solution of: before a step is needed what it is linked to, and what is
 * needed after it and it does not give; after it, what is needed at the ends of its arrows.
 */
export function owedOnWays(graph: Graph, index: GraphIndex): OwedOn {
  const steps = graph.nodes.filter(hasTasks);
  const linked = new Set(steps.flatMap(needsOfOthers));
  const owing = steps.filter(choosesWay);
  const blocks = new OutputBlocks(
    owing.flatMap(({ outputs }) => outputs.filter((one) => linked.has(one))),
  );
  if (blocks.count === 0) return () => none;
  const arrows = new NumberedArrows(index);
  const needing = blocks.sorted(
    steps.map((node) => [arrows.numberOf(node.key), needsOfOthers(node)]),
  );
  const giving = blocks.sorted(steps.map(({ key, outputs }) => [arrows.numberOf(key), outputs]));
  const ways = owing.flatMap(({ key }) =>
    arrows.out[arrows.numberOf(key)]!.map((arrow) => ({ arrow, masks: [] as number[] })),
  );
  for (let block = 0; block < blocks.count; block += 1) {
    const gives = giving[block]!;
    const needed = neededBefore(arrows, needing[block]!, gives);
    for (const { arrow, masks } of ways) {
      const own = gives.get(arrows.from[arrow]!);
      if (own !== undefined) masks.push(own & needed[arrows.to[arrow]!]!);
    }
  }
  const masksOf = new Map(ways.map(({ arrow, masks }) => [arrows.edges[arrow]!.key, masks]));
  // Many ways owe the same: they share its list.
  const lists = new Map<string, readonly OutputKey[]>();
  return ({ key, outputs }, way) => {
    const masks = masksOf.get(way.key);
    if (masks === undefined || masks.every((mask) => mask === 0)) return none;
    const name = `${key} ${masks.join()}`;
    const known = lists.get(name);
    if (known) return known;
    const at = arrows.numberOf(key);
    const own = [...giving.keys()].filter((block) => giving[block]!.has(at));
    const list = outputs.filter((output) => {
      const place = blocks.bitOf(output);
      return place !== undefined && (masks[own.indexOf(place.block)]! & place.bit) !== 0;
    });
    lists.set(name, list);
    return list;
  };
}

/** Whether what a step gives hangs on the way by which it ends. */
export const choosesWay = (node: GraphNode): boolean =>
  hasTasks(node) && kindOf(node).leaves === "CHOSEN_EDGE";

/** Of one block, by the number of a node, what is needed from there on and not given before. */
function neededBefore(
  { nodes, from, into }: NumberedArrows,
  needing: Masks,
  giving: Masks,
): Int32Array {
  const needed = new Int32Array(nodes.length);
  // What was not told yet to the nodes before: each output goes past each arrow once at most.
  const fresh = new Int32Array(nodes.length);
  const gives = new Int32Array(nodes.length);
  for (const [at, mask] of giving) gives[at] = mask;
  const open: number[] = [];
  for (const [at, mask] of needing) {
    needed[at] = mask;
    fresh[at] = mask;
    open.push(at);
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const told = fresh[at]!;
    fresh[at] = 0;
    for (const arrow of into[at]!) {
      const before = from[arrow]!;
      const more = told & ~gives[before]! & ~needed[before]!;
      if (more === 0) continue;
      if (fresh[before] === 0) open.push(before);
      needed[before]! |= more;
      fresh[before]! |= more;
    }
  }
  return needed;
}
