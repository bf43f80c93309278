import { expect, test } from "vitest";
import type { StandardTime } from "../sop/graph.js";
import { addWorkingTime } from "./add-working-time.js";
import { remainingDeadline } from "./remaining-deadline.js";
import { taskDeadline } from "./task-deadline.js";
import { trialCalendar, wib } from "./trial-calendar.js";

const calendar = trialCalendar();
const openedAt = wib("2026-11-23T10:00");
const days = (value: number): StandardTime => ({ value, unit: "WORKING_DAY" });

test("is what was promised, where the case was never held", () => {
  const standardTime = days(3);
  expect(taskDeadline(calendar, { openedAt, standardTime }, [])).toBe(wib("2026-11-26T10:00"));
});

test("gives back each hold since it opened, and none before", () => {
  const standardTime = days(3);
  const holds = [
    { heldAt: wib("2026-11-20T08:00"), resumedAt: wib("2026-11-23T09:00") },
    { heldAt: wib("2026-11-24T09:00"), resumedAt: wib("2026-11-25T09:00") },
    { heldAt: wib("2026-11-26T09:00"), resumedAt: wib("2026-11-27T09:00") },
  ];
  expect(taskDeadline(calendar, { openedAt, standardTime }, holds)).toBe(wib("2026-11-30T10:00"));
});

test("is the deadline that resuming made, as long as the calendar stays", () => {
  for (let hours = 1; hours < 200; hours += 7) {
    const heldAt = openedAt + hours * 3_600_000;
    const hold = { heldAt, resumedAt: heldAt + hours * 1_800_000 };
    const dueAt = addWorkingTime(calendar, openedAt, days(4))!;
    expect(taskDeadline(calendar, { openedAt, standardTime: days(4) }, [hold])).toBe(
      remainingDeadline(calendar, "WORKING_DAY", { dueAt, ...hold }),
    );
  }
});

test("a day off that comes in moves it by a working day, before and after a hold", () => {
  const more = { ...calendar, daysOff: new Set(["2026-11-25"]) };
  const task = { openedAt, standardTime: days(3) };
  expect(taskDeadline(more, task, [])).toBe(wib("2026-11-27T10:00"));
  const hold = { heldAt: wib("2026-11-26T09:00"), resumedAt: wib("2026-11-27T09:00") };
  expect(taskDeadline(calendar, task, [hold])).toBe(wib("2026-11-27T10:00"));
  expect(taskDeadline(more, task, [hold])).toBe(wib("2026-11-30T10:00"));
});

test("does not ask the calendar about calendar days", () => {
  const standardTime: StandardTime = { value: 2, unit: "CALENDAR_DAY" };
  const more = { ...calendar, daysOff: new Set(["2026-11-24"]) };
  expect(taskDeadline(more, { openedAt, standardTime }, [])).toBe(wib("2026-11-25T10:00"));
});
