import type { Lane } from "../sop/graph.js";
import type { Channels } from "./assign-tracks.js";
import type { ColumnPlan } from "./column-plan.js";
import type { Sizes } from "./level-sizes.js";
import type { Metrics } from "./metrics.js";
import type { RowTexts } from "./row-cells.js";
import { textMemory } from "./text-memory.js";

/** A lane's width in px: its symbols in the middle, lines and labels beside them. */
export interface LaneParts {
  readonly left: number;
  readonly symbols: number;
  readonly right: number;
}

export interface ColumnWidths {
  readonly number: number;
  readonly activity: number;
  readonly lanes: readonly LaneParts[];
  /** In the order of the plan. */
  readonly right: readonly number[];
}

export const laneWidth = ({ left, symbols, right }: LaneParts): number => left + symbols + right;

/**
 * The widths of all columns. A form that would be wider than the page gives up room in all of them
 * alike, down to where words would break or lines would meet; only then is it scaled.
 */
export function columnWidths(
  lanes: readonly Lane[],
  plan: ColumnPlan,
  texts: RowTexts,
  sizes: Sizes,
  channels: Channels,
  metrics: Metrics,
): ColumnWidths {
  const { columns: wanted, leastColumns: least } = metrics;
  const memory = textMemory(metrics);
  const laneWords = lanes.map(({ name }) => memory.longestWord(name, "header"));
  const widthsAt = (share: number, leastRoles: ReadonlyMap<string, number>): ColumnWidths => {
    const between = (from: number, to: number): number => Math.floor(from + share * (to - from));
    const ofRole = (role: keyof typeof wanted): number =>
      between(leastRoles.get(role) ?? wanted[role], wanted[role]);
    const leastLane = between(least.lane, wanted.lane);
    return {
      number: between(least.number, wanted.number),
      activity: ofRole("activity"),
      lanes: laneWords.map((word, at) => laneParts(at, leastLane, word, sizes, channels, metrics)),
      right: plan.right.map(({ role }) => ofRole(role)),
    };
  };
  const none = new Map<string, number>();
  const full = widthsAt(1, none);
  if (total(full) <= metrics.page.width) return full;
  const leastRoles = leastTextWidths(plan, texts, metrics);
  let best = widthsAt(0, leastRoles);
  if (total(best) >= metrics.page.width) return best;
  let low = 0;
  let high = 1;
  // To the hundredth: finer than a pixel in any column.
  for (let step = 0; step < 7; step++) {
    const share = (low + high) / 2;
    const widths = widthsAt(share, leastRoles);
    if (total(widths) <= metrics.page.width) {
      best = widths;
      low = share;
    } else {
      high = share;
    }
  }
  return best;
}

const total = ({ number, activity, lanes, right }: ColumnWidths): number =>
  number +
  activity +
  lanes.reduce((sum, lane) => sum + laneWidth(lane), 0) +
  right.reduce((sum, width) => sum + width, 0);

/** By role: how narrow a text column may become; its longest word should stay in one piece. */
function leastTextWidths(
  plan: ColumnPlan,
  { roles, rows }: RowTexts,
  metrics: Metrics,
): ReadonlyMap<string, number> {
  const memory = textMemory(metrics);
  const titles = new Map<string, string>(plan.right.map(({ role, title }) => [role, title]));
  titles.set("activity", plan.titles.activity);
  return new Map(
    roles.map((role, at) => {
      let word = memory.longestWord(titles.get(role) ?? "", "header");
      for (const texts of rows) {
        const text = texts[at]!;
        // "2.400 menit" is read at a glance on one line only.
        const whole = role === "time" ? metrics.textWidth(text, "cell") : 0;
        word = Math.max(word, whole, memory.longestWord(text, "cell"));
      }
      const needed = Math.ceil(word + 2 * metrics.cellPadding) + 1;
      const wanted = metrics.columns[role];
      return [role, Math.min(wanted, Math.max(metrics.leastColumns[role], needed))];
    }),
  );
}

function laneParts(
  at: number,
  leastLane: number,
  word: number,
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
  const least = Math.max(leastLane, Math.min(word + 2 * metrics.cellPadding + 1, 1.6 * leastLane));
  const slack = Math.max(0, least - left - symbols - right);
  // The narrower side gets the slack first, which keeps the symbols in the middle of the lane.
  const toLeft = Math.min(slack, Math.max(0, (slack + right - left) / 2));
  return { left: left + toLeft, symbols, right: right + slack - toLeft };
}
