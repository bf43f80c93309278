import { type Edge, type Graph, type GraphNode, indexGraph, kindOf } from "../../domain/index.js";

/** A step that a case comes to next. */
export interface NextStep {
  /** `null`: the case ends there. */
  readonly node: GraphNode | null;
  /** Whether it waits until other branches have come as far. */
  readonly waits: boolean;
}

/**
 * The steps that come after `from`: by the outcome `edge` or, where that is `null`, by every arrow.
 * Bars are gone through, so that what is told is always somebody's work, or the end.
 */
export function nextSteps(graph: Graph, from: string, edge: string | null): readonly NextStep[] {
  const index = indexGraph(graph);
  const seen = new Set<string>();
  const follow = ({ to }: Edge, waits: boolean): readonly NextStep[] => {
    const node = index.nodes.get(to);
    if (node === undefined || seen.has(to)) return [];
    seen.add(to);
    const kind = kindOf(node);
    if (kind.opens(node) !== "NOTHING") return [{ node, waits }];
    if (kind.ends) return [{ node: null, waits }];
    return index.edgesFrom(to).flatMap((next) => follow(next, waits || kind.waitsForAll));
  };
  return index
    .edgesFrom(from)
    .filter(({ key }) => edge === null || key === edge)
    .flatMap((first) => follow(first, false));
}
