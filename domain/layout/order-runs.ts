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
  const byStart = [...runs].sort((a, b) => a.lo - b.lo || a.hi - b.hi || a.link - b.link);
  const order: Run[] = [];
  for (const run of byStart) insertCheapest(order, run, key, touching);
  if (order.length > 2) {
    for (const run of byStart) {
      order.splice(order.indexOf(run), 1);
      insertCheapest(order, run, key, touching);
    }
  }
  return order;
}

function insertCheapest(order: Run[], run: Run, key: EndKey, touching: number): void {
  let cost = 0;
  let best = 0;
  let bestAt = order.length;
  // From the end, so that among equals the earliest start stays first.
  for (let at = order.length; at > 0; at--) {
    const other = order[at - 1]!;
    if (!joined(run, other)) continue;
    cost += pairCost(run, other, key, touching) - pairCost(other, run, key, touching);
    if (cost < best) {
      best = cost;
      bestAt = at - 1;
    }
  }
  order.splice(bestAt, 0, run);
}

/** What it costs to have `first` above or left of `second`. */
export function pairCost(first: Run, second: Run, key: EndKey, touching: number): number {
  if (!joined(first, second)) return 0;
  const firstLo = key(first, "lo");
  const firstHi = key(first, "hi");
  const secondLo = key(second, "lo");
  const secondHi = key(second, "hi");
  const inFirst = (at: number): number => (firstLo < at && at < firstHi ? 1 : 0);
  const inSecond = (at: number): number => (secondLo < at && at < secondHi ? 1 : 0);
  let cost = 0;
  if (first.loTurn > 0) cost += inSecond(firstLo);
  if (first.hiTurn > 0) cost += inSecond(firstHi);
  if (second.loTurn < 0) cost += inFirst(secondLo);
  if (second.hiTurn < 0) cost += inFirst(secondHi);
  if (first.loTurn > 0 && second.loTurn < 0 && firstLo === secondLo) cost += touching;
  if (first.loTurn > 0 && second.hiTurn < 0 && firstLo === secondHi) cost += touching;
  if (first.hiTurn > 0 && second.loTurn < 0 && firstHi === secondLo) cost += touching;
  if (first.hiTurn > 0 && second.hiTurn < 0 && firstHi === secondHi) cost += touching;
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
