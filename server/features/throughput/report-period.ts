import { type Day, weekdayOf } from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import { firstDayOfMonth, monthOfDay } from "../../runtime/throughput/ledger-cells.js";
import type { Bucket, ThroughputPeriodInput } from "./report-inputs.js";

/** Days, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** A period cut into steps. */
export interface ReportPeriod extends DayRange {
  readonly bucket: Bucket;
  /** In their order; they make up the period. */
  readonly steps: readonly DayRange[];
}

const mostSteps = 1_300;
const longestInDays = 62;
const longestInWeeks = 184;

export function checkedPeriod({ from, to }: ThroughputPeriodInput, field: string): DayRange {
  if (to < from) throw new Refusal("DATES_REVERSED", `${field}.to`);
  return { from, to };
}

/** Cuts a period; without a wish into about as many steps as a chart can show. */
export function cutPeriod({ from, to }: DayRange, wanted: Bucket | null): ReportPeriod {
  const days = to - from + 1;
  const bucket =
    wanted ?? (days <= longestInDays ? "DAY" : days <= longestInWeeks ? "WEEK" : "MONTH");
  const steps: DayRange[] = [];
  for (let day = from; day <= to;) {
    const last = Math.min(lastDayOf[bucket](day), to);
    steps.push({ from: day, to: last });
    if (steps.length > mostSteps) {
      throw new Refusal("OUT_OF_RANGE", "input.bucket", { min: 1, max: mostSteps });
    }
    day = last + 1;
  }
  return { from, to, bucket, steps };
}

const lastDayOf: Record<Bucket, (day: Day) => Day> = {
  DAY: (day) => day,
  WEEK: (day) => day + 7 - weekdayOf(day),
  MONTH: (day) => firstDayOfMonth(monthOfDay(day) + 1) - 1,
};

/** The month that a range is, as stored; `null` where it is none. */
export function wholeMonth({ from, to }: DayRange): number | null {
  const month = monthOfDay(from);
  return from === firstDayOfMonth(month) && to === lastDayOf.MONTH(from) ? month : null;
}

/** A range as whole months, and days before and after them. */
export const monthsAndDays = (range: DayRange): readonly DayRange[] =>
  range.to < range.from
    ? []
    : cutRange(range).flatMap((part) => (wholeMonth(part) === null ? daysOf(part) : [part]));

const daysOf = ({ from, to }: DayRange): DayRange[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ from: from + at, to: from + at }));

function cutRange({ from, to }: DayRange): DayRange[] {
  const parts: DayRange[] = [];
  for (let day = from; day <= to; day = parts.at(-1)!.to + 1) {
    parts.push({ from: day, to: Math.min(lastDayOf.MONTH(day), to) });
  }
  return parts;
}
