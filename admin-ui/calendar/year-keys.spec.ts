import { expect, test } from "vitest";
import { dayAfterKey } from "./year-keys.js";

test.each([
  ["2026-08-17", "ArrowRight", "2026-08-18"],
  ["2026-08-17", "ArrowLeft", "2026-08-16"],
  ["2026-08-31", "ArrowRight", "2026-09-01"],
  ["2026-08-17", "ArrowDown", "2026-08-24"],
  ["2026-08-19", "Home", "2026-08-17"],
  ["2026-08-19", "End", "2026-08-23"],
  ["2026-01-31", "PageDown", "2026-02-28"],
  ["2026-03-31", "PageUp", "2026-02-28"],
  ["2028-01-31", "PageDown", "2028-02-29"],
  ["2026-12-30", "ArrowDown", "2026-12-31"],
  ["2026-01-03", "ArrowUp", "2026-01-01"],
  ["2026-01-15", "PageUp", "2026-01-01"],
])("from %s, %s leads to %s", (from, key, to) => {
  expect(dayAfterKey(from, key)).toBe(to);
});

test("other keys are left alone", () => {
  expect(dayAfterKey("2026-08-17", "a")).toBeNull();
  expect(dayAfterKey("2026-02-30", "ArrowLeft")).toBeNull();
});
