import { expect, test } from "vitest";
import { firstGap } from "./first-gap.js";

const p = (from: number, until: number | null) => ({ from, until });

test.each([
  ["nobody at all", [], { from: 10, until: null }],
  ["somebody without an end", [p(0, null)], null],
  ["somebody who ends within", [p(0, 12)], { from: 12, until: null }],
  ["somebody who ends at the horizon", [p(0, 20)], null],
  ["one after another, without a gap", [p(15, null), p(0, 15)], null],
  ["one after another, an instant apart", [p(0, 15), p(16, null)], { from: 15, until: 16 }],
  ["who comes later", [p(14, 30)], { from: 10, until: 14 }],
  ["who comes after the horizon", [p(0, 12), p(40, null)], { from: 12, until: 40 }],
  ["one within another", [p(0, 18), p(2, 5), p(17, 25)], null],
  ["who ended before", [p(0, 10)], { from: 10, until: null }],
  ["what was withdrawn", [p(0, 12), p(14, 14), p(13, 13)], { from: 12, until: null }],
])("%s", (_what, periods, gap) => {
  expect(firstGap(periods, 10, 20)).toEqual(gap);
});
