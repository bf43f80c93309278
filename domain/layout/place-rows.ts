import type { Channels } from "./assign-tracks.js";
import type { FormGrid } from "./form-grid.js";
import type { Sizes } from "./level-sizes.js";
import type { Metrics } from "./metrics.js";

/** Where down the form the rows, the levels' middle lines and the gaps' tracks are. */
export interface Down {
  readonly rows: readonly { readonly y: number; readonly height: number }[];
  readonly height: number;
  levelY(level: number): number;
  gapY(gap: number, half: number, track: number): number;
}

interface Stretch {
  y: number;
  height: number;
}

/**
 * Stacks the rows below the header. A row is as high as its texts or as its symbols with the lines
 * around them, whichever is more; what is left over goes above and below the symbols alike.
 */
export function placeRows(
  grid: FormGrid,
  sizes: Sizes,
  channels: Channels,
  textHeights: readonly number[],
  top: number,
  metrics: Metrics,
): Down {
  const { spacing, above, below } = metrics.track;
  const room = (tracks: number, least: number): number =>
    tracks === 0 ? least : Math.max(least, (tracks + 1) * spacing);
  // Per gap: its upper and its lower half.
  const halves: [Stretch, Stretch][] = channels.gaps.map(([upper, lower]) => [
    { y: top, height: room(upper, below) },
    { y: top, height: room(lower, above) },
  ]);
  const middles: number[] = [];
  const rows: { y: number; height: number }[] = [];
  let y = top;
  grid.rows.forEach(({ firstLevel, endLevel }, row) => {
    const start = y;
    let needed = halves[firstLevel]![1].height + halves[endLevel]![0].height;
    for (let level = firstLevel; level < endLevel; level++) {
      needed += sizes.levels[level]!.up + sizes.levels[level]!.down;
      if (level > firstLevel) needed += halves[level]![0].height + halves[level]![1].height;
    }
    const height = Math.ceil(Math.max(needed, textHeights[row] ?? 0));
    const slack = height - needed;
    halves[firstLevel]![1].height += slack / 2;
    halves[endLevel]![0].height += slack / 2;
    for (let level = firstLevel; level < endLevel; level++) {
      const [upper, lower] = halves[level]!;
      if (level > firstLevel) {
        upper.y = y;
        y += upper.height;
      }
      lower.y = y;
      y += lower.height + sizes.levels[level]!.up;
      middles[level] = y;
      y += sizes.levels[level]!.down;
    }
    halves[endLevel]![0].y = y;
    y = start + height;
    rows.push({ y: start, height });
  });
  return {
    rows,
    height: y,
    levelY: (level) => middles[level] ?? top,
    gapY(gap, half, track) {
      const stretch = halves[gap]![half === 0 ? 0 : 1];
      const step = stretch.height / (channels.gaps[gap]![half === 0 ? 0 : 1] + 1);
      const inset = (track + 1) * step;
      return half === 0 ? stretch.y + inset : stretch.y + stretch.height - inset;
    },
  };
}
