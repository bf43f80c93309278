import type { Run } from "./route.js";

/** The place of a piece's end along its channel, fine enough to tell neighbouring tracks apart. */
export type EndKey = (run: Run, end: "lo" | "hi") => number;

/** Two lines on one another: worse than any number of crossings. */
export const overlapCost = 1000;

export const joined = (a: Run, b: Run): boolean => a.lo <= b.hi && b.lo <= a.hi;

/**
 * The order of the pieces of one channel (top to bottom, left to right) with few crossings. By
 * insertion: channels hold a handful of pieces, and an exact method would not be seen.
 *
 * `touching` is what it costs when a piece that goes on downwards lies above one that goes on
 * upwards at the very same place: `overlapCost` where the place is final, less where it is not.
 */
export function orderRuns(runs: readonly Run[], key: EndKey, touching: number): Run[] {
  const byStart = [...runs]
    .sort((a, b) => a.lo - b.lo || a.hi - b.hi || a.link - b.link)
    .map((run) => withKeys(run, key));
  const order: KeyedRun[] = [];
  for (const run of byStart) insertCheapest(order, run, touching);
  if (order.length > 2) {
    for (const run of byStart) {
      order.splice(order.indexOf(run), 1);
      insertCheapest(order, run, touching);
    }
  }
  return order.map(({ run }) => run);
}

/** A piece with the places of its ends along the channel. */
export interface KeyedRun {
  readonly run: Run;
  readonly lo: number;
  readonly hi: number;
}

export const withKeys = (run: Run, key: EndKey): KeyedRun => ({
  run,
  lo: key(run, "lo"),
  hi: key(run, "hi"),
});

function insertCheapest(order: KeyedRun[], run: KeyedRun, touching: number): void {
  let cost = 0;
  let best = 0;
  let bestAt = order.length;
  // From the end, so that among equals the earliest start stays first.
  for (let at = order.length; at > 0; at--) {
    const other = order[at - 1]!;
    if (!joined(run.run, other.run)) continue;
    cost += pairCost(run, other, touching) - pairCost(other, run, touching);
    if (cost < best) {
      best = cost;
      bestAt = at - 1;
    }
  }
  order.splice(bestAt, 0, run);
}

/** What it costs to have one piece above or left of another. */
export function pairCost(above: KeyedRun, below: KeyedRun, touching: number): number {
  const first = above.run;
  const second = below.run;
  if (!joined(first, second)) return 0;
  const inFirst = (at: number): number => (above.lo < at && at < above.hi ? 1 : 0);
  const inSecond = (at: number): number => (below.lo < at && at < below.hi ? 1 : 0);
  let cost = 0;
  if (first.loTurn > 0) cost += inSecond(above.lo);
  if (first.hiTurn > 0) cost += inSecond(above.hi);
  if (second.loTurn < 0) cost += inFirst(below.lo);
  if (second.hiTurn < 0) cost += inFirst(below.hi);
  if (first.loTurn > 0 && second.loTurn < 0 && above.lo === below.lo) cost += touching;
  if (first.loTurn > 0 && second.hiTurn < 0 && above.lo === below.hi) cost += touching;
  if (first.hiTurn > 0 && second.loTurn < 0 && above.hi === below.lo) cost += touching;
  if (first.hiTurn > 0 && second.hiTurn < 0 && above.hi === below.hi) cost += touching;
  // Keeps what prefers the channel's first half before what prefers its second.
  if (first.half > second.half) cost += 0.5;
  return cost;
}

/** Numbers ordered pieces with the fewest tracks that keep the order; returns how many. */
export function stackTracks(order: readonly Run[]): number {
  let count = 0;
  order.forEach((run, at) => {
    run.track = 0;
    for (let i = 0; i < at; i++) {
      const other = order[i]!;
      if (other.track >= run.track && joined(run, other)) run.track = other.track + 1;
    }
    count = Math.max(count, run.track + 1);
  });
  return count;
}
