import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addWorkingMilliseconds } from "../../domain/time/add-working-time.js";
import { type Arithmetic, arithmetic, calendarFault, checkCalendars } from "./calendar-check.js";
import type { CalendarCase } from "./calendar-check.js";

test("agrees with a counter of minutes on random calendars", () => {
  const { cases, faults } = checkCalendars(6000, 7);
  expect(cases).toBe(6000);
  expect(faults.map(({ fault, fixture }) => `${fault} ${JSON.stringify(fixture)}`)).toEqual([]);
});

const folder = new URL("../fixtures/calendar/", import.meta.url);
const fixtures = readdirSync(folder).map(
  (file) =>
    JSON.parse(readFileSync(new URL(file, folder), "utf8")) as CalendarCase & { name: string },
);

test.each(fixtures)("once found: $name", (fixture) => {
  expect(calendarFault(fixture)).toBeNull();
});

describe("finds out arithmetic that is wrong", () => {
  const broken: Readonly<Record<string, Partial<Arithmetic>>> = {
    "a minute too much": {
      add: (calendar, from, time) => {
        const at = arithmetic.add(calendar, from, time);
        return at === null ? null : at + 60_000;
      },
    },
    "a millisecond lost going back": {
      subtract: (calendar, to, time) => {
        const at = arithmetic.subtract(calendar, to, time);
        return at === null || time.unit === "CALENDAR_DAY" ? at : at - 1;
      },
    },
    "without extra days": {
      between: (calendar, from, to) =>
        arithmetic.between({ ...calendar, extraDays: new Map() }, from, to),
    },
    "with the last of two periods": {
      add: (calendar, from, time) =>
        arithmetic.add({ ...calendar, periods: [...calendar.periods].reverse() }, from, time),
    },
    "with a day of eight hours everywhere": {
      subtract: (calendar, to, time) =>
        arithmetic.subtract({ ...calendar, minutesPerWorkingDay: 480 }, to, time),
    },
    "without a sign": {
      left: (calendar, now, dueAt) => Math.abs(arithmetic.left(calendar, now, dueAt)),
    },
    "by other clocks": {
      add: (calendar, from, time) => arithmetic.add({ ...calendar, utcOffset: 420 }, from, time),
    },
  };
  test.each(Object.entries(broken))("%s", (_name, wrong) => {
    expect(checkCalendars(1000, 3, { ...arithmetic, ...wrong }).faults.length).toBeGreaterThan(0);
  });
});

test("a calendar without hours has no answer, at once", () => {
  const idle = { utcOffset: 420, minutesPerWorkingDay: 450, weekly: {}, periods: [] };
  const calendar = { ...idle, daysOff: new Set<string>() };
  const time = { value: 1, unit: "MINUTE" } as const;
  expect(arithmetic.add(calendar, 0, time)).toBeNull();
  expect(arithmetic.subtract(calendar, 0, time)).toBeNull();
  expect(addWorkingMilliseconds(calendar, 0, 0)).toBeNull();
});
