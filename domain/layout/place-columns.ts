import type { Channels, HalfCounts } from "./assign-tracks.js";
import type { ColumnPlan } from "./column-plan.js";
import type { ColumnRole, FormColumn } from "./form-layout.js";
import type { Sizes } from "./level-sizes.js";
import type { Metrics } from "./metrics.js";
import type { Lane } from "../sop/graph.js";
import { laneStep } from "./symbol-sizes.js";
import { wordParts, wrapText } from "./wrap-text.js";

/** The columns, and where across the form the lanes' middles and the tracks are. */
export interface Across {
  readonly columns: readonly FormColumn[];
  readonly width: number;
  /** x of a lane's track (an offset from its middle). */
  laneX(lane: number, track: number): number;
  gutterX(gutter: number, half: number, track: number): number;
}

interface LaneParts {
  readonly left: number;
  readonly symbols: number;
  readonly right: number;
}

export function placeColumns(
  lanes: readonly Lane[],
  plan: ColumnPlan,
  sizes: Sizes,
  channels: Channels,
  metrics: Metrics,
): Across {
  const widths = metrics.columns;
  const columns: FormColumn[] = [];
  let x = 0;
  const add = (role: ColumnRole, title: string, width: number, lane: string | null = null) => {
    const room = width - 2 * metrics.cellPadding;
    columns.push({ role, lane, title, lines: wrapText(title, room, "header", metrics), x, width });
    x += width;
  };
  add("number", plan.titles.number, widths.number);
  add("activity", plan.titles.activity, widths.activity);
  const firstLane = columns.length;
  const parts = lanes.map((lane, at) => laneParts(lane, at, sizes, channels, metrics));
  lanes.forEach((lane, at) => {
    const { left, symbols, right } = parts[at]!;
    add("lane", lane.name, left + symbols + right, lane.key);
  });
  for (const { role, title } of plan.right) add(role, title, widths[role]);

  const middle = (lane: number): number =>
    columns[firstLane + lane]!.x + parts[lane]!.left + parts[lane]!.symbols / 2;
  return {
    columns,
    width: x,
    laneX(lane, track) {
      return middle(lane) + track * laneStep(channels.laneReach[lane]!, metrics);
    },
    gutterX(gutter, half, track) {
      const counts: HalfCounts = channels.gutters[gutter]!;
      if (half === 0) {
        const lane = gutter - 1;
        const { right, symbols } = parts[lane]!;
        const room = sizes.labelRoom.right[lane]!;
        const step = (right - room) / (counts[0] + 1);
        return middle(lane) + symbols / 2 + room + (track + 1) * step;
      }
      const { left, symbols } = parts[gutter]!;
      const room = sizes.labelRoom.left[gutter]!;
      const step = (left - room) / (counts[1] + 1);
      return middle(gutter) - symbols / 2 - room - (track + 1) * step;
    },
  };
}

function laneParts(
  lane: Lane,
  at: number,
  sizes: Sizes,
  channels: Channels,
  metrics: Metrics,
): LaneParts {
  const { spacing } = metrics.track;
  const margin = (room: number, tracks: number): number => room + (tracks + 1) * spacing;
  const symbols = 2 * sizes.laneHalves[at]!;
  const left = margin(sizes.labelRoom.left[at]!, channels.gutters[at]![1]);
  const right = margin(sizes.labelRoom.right[at]!, channels.gutters[at + 1]![0]);
  // A heading's longest word should not be broken, within reason.
  const word = lane.name
    .split(/\s+/)
    .flatMap(wordParts)
    .reduce((widest, part) => Math.max(widest, metrics.textWidth(part, "header")), 0);
  const least = Math.max(
    metrics.columns.lane,
    Math.min(word + 2 * metrics.cellPadding + 1, 1.6 * metrics.columns.lane),
  );
  const slack = Math.max(0, least - left - symbols - right);
  // The narrower side gets the slack first, which keeps the symbols in the middle of the lane.
  const toLeft = Math.min(slack, Math.max(0, (slack + right - left) / 2));
  return { left: left + toLeft, symbols, right: right + slack - toLeft };
}
