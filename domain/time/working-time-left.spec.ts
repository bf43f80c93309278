import { expect, test } from "vitest";
import { trialCalendar, wib } from "./trial-calendar.js";
import { workingTimeLeft, workingTimeParts } from "./working-time-left.js";

const HOUR = 3_600_000;
const calendar = trialCalendar("2026-08-17");

test("a weekend and a holiday take nothing from the time left", () => {
  const left = workingTimeLeft(calendar, wib("2026-08-14T15:00"), wib("2026-08-18T09:30"));
  expect(left).toBe(3 * HOUR);
});

test("what is over is counted in working time too, below zero", () => {
  expect(workingTimeLeft(calendar, wib("2026-08-18T08:30"), wib("2026-08-14T14:00"))).toBe(
    -3 * HOUR,
  );
});

test("at the deadline, and in a night before work begins, nothing is left", () => {
  expect(workingTimeLeft(calendar, wib("2026-08-12T10:00"), wib("2026-08-12T10:00"))).toBe(0);
  const early = workingTimeLeft(calendar, wib("2026-08-12T22:00"), wib("2026-08-13T07:30"));
  expect(Object.is(early, 0)).toBe(true);
  const over = workingTimeLeft(calendar, wib("2026-08-12T22:00"), wib("2026-08-12T16:00"));
  expect(Object.is(over, 0)).toBe(true);
});

test("says time in days of the calendar's length, hours and minutes", () => {
  expect(workingTimeParts(calendar, 18 * HOUR + 59_999)).toEqual({ days: 2, hours: 3, minutes: 0 });
  expect(workingTimeParts(calendar, -4.5 * HOUR)).toEqual({ days: 0, hours: 4, minutes: 30 });
  const longer = { ...calendar, minutesPerWorkingDay: 480 };
  expect(workingTimeParts(longer, 8 * HOUR)).toEqual({ days: 1, hours: 0, minutes: 0 });
});
