import { expect, test } from "vitest";
import { changeOf, rate, sumOf } from "./change-of.js";

test("a change is told against what was", () => {
  expect(changeOf(120, 100)).toEqual({ direction: "up", part: 0.2, before: 100 });
  expect(changeOf(50, 100)).toEqual({ direction: "down", part: 0.5, before: 100 });
  expect(changeOf(7, 7)).toEqual({ direction: "same", part: 0, before: 7 });
});

test("beside next to nothing no part is told", () => {
  expect(changeOf(19, 2)?.part).toBe(8.5);
  expect(changeOf(318, 2)).toEqual({ direction: "up", part: null, before: 2 });
});

test("nothing is divided by nothing", () => {
  expect(changeOf(3, 0)).toEqual({ direction: "up", part: null, before: 0 });
  expect(changeOf(0, 0)?.part).toBeNull();
  expect(changeOf(null, 4)).toBeNull();
  expect(changeOf(4, undefined)).toBeNull();
  expect(rate(0, 0)).toBeNull();
  expect(rate(3, 4)).toBe(0.75);
});

test("lanes are summed up", () => {
  const lanes = [
    { withStandard: 4, onTime: 3 },
    { withStandard: 6, onTime: 6 },
  ];
  expect(sumOf(lanes, "onTime")).toBe(9);
  expect(sumOf([], "finished")).toBe(0);
});
