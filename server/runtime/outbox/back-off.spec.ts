import { expect, test } from "vitest";
import { exponentialBackOff } from "./back-off.js";

const options = { firstMs: 1_000, factor: 2, longestMs: 10_000 };
const waits = (random: number) =>
  [1, 2, 3, 4, 5, 6, 2_000].map(exponentialBackOff({ ...options, random: () => random }));

test("waits double up to the longest, each between half of its span and the whole", () => {
  expect(waits(1)).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  expect(waits(0)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});
