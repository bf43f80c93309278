import type { Channels } from "./assign-tracks.js";
import type { FormGrid } from "./form-grid.js";
import type { Metrics } from "./metrics.js";
import type { Run } from "./route.js";
import type { Routing } from "./route-edges.js";
import type { SymbolSize } from "./symbol-sizes.js";
import { laneStep, symbolSizes } from "./symbol-sizes.js";
import { widestLine, wrapText } from "./wrap-text.js";

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
  const reaches = portReaches(grid, routing, channels, metrics);
  const levels = grid.levels.map((level, at): LevelSize => {
    const tracks = channels.levelGroups[at]!.reduce(
      (most, group) => Math.max(most, group.tracks),
      0,
    );
    const { side, bottom } = labelled[at]!;
    const spacing = Math.max(metrics.track.spacing, side > 0 ? side + labelGap + 1 : 0);
    const symbols = level.isBar
      ? []
      : symbolSizes(level, { tracks, spacing, reach: reaches[at]! }, metrics);
    const half = level.isBar
      ? level.lanes.length > 0
        ? metrics.symbol.barHeight / 2
        : 0
      : symbols.reduce((most, symbol) => Math.max(most, symbol.height / 2), 0);
    const reach = (Math.max(0, tracks - 1) / 2) * spacing;
    const up = Math.max(half, side > 0 ? reach + side + labelGap : 0);
    return { symbols, spacing, up, down: half + (bottom > 0 ? bottom + labelGap : 0) };
  });
  const laneHalves = channels.laneReach.map((reach) =>
    Math.max(metrics.symbol.width / 2, reach * laneStep(reach, metrics) + 6),
  );
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

/** By level and lane: how far from the symbol's middle lines meet its top or bottom, in px. */
function portReaches(
  grid: FormGrid,
  routing: Routing,
  channels: Channels,
  metrics: Metrics,
): number[][] {
  const reaches = grid.levels.map((): number[] => []);
  const reach = (level: number, run: Run): void => {
    if (!run.vertical || run.track === 0) return;
    const lane = (run.at - 1) / 2;
    const offset = Math.abs(run.track) * laneStep(channels.laneReach[lane]!, metrics);
    reaches[level]![lane] = Math.max(reaches[level]![lane] ?? 0, offset);
  };
  routing.paths.forEach((runs, link) => {
    reach(grid.links[link]!.from, runs[0]!);
    reach(grid.links[link]!.to, runs.at(-1)!);
  });
  return reaches;
}

export const isSideExit = (route: {
  readonly leavesAside: boolean;
  readonly trunk: number;
  readonly source: number;
}): boolean => route.leavesAside && route.trunk !== route.source;

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
