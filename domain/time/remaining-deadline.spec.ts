import { describe, expect, it } from "vitest";
import { addWorkingTime } from "./add-working-time.js";
import { remainingDeadline } from "./remaining-deadline.js";
import { trialCalendar, wib } from "./trial-calendar.js";
import { workingTimeBetween } from "./working-time-between.js";

const calendar = trialCalendar("2026-11-25");
const HOUR = 3_600_000;

describe("workingTimeBetween", () => {
  it("is nothing over a night, a weekend or a day off", () => {
    expect(workingTimeBetween(calendar, wib("2026-11-20T16:00"), wib("2026-11-23T07:30"))).toBe(0);
    expect(workingTimeBetween(calendar, wib("2026-11-25T08:00"), wib("2026-11-25T15:00"))).toBe(0);
  });
  it("leaves the break out, and is never negative", () => {
    expect(workingTimeBetween(calendar, wib("2026-11-23T11:00"), wib("2026-11-23T14:00"))).toBe(
      2 * HOUR,
    );
    expect(workingTimeBetween(calendar, wib("2026-11-23T14:00"), wib("2026-11-23T11:00"))).toBe(0);
  });
  it("is what addWorkingTime has added, to the millisecond", () => {
    const from = wib("2026-11-20T15:17");
    for (let minutes = 1; minutes < 3000; minutes += 37) {
      const to = addWorkingTime(calendar, from, { value: minutes, unit: "MINUTE" }) ?? 0;
      expect(workingTimeBetween(calendar, from, to)).toBe(minutes * 60_000);
    }
  });
});

describe("remainingDeadline", () => {
  const held = { dueAt: wib("2026-11-24T09:30"), heldAt: wib("2026-11-23T15:00") };
  it("gives what was left from the moment at which the case goes on", () => {
    const resumedAt = wib("2026-11-26T13:00");
    expect(remainingDeadline(calendar, "HOUR", { ...held, resumedAt })).toBe(
      wib("2026-11-26T16:00"),
    );
  });
  it("counts clock time for calendar days, and leaves a missed deadline missed", () => {
    const resumedAt = held.heldAt + 5 * HOUR;
    expect(remainingDeadline(calendar, "CALENDAR_DAY", { ...held, resumedAt })).toBe(
      held.dueAt + 5 * HOUR,
    );
    const missed = { dueAt: held.heldAt, heldAt: held.heldAt, resumedAt };
    expect(remainingDeadline(calendar, "HOUR", missed)).toBe(held.heldAt);
  });
});
