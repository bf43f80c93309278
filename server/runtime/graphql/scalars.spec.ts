import { expect, test } from "vitest";
import { DateTime } from "./scalars.js";

test.each([
  0,
  -1,
  1,
  Date.UTC(2026, 10, 22, 23, 59, 59, 999),
  Date.UTC(2026, 10, 23),
  Date.UTC(2026, 10, 23, 7, 5, 9, 40),
  Date.UTC(1969, 1, 3, 4, 5, 6, 7),
  Date.UTC(12_026, 0, 1, 12),
  -8.64e15,
  8.64e15,
])("writes %d as toISOString does", (instant) => {
  expect(DateTime.serialize(instant)).toBe(new Date(instant).toISOString());
});

test("refuses what is no instant, and reads what it wrote", () => {
  expect(() => DateTime.serialize(Number.NaN)).toThrow(RangeError);
  expect(() => DateTime.serialize(8.64e15 + 86_400_000)).toThrow(RangeError);
  const instant = Date.UTC(2026, 10, 22, 7, 30, 0, 1);
  expect(DateTime.parseValue(DateTime.serialize(instant))).toBe(instant);
});
