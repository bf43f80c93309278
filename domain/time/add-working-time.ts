import type { StandardTime, TimeUnit } from "../sop/graph.js";
import {
  localDay,
  MINUTE,
  spansOfDay,
  startOfDay,
  type WorkingCalendar,
} from "./working-calendar.js";

/** How far away an instant is looked for; a calendar without working hours must not loop for ever. */
export const MOST_DAYS = 366 * 30;

type Add = (calendar: WorkingCalendar, from: number, value: number) => number | null;

const addUnit: Record<TimeUnit, Add> = {
  MINUTE: (calendar, from, value) => addWorkingMilliseconds(calendar, from, value * MINUTE),
  HOUR: (calendar, from, value) => addWorkingMilliseconds(calendar, from, value * 60 * MINUTE),
  WORKING_DAY: (calendar, from, value) =>
    addWorkingMilliseconds(calendar, from, value * calendar.minutesPerWorkingDay * MINUTE),
  CALENDAR_DAY: (_calendar, from, value) => from + Math.round(value * 1440 * MINUTE),
};

/**
 * The instant at which `time` has passed since `from`, both in epoch milliseconds. Minutes, hours
 * and working days run only while the office works. `null` where the calendar has too few working
 * hours for it in the next thirty years.
 */
export function addWorkingTime(
  calendar: WorkingCalendar,
  from: number,
  time: StandardTime,
): number | null {
  return addUnit[time.unit](calendar, from, time.value);
}

/** The instant at which `duration` working milliseconds have passed; `null` as for `addWorkingTime`. */
export function addWorkingMilliseconds(
  calendar: WorkingCalendar,
  from: number,
  duration: number,
): number | null {
  let left = Math.round(duration);
  const firstDay = localDay(calendar, from);
  for (let day = firstDay; day < firstDay + MOST_DAYS; day += 1) {
    const midnight = startOfDay(calendar, day);
    for (const [spanFrom, spanTo] of spansOfDay(calendar, day)) {
      const begins = Math.max(midnight + spanFrom * MINUTE, from);
      const length = midnight + spanTo * MINUTE - begins;
      if (length <= 0) continue;
      if (left <= length) return begins + left;
      left -= length;
    }
  }
  return null;
}
