import { describe, expect, it } from "vitest";
import { addWorkingTime } from "./add-working-time.js";
import { wib } from "./trial-calendar.js";
import type { WorkingCalendar } from "./working-calendar.js";

const weekday = [
  [450, 720],
  [780, 960],
] as const;
const friday = [
  [450, 690],
  [780, 990],
] as const;
const calendar: WorkingCalendar = {
  utcOffset: 420,
  minutesPerWorkingDay: 450,
  weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: friday },
  periods: [{ from: "2026-02-18", to: "2026-03-19", weekly: { 1: [[480, 900]] } }],
  daysOff: new Set(["2026-11-25"]),
};
const add = (
  from: string,
  value: number,
  unit: "MINUTE" | "HOUR" | "WORKING_DAY" | "CALENDAR_DAY",
) => addWorkingTime(calendar, wib(from), { value, unit });

describe("addWorkingTime", () => {
  it("counts minutes while the office works and skips the break", () => {
    expect(add("2026-11-23T11:50", 15, "MINUTE")).toBe(wib("2026-11-23T13:05"));
  });
  it("runs from one day into the next, over the night", () => {
    expect(add("2026-11-23T15:30", 1, "HOUR")).toBe(wib("2026-11-24T08:00"));
  });
  it("takes a working day as the office counts it, and skips a day off", () => {
    expect(add("2026-11-24T10:00", 1, "WORKING_DAY")).toBe(wib("2026-11-26T10:00"));
  });
  it("skips the weekend and begins at opening when asked on a Sunday", () => {
    expect(add("2026-11-22T12:00", 30, "MINUTE")).toBe(wib("2026-11-23T08:00"));
    expect(add("2026-11-20T16:20", 20, "MINUTE")).toBe(wib("2026-11-23T07:40"));
  });
  it("ends on the last minute of a span, not on the first of the next", () => {
    expect(add("2026-11-23T07:30", 270, "MINUTE")).toBe(wib("2026-11-23T12:00"));
  });
  it("uses the hours of a period while it lasts", () => {
    expect(add("2026-02-23T14:30", 60, "MINUTE")).toBe(wib("2026-03-02T08:30"));
  });
  it("counts calendar days without asking the calendar", () => {
    expect(add("2026-11-20T16:20", 2, "CALENDAR_DAY")).toBe(wib("2026-11-22T16:20"));
  });
  it("has no deadline where nobody ever works", () => {
    const idle = { ...calendar, weekly: {}, periods: [] };
    expect(addWorkingTime(idle, wib("2026-11-23T08:00"), { value: 1, unit: "MINUTE" })).toBeNull();
  });
});
