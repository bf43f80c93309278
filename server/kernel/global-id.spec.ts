import { expect, test } from "vitest";
import { fromGlobalId, parseGlobalId, toGlobalId } from "./global-id.js";
import { Refusal } from "./refusal.js";

test("comes back as it went", () => {
  expect(parseGlobalId(toGlobalId("SopVersion", 9_007_199_254_740_991))).toEqual({
    type: "SopVersion",
    id: 9_007_199_254_740_991,
  });
  expect(fromGlobalId(toGlobalId("Task", 7), "Task")).toBe(7);
});

test.each([
  "",
  "7",
  "Task:7",
  toGlobalId("Task", 0),
  toGlobalId("Task", -1),
  toGlobalId("Task", 1.5),
  toGlobalId("Task", 1e21),
  toGlobalId("__proto__", 1),
  `${toGlobalId("Task", 7)}=`,
  ` ${toGlobalId("Task", 7)}`,
  "x".repeat(100_000),
])("refuses %s", (text) => {
  expect(parseGlobalId(text)).toBeNull();
});

test("an id of another type is not found, and the argument is named", () => {
  const find = () => fromGlobalId(toGlobalId("Sop", 7), "Task", "input.taskId");
  expect(find).toThrow(new Refusal("NOT_FOUND", "input.taskId"));
});
