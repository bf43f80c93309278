import type { StandardTime, TimeUnit } from "../sop/graph.js";
import { MOST_DAYS } from "./add-working-time.js";
import {
  localDay,
  MINUTE,
  spansOfDay,
  startOfDay,
  type WorkingCalendar,
} from "./working-calendar.js";

type Subtract = (calendar: WorkingCalendar, to: number, value: number) => number | null;

const subtractUnit: Record<TimeUnit, Subtract> = {
  MINUTE: (calendar, to, value) => subtractWorkingMilliseconds(calendar, to, value * MINUTE),
  HOUR: (calendar, to, value) => subtractWorkingMilliseconds(calendar, to, value * 60 * MINUTE),
  WORKING_DAY: (calendar, to, value) =>
    subtractWorkingMilliseconds(calendar, to, value * calendar.minutesPerWorkingDay * MINUTE),
  CALENDAR_DAY: (_calendar, to, value) => to - Math.round(value * 1440 * MINUTE),
};

/**
 * The latest instant from which `time` has passed by `to`, both in epoch milliseconds: when work must
 * begin at the latest. `null` as for `addWorkingTime`.
 */
export function subtractWorkingTime(
  calendar: WorkingCalendar,
  to: number,
  time: StandardTime,
): number | null {
  return subtractUnit[time.unit](calendar, to, time.value);
}

/** The same for `duration` working milliseconds. */
export function subtractWorkingMilliseconds(
  calendar: WorkingCalendar,
  to: number,
  duration: number,
): number | null {
  let left = Math.round(duration);
  const lastDay = localDay(calendar, to);
  for (let day = lastDay; day > lastDay - MOST_DAYS; day -= 1) {
    const midnight = startOfDay(calendar, day);
    for (const [spanFrom, spanTo] of [...spansOfDay(calendar, day)].reverse()) {
      const ends = Math.min(midnight + spanTo * MINUTE, to);
      const length = ends - (midnight + spanFrom * MINUTE);
      if (length <= 0) continue;
      if (left <= length) return ends - left;
      left -= length;
    }
  }
  return null;
}
