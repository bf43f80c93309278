import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, Lane, Part } from "../sop/graph.js";
import type { Cure, CureContext } from "./cure.js";
import { changeStep } from "./mend-flow.js";

/**
 * Boxes of a step that are one too many, or in no lane of the form, go; one that is left without a
 * lane gets that of the row before, or else after.
 */
export function mendLanes(graph: Graph, node: GraphNode): Cure[] {
  const { min, max } = kindOf(node).parts;
  const lanes = new Map(graph.lanes.map((lane) => [lane.key, lane] as const));
  const seen = new Set<string>();
  const parts = node.parts
    .filter(({ lane }) => lanes.has(lane) && !seen.has(lane) && seen.add(lane))
    .slice(0, max ?? node.parts.length);
  const withParts = (wanted: readonly Part[]) => [changeStep({ ...node, parts: wanted })];
  if (parts.length >= min) {
    return parts.length === node.parts.length
      ? []
      : [{ name: "drop-surplus-boxes", params: {}, edits: withParts(parts) }];
  }
  const at = graph.nodes.findIndex(({ key }) => key === node.key);
  const lanesOf = (nodes: readonly GraphNode[]) =>
    nodes.flatMap((one) => one.parts.map((part) => part.lane)).filter((key) => lanes.has(key));
  const key = lanesOf(graph.nodes.slice(0, at)).at(-1) ?? lanesOf(graph.nodes.slice(at + 1))[0];
  const lane = key === undefined ? graph.lanes[0] : lanes.get(key);
  if (lane === undefined) return [];
  const edits = withParts([{ lane: lane.key, label: null }]);
  return [{ name: "place-in-lane", params: { lane: lane.name }, edits }];
}

/** A lane is bound to whoever works in one of its name, where just one does. */
export function bindLane(lane: Lane, context: CureContext): Cure[] {
  const holder = context.holderOf(lane.name);
  if (holder === null) return [];
  const value = { ...lane, binding: holder.binding };
  return [
    {
      name: "bind-lane",
      params: { holder: holder.name },
      edits: [{ op: "UPDATE", in: "lanes", key: lane.key, value }],
    },
  ];
}
