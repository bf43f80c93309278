import type { Graph } from "../sop/graph.js";
import { placeAfter } from "./place-after.js";

/** All of `after`, and what only `before` has, each after the neighbour that it had there. */
export function unionOf<Element extends { readonly key: string }>(
  before: readonly Element[],
  after: readonly Element[],
): readonly Element[] {
  const has = new Set(after.map(({ key }) => key));
  const gone = new Set(before.map(({ key }) => key).filter((key) => !has.has(key)));
  const list = [...after];
  for (const { element, index } of placeAfter(after, before, gone)) list.splice(index, 0, element);
  return list;
}

/** The newer drawing with what was taken out of it still at its place, to be shown struck out. */
export const unionGraph = (before: Graph, after: Graph): Graph => ({
  lanes: unionOf(before.lanes, after.lanes),
  nodes: unionOf(before.nodes, after.nodes),
  edges: unionOf(before.edges, after.edges),
  outputs: unionOf(before.outputs, after.outputs),
});
