import { expect, test } from "vitest";
import { axisUnit, workingLength } from "./working-length.js";

const hour = 3_600_000;

test("a working day is as long as the office's", () => {
  expect(workingLength(18 * hour, 450)).toEqual({ days: 2, hours: 3, minutes: 0 });
  expect(workingLength(18 * hour, 480)).toEqual({ days: 2, hours: 2, minutes: 0 });
  expect(workingLength(59_999, 450)).toEqual({ days: 0, hours: 0, minutes: 0 });
  expect(workingLength(0, 450)).toEqual({ days: 0, hours: 0, minutes: 0 });
});

test("an axis counts in the unit that gives small numbers", () => {
  expect(axisUnit(15 * hour, 450).name).toBe("days");
  expect(axisUnit(14 * hour, 450).name).toBe("hours");
  expect(axisUnit(2 * hour - 1, 450).name).toBe("minutes");
  expect(axisUnit(0, 450)).toEqual({ name: "minutes", size: 60_000 });
  expect(axisUnit(60 * hour, 480).size).toBe(8 * hour);
});
