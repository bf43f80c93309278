import { expect, test } from "vitest";
import { readTime } from "./read-time.js";

test.each([
  ["7", "07:00"],
  ["16", "16:00"],
  ["0730", "07:30"],
  ["730", "07:30"],
  ["7.30", "07:30"],
  ["07:30", "07:30"],
  [" 7:30 ", "07:30"],
  ["24", "24:00"],
  ["99:99", "99:99"],
  ["siang", "siang"],
  ["", ""],
])("%j is %j", (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
