import { hasEnded } from "../engine/case-state.js";
import type { Plan } from "../plan/plan.js";
import { workingTimeBetween } from "../time/working-time-between.js";
import { localDay, startOfDay, type WorkingCalendar } from "../time/working-calendar.js";
import { caseIntervals, type CaseInterval } from "./case-ledger.js";
import type { CaseMoment } from "./case-moments.js";
import { caseStays, isOnTime, type Stay } from "./case-stays.js";
import { cutShares } from "./cut-shares.js";
import type { ShareState } from "./open-work.js";
import { caseSubject, handOverSubject, personSubject, stepSubject } from "./subjects.js";
import { type Day, type Measure, type Subject, Tally } from "./tally.js";

/** The number of the bin of a histogram into which a duration of so many milliseconds falls. */
export type BinOf = (milliseconds: number) => number;

/** A measure of the time that a subject had: of clock or working time, by state, of later visits. */
export const timeMeasure = (
  scale: "clock" | "working",
  state: ShareState,
  isRework: boolean,
): string => `${scale}:${state}${isRework ? "+" : ""}`;

/** Of a kind of duration: how many fell into a bin, and the sum of all. */
export const binMeasure = (kind: string, bin: number): string => `${kind}#${bin}`;

/** What `binMeasure` made a measure of; `null` where it did not. */
export function binOfMeasure(measure: Measure): { kind: string; bin: number } | null {
  const at = measure.indexOf("#");
  return at < 0 ? null : { kind: measure.slice(0, at), bin: Number(measure.slice(at + 1)) };
}

export const sumMeasure = (kind: string): string => `${kind}:sum`;

/** What a case is to reports. */
export interface CaseAccount {
  readonly stays: readonly Stay[];
  /** Up to the last entry of the log; what is open since is not in it. */
  readonly tally: Tally;
}

/** A case told by day, step and lane, from its log alone. `moments` is not empty. */
export function caseAccount(
  plan: Plan,
  moments: readonly CaseMoment[],
  calendar: WorkingCalendar,
  binOf: BinOf,
): CaseAccount {
  const intervals = caseIntervals(moments, moments.at(-1)!.at);
  const stays = caseStays(plan, moments, intervals, calendar);
  const tally = new Tally();
  tallyCase(tally, moments, calendar, binOf);
  for (const interval of intervals) tallyShares(tally, interval, calendar);
  for (const stay of stays) tallyStay(tally, stay, calendar, binOf);
  return { stays, tally };
}

function tallyCase(
  tally: Tally,
  moments: readonly CaseMoment[],
  calendar: WorkingCalendar,
  binOf: BinOf,
): void {
  const startedAt = moments[0]!.at;
  tally.add(localDay(calendar, startedAt), caseSubject, "started", 1);
  const end = moments.find(({ state }) => hasEnded(state.status));
  if (!end) return;
  const day = localDay(calendar, end.at);
  if (end.state.status === "CANCELLED") {
    tally.add(day, caseSubject, "cancelled", 1);
    return;
  }
  tally.add(day, caseSubject, "completed", 1);
  const working = workingTimeBetween(calendar, startedAt, end.at);
  tallyDuration(tally, day, caseSubject, "lead", working, binOf);
  tallyDuration(tally, day, caseSubject, "clockLead", end.at - startedAt, binOf);
}

function tallyDuration(
  tally: Tally,
  day: Day,
  subject: Subject,
  kind: string,
  duration: number,
  binOf: BinOf,
): void {
  tally.add(day, subject, binMeasure(kind, binOf(duration)), 1);
  tally.add(day, subject, sumMeasure(kind), duration);
}

function tallyShares(tally: Tally, interval: CaseInterval, calendar: WorkingCalendar): void {
  const firstDay = localDay(calendar, interval.from);
  const days = localDay(calendar, interval.to - 1) - firstDay + 1;
  const midnights = Array.from({ length: days }, (_, at) =>
    startOfDay(calendar, firstDay + at + 1),
  );
  cutShares(interval, calendar, midnights, (part, { lane, node, state, isRework }, time) => {
    const subject = stepSubject(lane ?? "", node);
    for (const scale of ["clock", "working"] as const) {
      tally.add(firstDay + part, subject, timeMeasure(scale, state, isRework), time[scale]);
    }
  });
}

function tallyStay(tally: Tally, stay: Stay, calendar: WorkingCalendar, binOf: BinOf): void {
  const subject = stepSubject(stay.lane, stay.node);
  const began = localDay(calendar, stay.openedAt);
  tally.add(began, subject, "arrived", 1);
  for (const from of stay.from) {
    const handOver = handOverSubject(from, stay.lane);
    tally.add(began, handOver, "count", 1);
    if (stay.isReturned) tally.add(began, handOver, "returned", 1);
  }
  if (stay.endedAt === null) return;
  const day = localDay(calendar, stay.endedAt);
  if (stay.ending === "WITHDRAWN") {
    tally.add(day, subject, "withdrawn", 1);
    return;
  }
  tally.add(day, subject, "finished", 1);
  if (stay.isRework) tally.add(day, subject, "rework", 1);
  // A requester is reminded of their own task; it never counts against the office.
  if (stay.isOffice) tallyPunctuality(tally, day, subject, stay);
  for (const [kind, duration] of durationsOf(stay)) {
    tallyDuration(tally, day, subject, kind, duration, binOf);
  }
  if (stay.by === null || !stay.isOffice) return;
  const person = personSubject(stay.lane, stay.by);
  tally.add(day, person, "finished", 1);
  tally.add(day, person, sumMeasure("work"), stay.work);
  tallyPunctuality(tally, day, person, stay);
}

function tallyPunctuality(tally: Tally, day: Day, subject: Subject, stay: Stay): void {
  const onTime = isOnTime(stay);
  if (onTime === null) return;
  tally.add(day, subject, "withStandard", 1);
  if (onTime) tally.add(day, subject, "onTime", 1);
}

/** The durations of a finished stay that percentiles are of, by kind. */
export function durationsOf(stay: Stay): readonly (readonly [kind: string, duration: number])[] {
  const { queue, work, elsewhere, held, isOffice, isRework } = stay;
  return [
    ["time", queue + work + elsewhere],
    ...(!isOffice
      ? []
      : isRework
        ? ([["again", queue + work]] as const)
        : ([
            ["queue", queue],
            ["work", work],
          ] as const)),
    ...(elsewhere + held > 0 ? ([["waiting", elsewhere + held]] as const) : []),
  ];
}
