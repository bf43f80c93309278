import type { StandardTime, TimeUnit } from "../sop/graph.js";
import { MINUTE, type WorkingCalendar } from "./working-calendar.js";
import { workingTimeBetween } from "./working-time-between.js";

/** Where a task is in its time, counted in days from 1: "hari ke-2 dari 3". */
export interface DayOfTime {
  readonly day: number;
  /** How many days the standard time takes; `null` where the step has none. */
  readonly days: number | null;
}

/** A task that is open; times in epoch milliseconds. */
export interface TimedTask {
  readonly openedAt: number;
  /** `null`: the step has no standard time. */
  readonly standardTime: StandardTime | null;
  /** Moved whenever its case was held, so that what it leaves, and not `openedAt`, is what counts. */
  readonly dueAt: number | null;
}

type Measure = (calendar: WorkingCalendar, from: number, to: number) => number;

const CALENDAR_DAY = 1440 * MINUTE;

const workingMilliseconds: Measure = workingTimeBetween;
const clockMilliseconds: Measure = (_calendar, from, to) => Math.max(0, to - from);

interface Yardstick {
  readonly measure: Measure;
  /** Milliseconds of one of the unit, and of one day, in what `measure` counts. */
  readonly unit: (calendar: WorkingCalendar) => number;
  readonly day: (calendar: WorkingCalendar) => number;
}

const workingDay = (calendar: WorkingCalendar): number => calendar.minutesPerWorkingDay * MINUTE;

const yardsticks: Record<TimeUnit, Yardstick> = {
  MINUTE: { measure: workingMilliseconds, unit: () => MINUTE, day: workingDay },
  HOUR: { measure: workingMilliseconds, unit: () => 60 * MINUTE, day: workingDay },
  WORKING_DAY: { measure: workingMilliseconds, unit: workingDay, day: workingDay },
  CALENDAR_DAY: {
    measure: clockMilliseconds,
    unit: () => CALENDAR_DAY,
    day: () => CALENDAR_DAY,
  },
};

/**
 * The day of its standard time that a task is in at `now`. A day is a working day of the calendar's
 * own length, counted in working time, and 24 hours where the standard time is in calendar days; so
 * `day` is greater than `days` only when the deadline has passed, however the case was held.
 */
export function dayOfStandardTime(
  calendar: WorkingCalendar,
  { openedAt, standardTime, dueAt }: TimedTask,
  now: number,
): DayOfTime {
  const { measure, unit, day } = yardsticks[standardTime?.unit ?? "WORKING_DAY"];
  const length = day(calendar);
  if (standardTime === null || dueAt === null) {
    return { day: dayNumber(measure(calendar, openedAt, now), length), days: null };
  }
  const whole = Math.round(standardTime.value * unit(calendar));
  const spent =
    now <= dueAt ? whole - measure(calendar, now, dueAt) : whole + measure(calendar, dueAt, now);
  return { day: dayNumber(spent, length), days: dayNumber(whole, length) };
}

const dayNumber = (spent: number, length: number): number => Math.max(1, Math.ceil(spent / length));
