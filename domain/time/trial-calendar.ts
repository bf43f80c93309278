import type { WorkingCalendar, WorkingSpan } from "./working-calendar.js";

const day: readonly WorkingSpan[] = [
  [450, 720],
  [780, 960],
];

/**
 * Monday to Friday, 07:30 to 12:00 and 13:00 to 16:00 by WIB, seven and a half hours, but for these
 * days; for specs.
 */
export const trialCalendar = (...daysOff: readonly string[]): WorkingCalendar => ({
  utcOffset: 420,
  minutesPerWorkingDay: 450,
  weekly: { 1: day, 2: day, 3: day, 4: day, 5: day },
  periods: [],
  daysOff: new Set(daysOff),
});

/** The moment of a local time by WIB, such as "2026-11-23T09:00". */
export const wib = (local: string): number => Date.parse(`${local}:00+07:00`);
