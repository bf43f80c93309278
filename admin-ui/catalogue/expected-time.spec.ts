import { expect, test } from "vitest";
import { exactTimeParts, timeParts } from "./expected-time.js";

test("a time is told in its two largest units, and never shorter than it is", () => {
  expect(timeParts(25, 450)).toEqual({ days: 0, hours: 0, minutes: 25 });
  expect(timeParts(60, 450)).toEqual({ days: 0, hours: 1, minutes: 0 });
  expect(timeParts(449, 450)).toEqual({ days: 0, hours: 7, minutes: 29 });
  expect(timeParts(450, 450)).toEqual({ days: 1, hours: 0, minutes: 0 });
  expect(timeParts(451, 450)).toEqual({ days: 1, hours: 1, minutes: 0 });
  expect(timeParts(899, 450)).toEqual({ days: 2, hours: 0, minutes: 0 });
  expect(timeParts(3150, 450)).toEqual({ days: 7, hours: 0, minutes: 0 });
});

test.each([
  [0, 0, 0, 0],
  [59, 0, 0, 59],
  [449, 0, 7, 29],
  [450, 1, 0, 0],
  [4360, 9, 5, 10],
])("%i minutes are told exactly where times are compared", (given, days, hours, minutes) => {
  expect(exactTimeParts(given, 450)).toEqual({ days, hours, minutes });
});
