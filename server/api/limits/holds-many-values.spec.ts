import { expect, test } from "vitest";
import { holdsManyValues } from "./holds-many-values.js";

test("counts items and fields, at any depth", () => {
  const value = { input: { edits: [{ key: "a" }, null], title: "t" } };
  expect(holdsManyValues(value, 6)).toBe(false);
  expect(holdsManyValues(value, 5)).toBe(true);
  expect(holdsManyValues({}, 0)).toBe(false);
});

test("takes a list of lists as it takes a long one, however deep it is", () => {
  expect(
    holdsManyValues(
      Array.from({ length: 30 }, () => [1, 2]),
      80,
    ),
  ).toBe(true);
  expect(holdsManyValues(Array.from({ length: 1_000_000 }), 500)).toBe(true);
  const deep = JSON.parse("[".repeat(200_000) + "]".repeat(200_000)) as object;
  expect(holdsManyValues(deep, 100_000)).toBe(true);
  expect(holdsManyValues(deep, 200_000)).toBe(false);
});
