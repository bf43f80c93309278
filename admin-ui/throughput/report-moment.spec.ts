import { expect, test } from "vitest";
import { isOver, todayOf } from "./report-moment.js";

test("a day ends by the clocks of the office", () => {
  const late = "2026-11-30T17:30:00Z";
  const report = (timeZone: string) => ({ to: "2026-11-30", asOf: late, office: { timeZone } });
  expect(todayOf(report("Asia/Jakarta"))).toBe("2026-12-01");
  expect(isOver(report("Asia/Jakarta"))).toBe(true);
  expect(isOver(report("UTC"))).toBe(false);
});
