import type { DocumentEdit, Edge, Graph, GraphNode } from "../../../domain/index.js";
import { kindOf } from "../../../domain/index.js";
import { changeEdge, changeNode, moveNode } from "./graph-changes.js";

export interface StepMove {
  /** The row that they come before; `null`: after the last one; absent: they keep their rows. */
  readonly before?: string | null;
  /** How many columns to the right (negative: to the left) each box goes; `0`: it stays. */
  readonly lanes?: number;
  /** Only the box in this lane moves, where the step has several. */
  readonly from?: string | null;
  /** The box stays and another one is added: a joint step. */
  readonly copy?: boolean;
}

/**
 * Steps to other rows, other lanes or both. A run of rows that the flow passes straight through
 * leaves its place in the flow and joins it where it is put down; other arrows keep their ends.
 */
export function moveSteps(graph: Graph, keys: readonly string[], move: StepMove): DocumentEdit[] {
  const chosen = new Set(keys);
  const steps = graph.nodes.filter((node) => chosen.has(node.key));
  const edits = laneEdits(graph, steps, move);
  if (move.before === undefined || isInPlace(graph, chosen, move.before)) return edits;
  return [...edits, ...relink(graph, steps, move.before), ...rowEdits(graph, steps, move.before)];
}

/** Whether the rows already stand, side by side, right before `before`. */
export function isInPlace(
  graph: Graph,
  chosen: ReadonlySet<string>,
  before: string | null,
): boolean {
  const order = graph.nodes.map(({ key }) => key);
  const rest = order.filter((key) => !chosen.has(key));
  const anchor = before === null ? null : anchorOf(order, chosen, before);
  const at = anchor === null ? rest.length : rest.indexOf(anchor);
  const moved = [
    ...rest.slice(0, at),
    ...order.filter((key) => chosen.has(key)),
    ...rest.slice(at),
  ];
  return moved.every((key, index) => key === order[index]);
}

/** The first row from `before` on that does not move itself. */
function anchorOf(
  order: readonly string[],
  chosen: ReadonlySet<string>,
  before: string,
): string | null {
  const from = order.indexOf(before);
  return order.slice(Math.max(0, from)).find((key) => !chosen.has(key)) ?? null;
}

function rowEdits(
  graph: Graph,
  steps: readonly GraphNode[],
  before: string | null,
): DocumentEdit[] {
  const chosen = new Set(steps.map(({ key }) => key));
  const order = graph.nodes.map(({ key }) => key);
  const anchor = before === null ? null : anchorOf(order, chosen, before);
  const edits: DocumentEdit[] = [];
  for (const { key } of steps) {
    const was = order.indexOf(key);
    order.splice(was, 1);
    const at = anchor === null ? order.length : order.indexOf(anchor);
    order.splice(at, 0, key);
    if (at !== was) edits.push(moveNode(key, at));
  }
  return edits;
}

function laneEdits(graph: Graph, steps: readonly GraphNode[], move: StepMove): DocumentEdit[] {
  const by = move.lanes ?? 0;
  if (by === 0) return [];
  const at = new Map(graph.lanes.map(({ key }, index) => [key, index]));
  return steps.flatMap((node) => {
    const parts = movedParts(graph, node, by, at, move);
    const isSame =
      parts.length === node.parts.length &&
      parts.every(({ lane }, index) => lane === node.parts[index]!.lane);
    return isSame ? [] : [changeNode({ ...node, parts })];
  });
}

function movedParts(
  graph: Graph,
  node: GraphNode,
  by: number,
  at: ReadonlyMap<string, number>,
  move: StepMove,
): GraphNode["parts"] {
  const laneBeside = (lane: string): string => {
    const index = (at.get(lane) ?? 0) + by;
    return graph.lanes[Math.max(0, Math.min(graph.lanes.length - 1, index))]?.key ?? lane;
  };
  const isMoved = (lane: string): boolean =>
    move.from === undefined || move.from === null || !node.parts.some((p) => p.lane === move.from)
      ? true
      : lane === move.from;
  const moved = node.parts.map((part) =>
    isMoved(part.lane) ? { ...part, lane: laneBeside(part.lane) } : part,
  );
  const isCopied = move.copy === true && kindOf(node).parts.max === null;
  const added = moved.map((part) => ({ ...part, label: null }));
  const all = isCopied ? [...node.parts, ...added] : moved;
  // One box a lane, in the order of the columns, as the form is read.
  const byLane = new Map<string, GraphNode["parts"][number]>();
  for (const part of all) if (!byLane.has(part.lane)) byLane.set(part.lane, part);
  return [...byLane.values()].toSorted((a, b) => (at.get(a.lane) ?? 0) - (at.get(b.lane) ?? 0));
}

/** The arrows of a straight run: round it where it was, through it where it goes. */
function relink(graph: Graph, steps: readonly GraphNode[], before: string | null): DocumentEdit[] {
  const chosen = new Set(steps.map(({ key }) => key));
  const order = graph.nodes.map(({ key }) => key);
  const first = steps[0]?.key;
  const last = steps.at(-1)?.key;
  if (first === undefined || last === undefined) return [];
  const start = order.indexOf(first);
  const isRun = steps.every(({ key }, index) => order[start + index] === key);
  if (!isRun) return [];
  const anchor = before === null ? null : anchorOf(order, chosen, before);
  const rest = order.filter((key) => !chosen.has(key));
  const below = anchor === null ? -1 : rest.indexOf(anchor);
  const straight = (from: string | undefined, to: string | undefined | null): Edge | undefined =>
    graph.edges.find((edge) => edge.from === from && edge.to === to);
  const into = straight(order[start - 1], first);
  const out = straight(last, order[start + steps.length]);
  const across = below < 1 ? undefined : straight(rest[below - 1], anchor);
  if (into === undefined || out === undefined || across === undefined) return [];
  return [
    changeEdge({ ...into, to: out.to }),
    changeEdge({ ...out, to: across.to }),
    changeEdge({ ...across, to: first }),
  ];
}
