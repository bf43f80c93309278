import { type CaseState, hasEnded } from "../engine/case-state.js";
import type { LaneKey } from "../sop/graph.js";
import { workingTimeBetween } from "../time/working-time-between.js";
import type { WorkingCalendar } from "../time/working-calendar.js";
import type { CaseMoment } from "./case-moments.js";
import type { OpenWork, ShareState } from "./open-work.js";

/** A stretch of a case's life in which nothing happened. Times in epoch milliseconds, `[from, to)`. */
export interface CaseInterval {
  readonly from: number;
  readonly to: number;
  /** Among whom it is divided; never empty. */
  readonly work: readonly OpenWork[];
}

/** A part of the lead time, in integer milliseconds. */
export interface TimeShare {
  readonly lane: LaneKey | null;
  readonly state: ShareState;
  readonly isRework: boolean;
  /** Of clock time. */
  readonly clock: number;
  /** Of the office's working time. */
  readonly working: number;
}

/**
 * A case's life cut at each of its events, from the first to its end, or to `until` while it goes on.
 */
export function caseIntervals(
  moments: readonly CaseMoment[],
  until: number,
): readonly CaseInterval[] {
  const intervals: CaseInterval[] = [];
  for (const [index, { at: from, state, work }] of moments.entries()) {
    const to = moments[index + 1]?.at ?? until;
    if (hasEnded(state.status) || to <= from) continue;
    intervals.push({ from, to, work: work.length > 0 ? work : [nobodys(state)] });
  }
  return intervals;
}

const nobodys = ({ status }: CaseState): OpenWork => ({
  visit: 0,
  task: null,
  node: "",
  lane: null,
  state: status === "HELD" ? "HELD" : "QUEUE",
  isRework: false,
});

/**
 * The lead time of a case in shares of lane, state, and first visit or rework, in the order in which
 * they first came. They add up to it without remainder, in clock time and in working time: each
 * interval is divided equally among its open work, and what is left over goes to the first of it, a
 * millisecond each.
 */
export function caseLedger(
  intervals: readonly CaseInterval[],
  calendar: WorkingCalendar,
): readonly TimeShare[] {
  const shares = new Map<string, { -readonly [Key in keyof TimeShare]: TimeShare[Key] }>();
  for (const { from, to, work } of intervals) {
    const clock = to - from;
    const working = workingTimeBetween(calendar, from, to);
    for (const [at, { lane, state, isRework }] of work.entries()) {
      const key = JSON.stringify([lane, state, isRework]);
      const share = shares.get(key) ?? { lane, state, isRework, clock: 0, working: 0 };
      share.clock += portion(clock, work.length, at);
      share.working += portion(working, work.length, at);
      shares.set(key, share);
    }
  }
  return [...shares.values()];
}

/**
 * The part of `total` that the one at `at` of `count` has. All parts add up to it, and none gets less
 * as the total grows, so that parts of days add up as well.
 */
export const portion = (total: number, count: number, at: number): number =>
  Math.floor(total / count) + (at < total % count ? 1 : 0);
