import { expect, test } from "vitest";
import { cameBack } from "./came-back.js";
import { whoHeld } from "./who-held.js";
import { whyWithdrawn } from "./why-withdrawn.js";

const entry = (at: string, actorName: string, ...events: readonly object[]) => ({
  at,
  actorName,
  events,
});

const history = [
  entry("1", "Wati", { type: "CASE_STARTED" }, { type: "VISIT_OPENED", visit: 1 }),
  entry("2", "Wati", { type: "TASK_DONE", task: 1 }, { type: "VISIT_OPENED", visit: 2 }),
  entry("3", "Budi", { type: "CASE_HELD", reason: "Menunggu" }),
  entry("4", "Budi", { type: "CASE_RESUMED" }),
  entry(
    "5",
    "Budi",
    { type: "CASE_RETURNED", task: 2, visit: 1, reason: "Tanda tangan kurang" },
    { type: "TASK_WITHDRAWN", task: 2 },
    { type: "VISIT_UNDONE", visit: 1 },
    { type: "VISIT_UNDONE", visit: 2 },
    { type: "VISIT_OPENED", visit: 3 },
  ),
];

test("a visit that a return opened says who sent the case back, and why", () => {
  expect(cameBack(history, 3)).toEqual({
    how: "RETURNED",
    by: "Budi",
    at: "5",
    reason: "Tanda tangan kurang",
    task: 2,
  });
  expect(cameBack(history, 2)).toBeNull();
  expect(cameBack(history, 9)).toBeNull();
});

test("a task that is withdrawn, or undone after it was done, says what did that", () => {
  const why = { how: "RETURNED", by: "Budi", at: "5", reason: "Tanda tangan kurang" };
  expect(whyWithdrawn(history, { task: 2, visit: 2 })).toEqual(why);
  expect(whyWithdrawn(history, { task: 1, visit: 1 })).toEqual(why);
  expect(whyWithdrawn(history, { task: 3, visit: 3 })).toBeNull();
});

test("whoever held the case last is named", () => {
  expect(whoHeld(history)).toEqual({ by: "Budi", at: "3" });
  expect(whoHeld([])).toBeNull();
});
