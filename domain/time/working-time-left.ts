import type { WorkingCalendar } from "./working-calendar.js";
import { workingTimeBetween } from "./working-time-between.js";

/**
 * The working milliseconds from `now` to a deadline; negative by as much as the deadline is over. Both
 * in epoch milliseconds.
 */
export function workingTimeLeft(calendar: WorkingCalendar, now: number, dueAt: number): number {
  return now <= dueAt
    ? workingTimeBetween(calendar, now, dueAt)
    : 0 - workingTimeBetween(calendar, dueAt, now);
}

/** A length of working time as people say it. Whole numbers; what is left of a minute is let go. */
export interface WorkingTimeParts {
  /** As many as make working days of the calendar's length. */
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Says how much working time so many milliseconds, of either sign, are. */
export function workingTimeParts(
  calendar: Pick<WorkingCalendar, "minutesPerWorkingDay">,
  milliseconds: number,
): WorkingTimeParts {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const inDay = minutes % calendar.minutesPerWorkingDay;
  return {
    days: Math.floor(minutes / calendar.minutesPerWorkingDay),
    hours: Math.floor(inDay / 60),
    minutes: inDay % 60,
  };
}
