import { expect, test } from "vitest";
import { largestLanes } from "./largest-lanes.js";

const lane = (name: string, amount: number) => ({ name, amount });
const amountOf = ({ amount }: { amount: number }) => amount;

test("the largest are shown in the order of the form, the rest together", () => {
  const lanes = [
    lane("a", 1),
    lane("b", 9),
    lane("c", 0),
    lane("d", 5),
    lane("e", 7),
    lane("f", 2),
  ];
  const { shown, rest } = largestLanes(lanes, amountOf, 4);
  expect(shown.map(({ name }) => name)).toEqual(["b", "d", "e"]);
  expect(rest.map(({ name }) => name)).toEqual(["a", "f"]);
});

test("what has nothing is left out, and what fits is shown whole", () => {
  const lanes = [lane("a", 1), lane("b", 0), lane("c", 3)];
  expect(largestLanes(lanes, amountOf, 2)).toEqual({ shown: [lanes[0], lanes[2]], rest: [] });
  expect(largestLanes([], amountOf, 2)).toEqual({ shown: [], rest: [] });
});
