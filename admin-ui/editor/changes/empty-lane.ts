import type { DocumentEdit, Graph, GraphNode } from "../../../domain/index.js";
import { changeNode, removeLane } from "./graph-changes.js";

/** The steps that have a box in the lane, in the order of the rows. */
export const stepsIn = (graph: Graph, lane: string): readonly GraphNode[] =>
  graph.nodes.filter((node) => node.parts.some((part) => part.lane === lane));

/** Takes a lane away; its boxes go to the lane `to`, or with it (`null`). */
export function emptyLane(graph: Graph, lane: string, to: string | null): DocumentEdit[] {
  if (to === null) return removeLane(graph, lane);
  const order = new Map(graph.lanes.map(({ key }, index) => [key, index]));
  const moved = stepsIn(graph, lane).map((node) => {
    const isThere = node.parts.some((part) => part.lane === to);
    const parts = isThere
      ? node.parts.filter((part) => part.lane !== lane)
      : node.parts.map((part) => (part.lane === lane ? { ...part, lane: to } : part));
    const inOrder = parts.toSorted((a, b) => (order.get(a.lane) ?? 0) - (order.get(b.lane) ?? 0));
    return changeNode({ ...node, parts: inOrder });
  });
  return [...moved, { op: "REMOVE", in: "lanes", key: lane }];
}
