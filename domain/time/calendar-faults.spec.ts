import { describe, expect, it } from "vitest";
import type { CalendarDefinition, Holiday } from "./calendar-definition.js";
import { calendarFaults, holidayFaults } from "./calendar-faults.js";

const sound: CalendarDefinition = {
  name: "Uji",
  minutesPerWorkingDay: 450,
  weekly: {
    1: [
      ["07:30", "12:00"],
      ["13:00", "24:00"],
    ],
  },
  periods: [{ from: "2027-02-08", to: "2027-03-09", name: "Ramadan", weekly: {} }],
};
const faults = (change: Partial<CalendarDefinition>) =>
  calendarFaults({ ...sound, ...change }).map(({ path, code }) => `${path} ${code}`);
const period = { from: "2027-02-08", to: "2027-03-09", name: "Ramadan", weekly: {} };
const hours = (...spans: [string, string][]) => faults({ weekly: { 2: spans } });

describe("calendarFaults", () => {
  it("finds none in a sound one", () => {
    expect(faults({})).toEqual([]);
  });
  it("asks for working hours, and for a working day that lasts", () => {
    expect(faults({ weekly: {} })).toEqual(["weekly NO_WORKING_HOURS"]);
    expect(faults({ weekly: { 1: [] } })).toEqual(["weekly NO_WORKING_HOURS"]);
    for (const minutes of [0, -1, 7.5, 1441, Number.NaN]) {
      expect(faults({ minutesPerWorkingDay: minutes })).toEqual([
        "minutesPerWorkingDay OUT_OF_RANGE",
      ]);
    }
  });
  it("refuses hours that no clock has, that end before they begin, or overlap", () => {
    expect(hours(["25:00", "26:00"])).toEqual(["weekly.2 NO_SUCH_TIME"]);
    expect(hours(["08:00", "24:01"])).toEqual(["weekly.2 NO_SUCH_TIME"]);
    expect(hours(["8:00", "12:00"])).toEqual(["weekly.2 NO_SUCH_TIME"]);
    expect(hours(["12:00", "12:00"])).toEqual(["weekly.2 HOURS_REVERSED"]);
    expect(hours(["08:00", "12:00"], ["11:59", "13:00"])).toEqual(["weekly.2 HOURS_OVERLAP"]);
    expect(hours(["13:00", "16:00"], ["08:00", "12:00"])).toEqual(["weekly.2 HOURS_OVERLAP"]);
    expect(hours(["08:00", "12:00"], ["12:00", "13:00"])).toEqual([]);
  });
  it("refuses periods that overlap, end before they begin, or last for ever", () => {
    const with2 = (from: string, to: string) =>
      faults({ periods: [period, { ...period, from, to }] });
    expect(with2("2027-03-10", "2027-03-20")).toEqual([]);
    expect(with2("2027-03-09", "2027-03-20")).toEqual(["periods.1.from PERIODS_OVERLAP"]);
    expect(with2("2027-04-09", "2027-04-08")).toEqual(["periods.1.to DATES_REVERSED"]);
    expect(with2("2028-01-01", "2078-01-01")).toEqual(["periods.1.to PERIOD_TOO_LONG"]);
    expect(with2("2027-02-30", "2027-04-31")).toEqual([
      "periods.1.from NO_SUCH_DATE",
      "periods.1.to NO_SUCH_DATE",
    ]);
    expect(faults({ periods: [{ ...period, name: " " }] })).toEqual([
      "periods.0.name NAME_MISSING",
    ]);
  });
  it("refuses single days that are not there, or twice", () => {
    const day = { date: "2027-05-03", name: "Hari jadi" };
    expect(faults({ daysOff: [day, day] })).toEqual(["daysOff.1.date DUPLICATE_DAY"]);
    expect(faults({ daysOff: [{ ...day, date: "2027-02-29" }] })).toEqual([
      "daysOff.0.date NO_SUCH_DATE",
    ]);
    expect(faults({ daysOff: [{ ...day, date: "9999-01-01" }] })).toEqual([
      "daysOff.0.date NO_SUCH_DATE",
    ]);
    expect(faults({ extraDays: [{ ...day, hours: [] }] })).toEqual([
      "extraDays.0.hours NO_WORKING_HOURS",
    ]);
    expect(
      faults({ daysOff: [day], extraDays: [{ ...day, hours: [["08:00", "12:00"]] }] }),
    ).toEqual(["extraDays.0.date DUPLICATE_DAY"]);
    expect(faults({ worksThrough: ["2027-05-06", "2027-05-06"] })).toEqual([
      "worksThrough.1 DUPLICATE_DAY",
    ]);
  });
  it("refuses more rows than anybody has", () => {
    const periods = Array.from({ length: 101 }, (_, index) => {
      const year = 2020 + index;
      return { ...period, from: `${year}-02-08`, to: `${year}-02-09` };
    });
    expect(faults({ periods })).toEqual(["periods TOO_LARGE"]);
  });
});

describe("holidayFaults", () => {
  const day: Holiday = { date: "2026-12-24", name: "Cuti", kind: "JOINT_LEAVE", basis: "SKB" };
  const of = (...days: Holiday[]) =>
    holidayFaults(days, 2026).map(({ path, code }) => `${path} ${code}`);
  it("finds what is not a day of the year, has no name or is there twice", () => {
    expect(of(day)).toEqual([]);
    expect(of({ ...day, date: "2027-12-24" })).toEqual(["days.0.date NO_SUCH_DATE"]);
    expect(of({ ...day, date: "2026-12-32" })).toEqual(["days.0.date NO_SUCH_DATE"]);
    expect(of({ ...day, name: "" })).toEqual(["days.0.name NAME_MISSING"]);
    expect(of(day, day)).toEqual(["days.1.date DUPLICATE_DAY"]);
    expect(of(day, { ...day, kind: "HOLIDAY" })).toEqual([]);
    expect(holidayFaults([], 1200).map(({ code }) => code)).toEqual(["OUT_OF_RANGE"]);
  });
});
