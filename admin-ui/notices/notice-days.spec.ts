import { expect, test } from "vitest";
import { byDay } from "./notice-days.js";

test("keeps the order and opens a new day where it changes", () => {
  const items = ["2026-11-30T09", "2026-11-30T08", "2026-11-29T10"].map((at) => ({ at }));
  expect(byDay(items, (at) => at.slice(0, 10))).toEqual([
    { day: "2026-11-30", items: items.slice(0, 2) },
    { day: "2026-11-29", items: items.slice(2) },
  ]);
  expect(byDay([], (at) => at)).toEqual([]);
});
