import { describe, expect, it } from "vitest";
import type { StandardTime } from "../sop/graph.js";
import { addWorkingTime } from "./add-working-time.js";
import { dayOfStandardTime } from "./day-of-standard-time.js";
import { remainingDeadline } from "./remaining-deadline.js";
import { trialCalendar, wib } from "./trial-calendar.js";

const calendar = trialCalendar("2026-11-25");
const HOUR = 3_600_000;

const opened = (openedAt: number, standardTime: StandardTime | null) => ({
  openedAt,
  standardTime,
  dueAt: standardTime && addWorkingTime(calendar, openedAt, standardTime),
});
const threeDays = opened(wib("2026-11-23T10:00"), { value: 3, unit: "WORKING_DAY" });
const at = (task: typeof threeDays, local: string) => dayOfStandardTime(calendar, task, wib(local));

describe("dayOfStandardTime", () => {
  it("counts working days from 1, over the night and a day off", () => {
    expect(at(threeDays, "2026-11-23T10:00")).toEqual({ day: 1, days: 3 });
    expect(at(threeDays, "2026-11-24T09:59")).toEqual({ day: 1, days: 3 });
    expect(at(threeDays, "2026-11-24T10:01")).toEqual({ day: 2, days: 3 });
    expect(at(threeDays, "2026-11-25T12:00")).toEqual({ day: 2, days: 3 });
    expect(at(threeDays, "2026-11-26T10:01")).toEqual({ day: 3, days: 3 });
  });
  it("passes the last day with the deadline, to the minute", () => {
    const { dueAt } = threeDays;
    expect(dueAt).toBe(wib("2026-11-27T10:00"));
    expect(at(threeDays, "2026-11-27T10:00")).toEqual({ day: 3, days: 3 });
    expect(at(threeDays, "2026-11-27T10:01")).toEqual({ day: 4, days: 3 });
  });
  it("stands still over a weekend, and before the office opens", () => {
    const saturday = opened(wib("2026-11-21T12:00"), { value: 2, unit: "WORKING_DAY" });
    expect(at(saturday, "2026-11-22T23:00")).toEqual({ day: 1, days: 2 });
    expect(at(saturday, "2026-11-23T15:00")).toEqual({ day: 1, days: 2 });
  });
  it("takes what is less than a day for one day", () => {
    const quick = opened(wib("2026-11-23T15:30"), { value: 15, unit: "MINUTE" });
    expect(at(quick, "2026-11-23T15:40")).toEqual({ day: 1, days: 1 });
    expect(at(quick, "2026-11-24T15:46")).toEqual({ day: 2, days: 1 });
    const hours = opened(wib("2026-11-23T08:00"), { value: 10, unit: "HOUR" });
    expect(at(hours, "2026-11-23T08:00").days).toBe(2);
  });
  it("counts calendar days by the clock", () => {
    const days = opened(wib("2026-11-20T16:00"), { value: 2, unit: "CALENDAR_DAY" });
    expect(at(days, "2026-11-21T16:01")).toEqual({ day: 2, days: 2 });
  });
  it("counts without an end where there is no standard time", () => {
    const open = opened(wib("2026-11-23T10:00"), null);
    expect(at(open, "2026-11-27T09:00")).toEqual({ day: 3, days: null });
  });
  it("does not count the time for which the case was held", () => {
    const heldAt = wib("2026-11-24T11:00");
    const resumedAt = wib("2026-12-01T08:00");
    const dueAt = remainingDeadline(calendar, "WORKING_DAY", {
      dueAt: threeDays.dueAt ?? 0,
      heldAt,
      resumedAt,
    });
    const resumed = { ...threeDays, dueAt };
    expect(dayOfStandardTime(calendar, resumed, resumedAt)).toEqual({ day: 2, days: 3 });
  });
  it("is past its days only when the deadline is, at every hour", () => {
    for (let now = threeDays.openedAt; now < threeDays.openedAt + 300 * HOUR; now += HOUR) {
      const { day: n, days } = dayOfStandardTime(calendar, threeDays, now);
      if (n > (days ?? 0)) expect(now).toBeGreaterThan(threeDays.dueAt ?? 0);
      if (now <= (threeDays.dueAt ?? 0)) expect(n).toBeLessThanOrEqual(days ?? 0);
    }
  });
});
