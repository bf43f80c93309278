import {
  localDay,
  spansOfDay,
  startOfDay,
  weekdayOf,
  type WorkingCalendar,
} from "../../domain/time/working-calendar.js";
import type { TimeDice } from "./random-times.js";

const MINUTE = 60_000;

/** More comes on Mondays than on Fridays. */
const byWeekday: Readonly<Record<number, number>> = { 1: 1.25, 2: 1.1, 3: 1, 4: 0.95, 5: 0.7 };
/** Quiet when the year begins, busy before the budget closes. */
const byMonth = [0.8, 0.9, 1, 0.95, 1, 1, 1.05, 1, 1.05, 1.1, 1.15, 1];

/** How much comes on a local day, against the others; nothing where nobody works. */
export function weightOfDay(calendar: WorkingCalendar, day: number): number {
  if (spansOfDay(calendar, day).length === 0) return 0;
  const month = new Date(startOfDay({ utcOffset: 0 }, day)).getUTCMonth();
  return (byWeekday[weekdayOf(day)] ?? 0.5) * (byMonth[month] ?? 1);
}

/** A moment of the working hours of a day, more often in the morning. */
export function momentOfDay(calendar: WorkingCalendar, day: number, dice: TimeDice): number {
  const spans = spansOfDay(calendar, day);
  const minutes = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  let left = dice.share() ** 1.3 * minutes * MINUTE;
  for (const [from, to] of spans) {
    const length = (to - from) * MINUTE;
    if (left < length) return Math.round(startOfDay(calendar, day) + from * MINUTE + left);
    left -= length;
  }
  throw new Error(`Nobody works on the day ${day}`);
}

/** The working days of a history and, for each, how much of what is still to come comes then. */
export function planDays(
  calendar: WorkingCalendar,
  from: number,
  until: number,
): { readonly day: number; readonly share: number }[] {
  const days: { day: number; weight: number }[] = [];
  for (let day = localDay(calendar, from); day <= localDay(calendar, until); day += 1) {
    const weight = weightOfDay(calendar, day);
    if (weight > 0) days.push({ day, weight });
  }
  let left = 0;
  return days
    .toReversed()
    .map(({ day, weight }) => {
      left += weight;
      return { day, share: weight / left };
    })
    .toReversed();
}
