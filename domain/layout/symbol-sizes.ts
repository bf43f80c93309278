import type { Level } from "./form-grid.js";
import type { Metrics } from "./metrics.js";
import { outlines } from "./symbol-border.js";
import { widestLine, wrapText } from "./wrap-text.js";

/** The size of one symbol, before it has a place. */
export interface SymbolSize {
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly lines: readonly string[];
}

/** The lines that meet the symbols of one level. */
export interface LevelPorts {
  /** Tracks of the level, at the symbols' sides. */
  readonly tracks: number;
  /** Between two tracks of the level, in px. */
  readonly spacing: number;
  /** By lane: how far from the middle lines meet the symbol's top or bottom, in px. */
  readonly reach: readonly (number | undefined)[];
}

/** Two ends on one outline nearer than this look like one line that turns, in px. */
const leastPortDistance = 4;

/** Nearer than this, two lines are one to the eye, in px. */
const leastStep = 3;

/** px between two vertical tracks of a lane whose tracks reach that far from its middle. */
export const laneStep = (reach: number, metrics: Metrics): number =>
  reach === 0 ? 0 : Math.min(10, Math.max(leastStep, (metrics.symbol.width / 2 - 6) / reach));

export function symbolSizes(level: Level, ports: LevelPorts, metrics: Metrics): SymbolSize[] {
  const { node, kind, lanes, row } = level;
  const { tracks, spacing } = ports;
  const { symbol, cellPadding, lineHeight } = metrics;
  const isCompact = row >= 0 && !kind.isNumbered(node);
  const isDiamond = kind.symbol === "diamond";
  const base = isCompact ? symbol.compactHeight : isDiamond ? symbol.diamondHeight : symbol.height;
  const spread = Math.max(0, tracks - 1) * spacing + (isDiamond ? 24 : 16);
  return lanes.map((lane) => {
    const label = partLabel(level, lane);
    const lines =
      label === null ? [] : wrapText(label, symbol.maxWidth - cellPadding, "label", metrics);
    const textWidth = widestLine(lines, "label", metrics) + cellPadding;
    const textHeight = lines.length * lineHeight.label + cellPadding;
    const width = Math.max(symbol.width, textWidth, 2 * (ports.reach[lane] ?? 0) + 12);
    const height = Math.max(base, tracks > 1 ? spread : 0, textHeight);
    return { lane, label, lines, ...keepPortsApart(level, ports, lane, width, height) };
  });
}

/**
 * On an outline that slopes, a line that comes in beside the tip may meet one that leaves at the
 * side: the symbol then grows until their ends are apart.
 */
function keepPortsApart(
  { kind }: Level,
  { tracks, spacing, reach }: LevelPorts,
  lane: number,
  width: number,
  height: number,
): { width: number; height: number } {
  const dx = reach[lane] ?? 0;
  const dy = (Math.max(0, tracks - 1) / 2) * spacing;
  const outline = outlines[kind.symbol];
  if (dx === 0) return { width, height };
  const size = { width, height };
  const isClear = (): boolean => {
    const x = outline.side(size.width, size.height, dy);
    const up = outline.up(size.width, size.height, dx);
    const down = outline.down(size.width, size.height, dx);
    return Math.hypot(x - dx, Math.min(up, down) - dy) >= leastPortDistance;
  };
  // Far more than enough: each turn moves the ends apart by a tenth of the symbol.
  for (let turn = 0; turn < 30 && !isClear(); turn++) {
    size.width *= 1.1;
    size.height *= 1.1;
  }
  return size;
}

/** The label of a lane's part of a joint step. */
function partLabel({ node, partLanes }: Level, lane: number): string | null {
  return node.parts[partLanes.indexOf(lane)]?.label ?? null;
}
