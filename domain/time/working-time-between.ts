import {
  localDay,
  MINUTE,
  spansOfDay,
  startOfDay,
  type WorkingCalendar,
} from "./working-calendar.js";

/** The working milliseconds in `[from, to)`; 0 where `to` is not later. Both in epoch milliseconds. */
export function workingTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let total = 0;
  if (to <= from) return total;
  const lastDay = localDay(calendar, to);
  for (let day = localDay(calendar, from); day <= lastDay; day += 1) {
    const midnight = startOfDay(calendar, day);
    for (const [spanFrom, spanTo] of spansOfDay(calendar, day)) {
      const begins = Math.max(midnight + spanFrom * MINUTE, from);
      const ends = Math.min(midnight + spanTo * MINUTE, to);
      total += Math.max(0, ends - begins);
    }
  }
  return total;
}
