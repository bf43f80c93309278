import { describe, expect, it } from "vitest";
import { daysOfYear } from "./calendar-days.js";
import { type CalendarDefinition, type Holiday, toWorkingCalendar } from "./calendar-definition.js";
import { dayOfDate, spansOfDay } from "./working-calendar.js";

const weekday = [
  ["07:30", "12:00"],
  ["13:00", "16:00"],
] as const;
const definition: CalendarDefinition = {
  name: "Uji",
  minutesPerWorkingDay: 450,
  weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday },
  periods: [
    { from: "2026-02-18", to: "2026-03-19", name: "Ramadan", weekly: { 1: [["08:00", "15:00"]] } },
  ],
  daysOff: [{ date: "2026-05-04", name: "Hari jadi kota" }],
  extraDays: [{ date: "2026-05-09", name: "Pengganti", hours: [["08:00", "12:00"]] }],
  worksThrough: ["2026-05-15"],
};
const holidays: readonly Holiday[] = [
  { date: "2026-05-01", name: "Hari Buruh", kind: "HOLIDAY", basis: "" },
  { date: "2026-05-15", name: "Cuti Bersama", kind: "JOINT_LEAVE", basis: "" },
  { date: "2026-05-28", name: "Cuti Bersama Iduladha", kind: "JOINT_LEAVE", basis: "" },
  { date: "2026-05-31", name: "Waisak", kind: "HOLIDAY", basis: "" },
];

describe("daysOfYear", () => {
  const days = daysOfYear(definition, holidays, 2026);
  const on = (date: string) => {
    const { reason, names, minutes } = days.find((day) => day.date === date)!;
    return [reason, minutes, ...names];
  };
  it("has every day of the year once", () => {
    expect(days).toHaveLength(365);
    expect(daysOfYear(definition, holidays, 2028)).toHaveLength(366);
  });
  it("says why a day is worked or not", () => {
    expect(on("2026-05-05")).toEqual(["WORKING_DAY", 450]);
    expect(on("2026-02-23")).toEqual(["PERIOD", 420, "Ramadan"]);
    expect(on("2026-02-24")).toEqual(["WEEKLY_REST", 0]);
    expect(on("2026-05-10")).toEqual(["WEEKLY_REST", 0]);
    expect(on("2026-05-01")).toEqual(["HOLIDAY", 0, "Hari Buruh"]);
    expect(on("2026-05-28")).toEqual(["JOINT_LEAVE", 0, "Cuti Bersama Iduladha"]);
    expect(on("2026-05-31")).toEqual(["HOLIDAY", 0, "Waisak"]);
    expect(on("2026-05-04")).toEqual(["OFFICE_DAY_OFF", 0, "Hari jadi kota"]);
    expect(on("2026-05-09")).toEqual(["EXTRA_DAY", 240, "Pengganti"]);
    expect(on("2026-05-15")).toEqual(["WORKED_THROUGH", 450, "Cuti Bersama"]);
  });
  it("counts as the deadlines do, on every day", () => {
    const calendar = toWorkingCalendar(definition, holidays, { utcOffset: 420 });
    for (const { date, minutes } of days) {
      const spans = spansOfDay(calendar, dayOfDate(date) ?? 0);
      expect([date, spans.reduce((sum, [from, to]) => sum + to - from, 0)]).toEqual([
        date,
        minutes,
      ]);
    }
  });
});
