import { expect, test } from "vitest";
import { isAhead, isOver, todayOf } from "./report-moment.js";

test("a day ends by the clocks of the office", () => {
  const late = "2026-11-30T17:30:00Z";
  const report = (timeZone: string) => ({ to: "2026-11-30", asOf: late, office: { timeZone } });
  expect(todayOf(report("Asia/Jakarta"))).toBe("2026-12-01");
  expect(isOver(report("Asia/Jakarta"))).toBe(true);
  expect(isOver(report("UTC"))).toBe(false);
});

test("a period is ahead until its first day", () => {
  const office = { timeZone: "Asia/Jakarta" };
  const on = (from: string) => isAhead({ from, asOf: "2026-11-30T17:30:00Z", office });
  expect(on("2026-12-01")).toBe(false);
  expect(on("2026-12-02")).toBe(true);
});
