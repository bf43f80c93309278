import type { WorkingCalendar } from "../../domain/time/working-calendar.js";

const day = [
  [450, 720],
  [780, 960],
] as const;

/** Five days a week from 7.30 to 16.00, with a holiday in March. */
export const officeCalendar: WorkingCalendar = {
  utcOffset: 420,
  minutesPerWorkingDay: 450,
  weekly: { 1: day, 2: day, 3: day, 4: day, 5: day },
  periods: [],
  daysOff: new Set(["2026-03-20"]),
};
