import type { Channels, HalfCounts } from "./assign-tracks.js";
import type { ColumnPlan } from "./column-plan.js";
import type { ColumnWidths } from "./column-widths.js";
import { laneWidth } from "./column-widths.js";
import type { ColumnRole, FormColumn } from "./form-layout.js";
import type { Sizes } from "./level-sizes.js";
import type { Metrics } from "./metrics.js";
import type { Lane } from "../sop/graph.js";
import { laneStep } from "./symbol-sizes.js";
import { textMemory } from "./text-memory.js";

/** The columns, and where across the form the lanes' middles and the tracks are. */
export interface Across {
  readonly columns: readonly FormColumn[];
  readonly width: number;
  /** x of a lane's track (an offset from its middle). */
  laneX(lane: number, track: number): number;
  gutterX(gutter: number, half: number, track: number): number;
}

export function placeColumns(
  lanes: readonly Lane[],
  plan: ColumnPlan,
  widths: ColumnWidths,
  sizes: Sizes,
  channels: Channels,
  metrics: Metrics,
): Across {
  const memory = textMemory(metrics);
  const columns: FormColumn[] = [];
  let x = 0;
  const add = (role: ColumnRole, title: string, width: number, lane: string | null = null) => {
    const lines = memory.wrapper("header", width - 2 * metrics.cellPadding)(title);
    columns.push({ role, lane, title, lines, x, width });
    x += width;
  };
  add("number", plan.titles.number, widths.number);
  add("activity", plan.titles.activity, widths.activity);
  const firstLane = columns.length;
  const parts = widths.lanes;
  lanes.forEach((lane, at) => add("lane", lane.name, laneWidth(parts[at]!), lane.key));
  plan.right.forEach(({ role, title }, at) => add(role, title, widths.right[at]!));

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
