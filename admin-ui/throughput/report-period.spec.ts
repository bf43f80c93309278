import { describe, expect, it, test } from "vitest";
import {
  daysLater,
  isDate,
  lengthOf,
  namedPeriod,
  periodBefore,
  periodNames,
  periodYearBefore,
} from "./report-period.js";

describe("a named period", () => {
  it.each([
    ["this-month", "2026-11-01", "2026-11-30"],
    ["last-month", "2026-10-01", "2026-10-31"],
    ["last-30-days", "2026-11-01", "2026-11-30"],
    ["this-quarter", "2026-10-01", "2026-11-30"],
    ["this-year", "2026-01-01", "2026-11-30"],
    ["last-year", "2025-01-01", "2025-12-31"],
  ] as const)("%s on 30 November 2026", (name, from, to) => {
    expect(namedPeriod(name, "2026-11-30")).toEqual({ from, to });
  });

  it("crosses the border of a year and knows leap days", () => {
    expect(namedPeriod("last-month", "2027-01-15")).toEqual({
      from: "2026-12-01",
      to: "2026-12-31",
    });
    expect(namedPeriod("last-month", "2028-03-31")).toEqual({
      from: "2028-02-01",
      to: "2028-02-29",
    });
    expect(namedPeriod("last-30-days", "2026-01-10").from).toBe("2025-12-12");
    expect(namedPeriod("this-quarter", "2026-01-01")).toEqual({
      from: "2026-01-01",
      to: "2026-01-01",
    });
  });

  it("never ends before it begins, nor in the future", () => {
    for (let day = 0; day < 800; day += 1) {
      const today = daysLater("2027-01-01", day);
      for (const name of periodNames) {
        const period = namedPeriod(name, today);
        expect(lengthOf(period)).toBeGreaterThan(0);
        expect(period.to <= today).toBe(true);
        const before = periodBefore(period, name);
        expect(lengthOf(before)).toBeGreaterThan(0);
        expect(before.to < period.from || name.startsWith("this")).toBe(true);
      }
    }
  });
});

describe("the period before", () => {
  it.each([
    ["this-month", "2026-11-01", "2026-11-12", "2026-10-01", "2026-10-12"],
    ["this-month", "2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28"],
    ["this-month", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
    ["last-month", "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31"],
    ["this-quarter", "2026-10-01", "2026-11-05", "2026-07-01", "2026-08-05"],
    ["last-year", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"],
    ["last-30-days", "2026-11-01", "2026-11-30", "2026-10-02", "2026-10-31"],
    [null, "2026-11-10", "2026-11-10", "2026-11-09", "2026-11-09"],
  ] as const)("of %s, %s to %s", (name, from, to, otherFrom, otherTo) => {
    expect(periodBefore({ from, to }, name)).toEqual({ from: otherFrom, to: otherTo });
  });

  it("a year before a leap day is the last day of February", () => {
    expect(periodYearBefore({ from: "2028-02-01", to: "2028-02-29" })).toEqual({
      from: "2027-02-01",
      to: "2027-02-28",
    });
  });
});

test("only days of the calendar are dates", () => {
  expect(["2026-11-30", "2028-02-29"].every(isDate)).toBe(true);
  expect(["2026-02-30", "2026-13-01", "30-11-2026", "", "2026-11-3", "x"].some(isDate)).toBe(false);
});
