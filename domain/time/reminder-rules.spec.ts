import { describe, expect, it } from "vitest";
import {
  faultOfReminders,
  nextReminder,
  type RemindedTask,
  reminderMoments,
  usualReminders,
} from "./reminder-rules.js";
import { trialCalendar, wib } from "./trial-calendar.js";

const calendar = trialCalendar();
/** A working day, from Monday morning to Tuesday morning. */
const task: RemindedTask = {
  openedAt: wib("2026-11-23T09:00"),
  dueAt: wib("2026-11-24T09:00"),
  standardTime: { value: 1, unit: "WORKING_DAY" },
  isRequesters: false,
};
const moments = reminderMoments(calendar, usualReminders, task);

describe("reminderMoments", () => {
  it("counts working time back from the deadline, over night and break", () => {
    // A fifth of 450 minutes is 90: all of those of Tuesday morning.
    expect(moments.NEAR).toBe(wib("2026-11-24T07:30"));
    const hours = { ...usualReminders, before: { value: 4, unit: "HOUR" } as const };
    expect(reminderMoments(calendar, hours, task).NEAR).toBe(wib("2026-11-23T13:30"));
  });
  it("escalates after so much working time, but never a requester's own task", () => {
    expect(moments.PASSED).toBe(wib("2026-11-25T09:00"));
    const own = reminderMoments(calendar, usualReminders, { ...task, isRequesters: true });
    expect(own).toEqual({ ...moments, PASSED: null });
  });
  it("says nothing before a deadline where that would be with the task, or too short before", () => {
    const week = { ...usualReminders, before: { value: 5, unit: "WORKING_DAY" } as const };
    expect(reminderMoments(calendar, week, task).NEAR).toBeNull();
    const short = { value: 15, unit: "MINUTE" } as const;
    const brief = { ...task, dueAt: wib("2026-11-23T09:15"), standardTime: short };
    expect(reminderMoments(calendar, usualReminders, brief).NEAR).toBeNull();
    const none = { ...usualReminders, before: null, atDeadline: false, escalateAfter: null };
    expect(reminderMoments(calendar, none, task)).toEqual({
      NEAR: null,
      REACHED: null,
      PASSED: null,
    });
  });
});

describe("nextReminder", () => {
  const at = (local: string, settled: number) =>
    nextReminder(moments, { dueAt: task.dueAt, settled, now: wib(local) });
  it("tells each stage once and says when the next comes", () => {
    expect(at("2026-11-23T10:00", 0)).toEqual({ stage: null, settled: 0, nextAt: moments.NEAR });
    expect(at("2026-11-24T07:30", 0)).toEqual({ stage: "NEAR", settled: 1, nextAt: task.dueAt });
    expect(at("2026-11-24T07:31", 1)).toEqual({ stage: null, settled: 1, nextAt: task.dueAt });
    expect(at("2026-11-24T09:00", 1)).toEqual({
      stage: "REACHED",
      settled: 2,
      nextAt: moments.PASSED,
    });
    expect(at("2026-11-25T09:00", 2)).toEqual({ stage: "PASSED", settled: 3, nextAt: null });
    expect(at("2026-12-25T09:00", 3)).toEqual({ stage: null, settled: 3, nextAt: null });
  });
  it("tells only the last of what was missed, however long ago", () => {
    expect(at("2026-11-24T12:00", 0).stage).toBe("REACHED");
    expect(at("2027-11-24T12:00", 0)).toEqual({ stage: "PASSED", settled: 3, nextAt: null });
  });
  it("tells again of a deadline that moved whatever lies ahead, and nothing that is past twice", () => {
    const later = reminderMoments(calendar, usualReminders, {
      ...task,
      dueAt: wib("2026-11-26T12:00"),
    });
    const moved = (local: string, settled: number) =>
      nextReminder(later, { dueAt: wib("2026-11-26T12:00"), settled, now: wib(local) });
    expect(moved("2026-11-25T09:00", 3)).toEqual({ stage: null, settled: 0, nextAt: later.NEAR });
    expect(moved("2026-11-26T11:00", 3)).toEqual({
      stage: null,
      settled: 1,
      nextAt: wib("2026-11-26T12:00"),
    });
    expect(moved("2026-12-26T11:00", 3)).toEqual({ stage: null, settled: 3, nextAt: null });
    expect(moved("2026-12-26T11:00", 2).stage).toBe("PASSED");
  });
  it("drops a reminder that nobody can use any more", () => {
    const near = { ...moments, REACHED: null };
    expect(nextReminder(near, { dueAt: task.dueAt, settled: 0, now: task.dueAt })).toEqual({
      stage: null,
      settled: 1,
      nextAt: moments.PASSED,
    });
    const reached = { ...moments, PASSED: null };
    const late = { dueAt: task.dueAt, settled: 0, now: wib("2026-11-30T09:00") };
    expect(nextReminder(reached, late)).toEqual({ stage: null, settled: 2, nextAt: null });
  });
});

it("names the field of rules that cannot be meant", () => {
  expect(faultOfReminders(usualReminders)).toBeNull();
  expect(faultOfReminders({ ...usualReminders, before: { value: 0, unit: "HOUR" } })).toBe(
    "before",
  );
  expect(faultOfReminders({ ...usualReminders, before: { value: 91, unit: "PERCENT" } })).toBe(
    "before",
  );
  const forever = { value: 101, unit: "WORKING_DAY" } as const;
  expect(faultOfReminders({ ...usualReminders, escalateAfter: forever })).toBe("escalateAfter");
});
