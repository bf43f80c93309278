import { expect, test } from "vitest";
import { cumulativeFlow } from "./cumulative-flow.js";

const step = (started: number, completed: number, cancelled: number, running: number) => ({
  from: "",
  to: "",
  started,
  completed,
  cancelled,
  running,
});

test("what came is what is over and what runs, from the cases that ran at the beginning", () => {
  // Ten ran before the first step.
  const course = [step(5, 3, 0, 12), step(0, 4, 1, 7), step(2, 0, 0, 9)];
  const flow = cumulativeFlow(course);
  expect(flow.map(({ arrived }) => arrived)).toEqual([15, 15, 17]);
  expect(flow.map(({ completed }) => completed)).toEqual([3, 7, 7]);
  expect(flow.at(-1)).toEqual({
    step: course[2],
    completed: 7,
    cancelled: 1,
    running: 9,
    arrived: 17,
  });
  expect(cumulativeFlow([])).toEqual([]);
});
