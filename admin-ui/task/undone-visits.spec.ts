import { expect, test } from "vitest";
import { undoneVisits } from "./undone-visits.js";

const visit = (no: number, causes: readonly number[], status = "DONE") => ({ no, causes, status });

test("going back undoes the target and all that followed from it, in other branches, too", () => {
  // 1 starts 2 and 3; 2 leads to 4, 3 to 5; 6 follows from both and was undone before.
  const visits = [
    visit(1, []),
    visit(2, [1]),
    visit(3, [1]),
    visit(4, [2], "OPEN"),
    visit(5, [3]),
    visit(6, [4, 5], "UNDONE"),
  ];
  const undone = (target: number) => undoneVisits(visits, target).map(({ no }) => no);
  expect(undone(2)).toEqual([2, 4]);
  expect(undone(3)).toEqual([3, 5]);
  expect(undone(1)).toEqual([1, 2, 3, 4, 5]);
});
