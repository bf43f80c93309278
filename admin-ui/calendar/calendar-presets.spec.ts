import { expect, test } from "vitest";
import { minutesOf } from "../../domain/index.js";
import { periodPresets, weeklyPresets } from "./calendar-presets.js";

test.each([
  ["fiveDays", 2250, 5],
  ["sixDays", 2250, 6],
  ["ramadan", 1950, 5],
] as const)("%s is a week of %i minutes in %i days", (name, minutes, days) => {
  const preset = [...weeklyPresets, ...periodPresets].find((one) => one.name === name)!;
  const hours = Object.values(preset.weekly);
  expect(hours).toHaveLength(days);
  expect(hours.reduce((sum, day) => sum + minutesOf(day), 0)).toBe(minutes);
});
