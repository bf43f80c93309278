import { expect, it } from "vitest";
import { newKey } from "./new-key.js";

it("gives each of a hundred thousand elements a key of its own, which the API takes", () => {
  const keys = Array.from({ length: 100_000 }, () => newKey("n"));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !/^n-[a-z0-9]{1,14}$/.test(key))).toEqual([]);
});
