import { durationFigures } from "./duration-figures-of.js";
import type { OpenStay } from "./ledger-reading.js";
import { LaneFigures, OldestWait, type ThroughputLane } from "./lane-types.js";
import { numberOf, type Sum } from "./report-sums.js";
import { timeFigures } from "./time-figures-of.js";

/** How many tasks a sum leaves more than it found. */
export const growth = (sum: Sum): number =>
  numberOf(sum, "arrived") - numberOf(sum, "finished") - numberOf(sum, "withdrawn");

/** What is said of one lane. `open` is what is open in it now; null where the period is over. */
export function laneFigures(
  lane: ThroughputLane,
  sum: Sum,
  waiting: number,
  open: readonly OpenStay[] | null,
): LaneFigures {
  return Object.assign(new LaneFigures(), {
    lane,
    arrived: numberOf(sum, "arrived"),
    finished: numberOf(sum, "finished"),
    withdrawn: numberOf(sum, "withdrawn"),
    waiting,
    oldest: open && oldestOf(open),
    withStandard: numberOf(sum, "withStandard"),
    onTime: numberOf(sum, "onTime"),
    rework: numberOf(sum, "rework"),
    working: timeFigures(sum, "working"),
    clock: timeFigures(sum, "clock"),
    share: null,
    queueTimes: durationFigures(sum, "queue"),
    workTimes: durationFigures(sum, "work"),
    reworkTimes: durationFigures(sum, "again"),
    waitingTimes: durationFigures(sum, "waiting"),
  });
}

function oldestOf(open: readonly OpenStay[]): OldestWait | null {
  let oldest: OpenStay | null = null;
  for (const stay of open) if (!oldest || stay.openedAt < oldest.openedAt) oldest = stay;
  if (!oldest) return null;
  return Object.assign(new OldestWait(), {
    instanceId: oldest.instanceId,
    since: oldest.openedAt,
  });
}
