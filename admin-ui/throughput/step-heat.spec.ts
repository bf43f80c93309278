import { expect, test } from "vitest";
import { markKey } from "../cases/step-marks.js";
import { stepHeat } from "./step-heat.js";

const step = (stepKey: string, laneKey: string, working: number) => ({
  stepKey,
  lane: { laneKey },
  working,
});

test("a box is the hotter the more of the time it took", () => {
  const heat = stepHeat(
    [
      step("a", "x", 45),
      step("a", "y", 39),
      step("b", "x", 10),
      step("c", "x", 5),
      step("d", "x", 1),
      step("e", "x", 0),
    ],
    100,
  );
  expect(heat.get(markKey("a", "x"))).toEqual({ level: 5, share: 0.45 });
  expect(["a|y", "b|x", "c|x", "d|x", "e|x"].map((key) => heat.get(key)?.level)).toEqual([
    4, 3, 2, 1, 0,
  ]);
});

test("where no time passed nothing is hot", () => {
  expect(stepHeat([step("a", "x", 0)], 0).get("a|x")).toEqual({ level: 0, share: 0 });
});
