import type { Channels } from "./assign-tracks.js";
import type { FormGrid } from "./form-grid.js";
import type { Metrics } from "./metrics.js";
import type { Routing } from "./route-edges.js";
import { widestLine, wrapText } from "./wrap-text.js";

/** The size of one symbol, before it has a place. */
export interface SymbolSize {
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly lines: readonly string[];
}

/** An outcome's label, broken and measured. */
export interface LabelSize {
  readonly text: string;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What a level needs around its middle line, in px. */
export interface LevelSize {
  readonly symbols: readonly SymbolSize[];
  /** Between two tracks of the level. */
  readonly spacing: number;
  readonly up: number;
  readonly down: number;
}

/** Room in px that labels take from the two sides of a lane, beside its symbols. */
export interface LabelRoom {
  readonly left: number[];
  readonly right: number[];
}

export interface Sizes {
  readonly levels: readonly LevelSize[];
  /** By index in `FormGrid.links`. */
  readonly labels: readonly (LabelSize | null)[];
  /** By lane: half the width of its widest symbol. */
  readonly laneHalves: readonly number[];
  readonly labelRoom: LabelRoom;
}

/** Between a label and the line or symbol beside it, in px. */
export const labelGap = 3;
/** px of a label below a symbol that lie under the symbol: it begins near the lane's middle. */
const bottomLabelExtra = 20;

export function levelSizes(
  grid: FormGrid,
  routing: Routing,
  channels: Channels,
  metrics: Metrics,
): Sizes {
  const labels = grid.links.map(({ outcome }, link) => {
    const extra = isSideExit(routing.routes[link]!) ? 0 : bottomLabelExtra;
    return labelSize(outcome, metrics.track.labelWidth + extra, metrics);
  });
  const labelled = labelsByLevel(grid, routing, labels);
  const levels = grid.levels.map((level, at): LevelSize => {
    const tracks = channels.levelGroups[at]!.reduce(
      (most, group) => Math.max(most, group.tracks),
      0,
    );
    const { side, bottom } = labelled[at]!;
    const spacing = Math.max(metrics.track.spacing, side > 0 ? side + labelGap + 1 : 0);
    const symbols = level.isBar ? [] : symbolSizes(grid, at, tracks, spacing, metrics);
    const half = level.isBar
      ? level.lanes.length > 0
        ? metrics.symbol.barHeight / 2
        : 0
      : symbols.reduce((most, symbol) => Math.max(most, symbol.height / 2), 0);
    const reach = (Math.max(0, tracks - 1) / 2) * spacing;
    const up = Math.max(half, side > 0 ? reach + side + labelGap : 0);
    return { symbols, spacing, up, down: half + (bottom > 0 ? bottom + labelGap : 0) };
  });
  const laneHalves = Array.from({ length: grid.laneCount }, () => metrics.symbol.width / 2);
  for (const { symbols } of levels) {
    for (const symbol of symbols) {
      laneHalves[symbol.lane] = Math.max(laneHalves[symbol.lane]!, symbol.width / 2);
    }
  }
  return { levels, labels, laneHalves, labelRoom: labelRoom(grid, routing, labels) };
}

function labelSize(outcome: string | null, width: number, metrics: Metrics): LabelSize | null {
  if (outcome === null) return null;
  const lines = wrapText(outcome, width, "label", metrics);
  if (lines.length === 0) return null;
  const widest = widestLine(lines, "label", metrics);
  return {
    text: outcome,
    lines,
    width: widest,
    height: lines.length * metrics.lineHeight.label,
  };
}

/** By level: the heights of the tallest label beside a symbol and below one. */
function labelsByLevel(
  grid: FormGrid,
  routing: Routing,
  labels: readonly (LabelSize | null)[],
): { side: number; bottom: number }[] {
  const heights = grid.levels.map(() => ({ side: 0, bottom: 0 }));
  labels.forEach((label, link) => {
    if (label === null) return;
    const route = routing.routes[link]!;
    const at = heights[route.from]!;
    const place = isSideExit(route) ? "side" : "bottom";
    at[place] = Math.max(at[place], label.height);
  });
  return heights;
}

export const isSideExit = (route: {
  readonly leavesAside: boolean;
  readonly trunk: number;
  readonly source: number;
}): boolean => route.leavesAside && route.trunk !== route.source;

function symbolSizes(
  grid: FormGrid,
  at: number,
  tracks: number,
  spacing: number,
  metrics: Metrics,
): SymbolSize[] {
  const { node, kind, lanes, row } = grid.levels[at]!;
  const { symbol, cellPadding, lineHeight } = metrics;
  const isCompact = row >= 0 && !kind.isNumbered(node);
  const isDiamond = kind.symbol === "diamond";
  const base = isCompact ? symbol.compactHeight : isDiamond ? symbol.diamondHeight : symbol.height;
  const spread = Math.max(0, tracks - 1) * spacing + (isDiamond ? 24 : 16);
  return lanes.map((lane) => {
    const label = laneLabels(grid, at)[lane] ?? null;
    const lines =
      label === null ? [] : wrapText(label, symbol.maxWidth - cellPadding, "label", metrics);
    const textWidth = widestLine(lines, "label", metrics) + cellPadding;
    const textHeight = lines.length * lineHeight.label + cellPadding;
    return {
      lane,
      width: Math.max(symbol.width, textWidth),
      height: Math.max(base, tracks > 1 ? spread : 0, textHeight),
      label,
      lines,
    };
  });
}

/** The label of each lane's part of a joint step, by lane. */
function laneLabels(grid: FormGrid, at: number): Record<number, string | null> {
  const { node, partLanes } = grid.levels[at]!;
  const labels: Record<number, string | null> = {};
  node.parts.forEach((part, i) => {
    const lane = partLanes[i];
    if (lane !== undefined && lane >= 0) labels[lane] ??= part.label;
  });
  return labels;
}

function labelRoom(
  grid: FormGrid,
  routing: Routing,
  labels: readonly (LabelSize | null)[],
): LabelRoom {
  const left: number[] = Array.from({ length: grid.laneCount }, () => 0);
  const right: number[] = Array.from({ length: grid.laneCount }, () => 0);
  labels.forEach((label, link) => {
    if (label === null) return;
    const route = routing.routes[link]!;
    const lane = (route.source - 1) / 2;
    const side = isSideExit(route) && route.trunk < route.source ? left : right;
    const beside = label.width - (isSideExit(route) ? 0 : bottomLabelExtra);
    side[lane] = Math.max(side[lane]!, beside + 2 * labelGap);
  });
  return { left, right };
}
