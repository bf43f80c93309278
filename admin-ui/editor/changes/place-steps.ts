import { kindOf, type DocumentEdit, type Graph, type GraphNode } from "../../../domain/index.js";
import { changeNode } from "./graph-changes.js";
import { moveSteps } from "./move-steps.js";

/** These rows one place up (-1) or down (1), together; none where they are at the end. */
export function shiftRows(graph: Graph, keys: readonly string[], step: 1 | -1): DocumentEdit[] {
  const chosen = new Set(keys);
  const order = graph.nodes.map(({ key }) => key);
  const places = order.flatMap((key, index) => (chosen.has(key) ? [index] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return [];
  if (step === -1 ? first === 0 : last === order.length - 1) return [];
  const before = step === -1 ? order[first - 1] : order[last + 2];
  return moveSteps(graph, keys, { before: before ?? null });
}

/** The step stands in this lane alone, or, `together`, in this lane as well or no longer. */
export function placeInLane(
  graph: Graph,
  node: GraphNode,
  lane: string,
  together: boolean,
): DocumentEdit[] {
  const { max } = kindOf(node).parts;
  if (max === 0) return [];
  const stands = node.parts.some((part) => part.lane === lane);
  if (stands && node.parts.length === 1) return [];
  if (!together || max === 1) {
    const label = node.parts.length === 1 ? (node.parts[0]?.label ?? null) : null;
    return [changeNode({ ...node, parts: [{ lane, label }] })];
  }
  const known = new Map(node.parts.map((part) => [part.lane, part]));
  const parts = graph.lanes
    .filter(({ key }) => (key === lane ? !stands : known.has(key)))
    .map(({ key }) => known.get(key) ?? { lane: key, label: null });
  return [changeNode({ ...node, parts })];
}
