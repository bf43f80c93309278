import { workingTimeBetween } from "../time/working-time-between.js";
import type { WorkingCalendar } from "../time/working-calendar.js";
import { type CaseInterval, portion } from "./case-ledger.js";
import type { OpenWork } from "./open-work.js";

/** Milliseconds of clock time and of the office's working time. */
export interface ShareOfTime {
  readonly clock: number;
  readonly working: number;
}

/**
 * Divides a stretch among its open work, in parts: one up to each of `ends`, which are epoch
 * milliseconds in their order, and what is after the last is left out. The parts of each add up to its
 * part of the whole, and the parts of all to what the stretch has there, without remainder.
 */
export function cutShares(
  { from, to, work }: CaseInterval,
  calendar: WorkingCalendar,
  ends: readonly number[],
  take: (part: number, work: OpenWork, time: ShareOfTime) => void,
): void {
  let [since, clock, working] = [from, 0, 0];
  for (const [part, end] of ends.entries()) {
    const until = Math.min(end, to);
    if (until <= since) continue;
    const toClock = clock + (until - since);
    const toWorking = working + workingTimeBetween(calendar, since, until);
    for (const [at, one] of work.entries()) {
      const grown = (before: number, after: number): number =>
        portion(after, work.length, at) - portion(before, work.length, at);
      take(part, one, { clock: grown(clock, toClock), working: grown(working, toWorking) });
    }
    [since, clock, working] = [until, toClock, toWorking];
  }
}
