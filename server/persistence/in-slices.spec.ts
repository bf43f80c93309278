import { expect, test } from "vitest";
import { inSlices } from "./in-slices.js";

test("everything once and in order, in as few slices as there may be", () => {
  expect(inSlices([])).toEqual([]);
  expect(inSlices(["a", "b"])).toEqual([["a", "b"]]);
  const many = Array.from({ length: 2500 }, (_, at) => at);
  expect(inSlices(many).map(({ length }) => length)).toEqual([1000, 1000, 500]);
  expect(inSlices(many).flat()).toEqual(many);
});
