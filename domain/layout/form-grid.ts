import type { KindDefinition } from "../kinds/kind-definition.js";
import { isNodeKind, nodeKinds } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, LaneKey, NodeKey } from "../sop/graph.js";

/**
 * The form as a coarse grid, on which edges are routed before anything has a size.
 *
 * Across: gutters have even positions, lanes odd ones (gutter, lane, gutter, …, gutter).
 * Down: gaps have even positions, levels odd ones (gap, level, gap, …, gap). A level is a row or a
 * bar; a bar has a level but no row.
 */
export interface FormGrid {
  readonly laneCount: number;
  readonly levels: readonly Level[];
  /** First and last (exclusive) level of each row: its own and the bars that hang on it. */
  readonly rows: readonly RowSpan[];
  /** The edges that can be drawn, by their index in `graph.edges`. */
  readonly links: readonly Link[];
  /** Whether nothing stands at the positions across from..to (inclusive, either order). */
  isRowClear(level: number, from: number, to: number): boolean;
  /** Whether nothing stands at this position across on the levels first..end-1. */
  isColumnClear(across: number, first: number, end: number): boolean;
}

export interface Level {
  readonly node: GraphNode;
  readonly kind: KindDefinition;
  readonly isBar: boolean;
  readonly row: number;
  /** Lanes that it occupies, ascending, each once; of a bar: every lane that it spans. */
  readonly lanes: readonly number[];
  /** The lane of each of the node's parts; -1: there is no such lane. */
  readonly partLanes: readonly number[];
}

export interface RowSpan {
  /** The level of the row itself. */
  readonly level: number;
  readonly firstLevel: number;
  readonly endLevel: number;
}

export interface Link {
  /** Index in `graph.edges`. */
  readonly edge: number;
  readonly from: number;
  readonly to: number;
  /** Whether it is one of the named ways out of its source. */
  readonly isBranch: boolean;
  readonly outcome: string | null;
}

const definitionOf = (node: GraphNode): KindDefinition =>
  isNodeKind(node.kind) ? nodeKinds[node.kind] : nodeKinds.activity;

export function formGrid(graph: Graph): FormGrid {
  const laneCount = graph.lanes.length;
  const { levels, rows, levelOf } = stackLevels(graph);
  const spanned = spanBars(graph, levels, levelOf);

  const width = 2 * laneCount + 1;
  const blocked = new Uint8Array(spanned.length * width);
  spanned.forEach((level, at) => {
    for (const lane of level.lanes) blocked[at * width + 2 * lane + 1] = 1;
    if (level.isBar && level.lanes.length > 0) {
      const first = 2 * level.lanes[0]! + 1;
      const last = 2 * level.lanes.at(-1)! + 1;
      blocked.fill(1, at * width + first, at * width + last + 1);
    }
  });
  // above[x][l]: how many of the levels above l are blocked at x, so that a column is one look-up.
  const height = spanned.length + 1;
  const above = new Int32Array(width * height);
  for (let across = 0; across < width; across++) {
    for (let at = 0; at < spanned.length; at++) {
      above[across * height + at + 1] =
        above[across * height + at]! + blocked[at * width + across]!;
    }
  }

  const links: Link[] = [];
  graph.edges.forEach((edge, index) => {
    const from = levelOf.get(edge.from);
    const to = levelOf.get(edge.to);
    if (from === undefined || to === undefined) return;
    const source = spanned[from]!;
    if (source.lanes.length === 0 || spanned[to]!.lanes.length === 0) return;
    const isBranch = source.kind.namesOutcomes;
    const outcome = isBranch && edge.outcome !== "" ? edge.outcome : null;
    links.push({ edge: index, from, to, isBranch, outcome });
  });

  return {
    laneCount,
    levels: spanned,
    rows,
    links,
    isRowClear(level, from, to) {
      const first = Math.min(from, to);
      const last = Math.max(from, to);
      for (let across = first; across <= last; across++) {
        if (blocked[level * width + across] === 1) return false;
      }
      return true;
    },
    isColumnClear(across, first, end) {
      return first >= end || above[across * height + first] === above[across * height + end];
    },
  };
}

function stackLevels(graph: Graph): {
  levels: Level[];
  rows: RowSpan[];
  levelOf: Map<NodeKey, number>;
} {
  const laneAt = new Map<LaneKey, number>();
  graph.lanes.forEach((lane, at) => {
    if (!laneAt.has(lane.key)) laneAt.set(lane.key, at);
  });
  const levels: Level[] = [];
  const rowLevels: number[] = [];
  const levelOf = new Map<NodeKey, number>();
  for (const node of graph.nodes) {
    const kind = definitionOf(node);
    const isBar = !kind.standsInRow;
    const partLanes = isBar ? [] : node.parts.map((part) => laneAt.get(part.lane) ?? -1);
    const lanes = new Set(partLanes.filter((lane) => lane >= 0));
    if (!isBar) rowLevels.push(levels.length);
    // The first of two nodes with one key has the edges; both keep their rows.
    if (!levelOf.has(node.key)) levelOf.set(node.key, levels.length);
    levels.push({
      node,
      kind,
      isBar,
      row: Math.max(0, rowLevels.length - 1),
      lanes: [...lanes].sort((a, b) => a - b),
      partLanes,
    });
  }
  const rows = rowLevels.map((level, row) => ({
    level,
    firstLevel: row === 0 ? 0 : level,
    endLevel: rowLevels[row + 1] ?? levels.length,
  }));
  return { levels, rows, levelOf };
}

/** A bar reaches over the lanes that it opens below it and those that it collects from above. */
function spanBars(graph: Graph, levels: Level[], levelOf: Map<NodeKey, number>): Level[] {
  const hasRows = levels.some((level) => !level.isBar);
  const ends = new Map<number, { up: number[]; down: number[] }>();
  const endsOf = (level: number) => {
    const known = ends.get(level);
    if (known !== undefined) return known;
    const fresh = { up: [], down: [] };
    ends.set(level, fresh);
    return fresh;
  };
  for (const edge of graph.edges) {
    const from = levelOf.get(edge.from);
    const to = levelOf.get(edge.to);
    if (from === undefined || to === undefined || from >= to) continue;
    if (levels[from]!.isBar) endsOf(from).down.push(to);
    if (levels[to]!.isBar) endsOf(to).up.push(from);
  }
  const spanned = [...levels];
  // Twice, so that a bar which touches only bars takes its span from theirs.
  for (let pass = 0; pass < 2; pass++) {
    levels.forEach((level, at) => {
      if (!level.isBar || !hasRows) return;
      const { up, down } = endsOf(at);
      spanned[at] = { ...level, lanes: barLanes(spanned, up, down, graph.lanes.length) };
    });
  }
  return spanned;
}

function barLanes(
  levels: readonly Level[],
  up: readonly number[],
  down: readonly number[],
  laneCount: number,
): number[] {
  if (laneCount === 0) return [];
  let low = laneCount;
  let high = -1;
  let shared = false;
  for (const side of [up, down]) {
    const taken = new Set<number>();
    for (const other of side) {
      const { lanes, isBar } = levels[other]!;
      if (lanes.length === 0) continue;
      const lane = lanes[0]!;
      low = Math.min(low, lane);
      high = Math.max(high, isBar ? lanes.at(-1)! : lane);
      if (!isBar && taken.has(lane)) shared = true;
      taken.add(lane);
    }
  }
  if (high < 0) return [0];
  // Two branches in one lane: a lane more, so that each gets a way of its own.
  if (shared && high + 1 < laneCount) high++;
  else if (shared && low > 0) low--;
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}
