import { kindOf } from "../kinds/node-kinds.js";
import type { Run } from "../soundness/soundness.js";
import type { Edge, Graph, NodeKey, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { PaperLink } from "./paper-links.js";
import type { PapersGiven } from "./papers-given.js";

/**
 * The fewest arrows from the start to a step on which its output is not made, as a run; `null` where
 * there is no such way, or it comes past a join, before which other things have to be done.
 */
export function wayWithout(
  graph: Graph,
  index: GraphIndex,
  link: PaperLink,
  given: PapersGiven,
): Run | null {
  // Many arrows share what is given on them.
  const isIn = new Map<readonly OutputKey[], boolean>();
  const isGiven = (list: readonly OutputKey[]): boolean => {
    const known = isIn.get(list) ?? list.includes(link.output);
    isIn.set(list, known);
    return known;
  };
  const isPassable = ({ key, from }: Edge): boolean => {
    const node = index.nodes.get(from);
    return node !== undefined && !kindOf(node).waitsForAll && !isGiven(given(from, key));
  };
  const start = graph.nodes.find((node) => kindOf(node).begins)?.key ?? "";
  const cameBy = new Map<NodeKey, Edge | null>([[start, null]]);
  for (const key of cameBy.keys()) {
    if (key === link.node) continue;
    for (const edge of index.edgesFrom(key).filter(isPassable)) {
      if (!cameBy.has(edge.to)) cameBy.set(edge.to, edge);
    }
  }
  if (!cameBy.has(link.node)) return null;
  const run: Run[number][] = [];
  for (let edge = cameBy.get(link.node); edge; edge = cameBy.get(edge.from)) {
    const node = index.nodes.get(edge.from)!;
    const kind = kindOf(node);
    if (kind.opens(node) === "NOTHING") continue;
    run.push({ node: node.key, outcome: kind.leaves === "CHOSEN_EDGE" ? edge.key : null });
  }
  return run.reverse();
}
