import { durationFigures } from "./duration-figures-of.js";
import { growth } from "./lane-figures.js";
import type { LedgerReading } from "./ledger-reading.js";
import type { ReportPeriod } from "./report-period.js";
import { caseGrowth, numberOf, type ReportSums } from "./report-sums.js";
import { BucketLane, ThroughputStep } from "./course-types.js";
import type { ThroughputLane } from "./lane-types.js";
import { timeFigures } from "./time-figures-of.js";

/**
 * The steps of the period up to today. How much was open at the end of each is counted back from what
 * is open at the end of the period.
 */
export function courseOf(
  { sums, today }: LedgerReading,
  period: ReportPeriod,
  lanes: ReadonlyMap<string, ThroughputLane>,
  waitingAtEnd: ReadonlyMap<string, number>,
  runningAtEnd: number,
): ThroughputStep[] {
  const waiting = new Map(waitingAtEnd);
  let running = runningAtEnd;
  const course: ThroughputStep[] = [];
  for (let at = period.steps.length - 1; at >= 0; at -= 1) {
    const range = period.steps[at]!;
    const sum = sums[at]!;
    if (range.from <= today) {
      course.push(
        Object.assign(new ThroughputStep(), {
          ...range,
          started: numberOf(sum.cases, "started"),
          completed: numberOf(sum.cases, "completed"),
          cancelled: numberOf(sum.cases, "cancelled"),
          running,
          leadTimes: durationFigures(sum.cases, "lead"),
          lanes: [...lanes.keys()].map((id) => bucketLane(id, sum, waiting.get(id) ?? 0)),
        }),
      );
    }
    for (const id of lanes.keys()) {
      waiting.set(id, (waiting.get(id) ?? 0) - growth(sum.lane(id)));
    }
    running -= caseGrowth(sum);
  }
  return course.reverse();
}

function bucketLane(laneId: string, sums: ReportSums, waiting: number): BucketLane {
  const sum = sums.lane(laneId);
  return Object.assign(new BucketLane(), {
    laneId,
    arrived: numberOf(sum, "arrived"),
    finished: numberOf(sum, "finished"),
    withdrawn: numberOf(sum, "withdrawn"),
    waiting,
    working: timeFigures(sum, "working").total,
  });
}
