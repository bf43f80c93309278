import { expect, test } from "vitest";
import type { CaseEvent } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import { publicEvents } from "./public-events.js";

const person = (id: number): string => toGlobalId("Person", id);

test("names people and what a case is about by global ids", () => {
  const request = {
    sop: 1,
    version: 2,
    office: 3,
    title: null,
    requester: 4,
    requesterName: "Nur",
    startedBy: null,
  };
  const events: CaseEvent[] = [
    { type: "CASE_STARTED", request },
    { type: "TASK_CLAIMED", task: 1, by: 5 },
    { type: "TASK_DELEGATED", task: 1, to: 6 },
    { type: "TASK_DONE", task: 1, by: null, outcome: null, given: [], comment: null },
  ];
  expect(publicEvents(events)).toEqual([
    {
      type: "CASE_STARTED",
      request: {
        ...request,
        sop: toGlobalId("Sop", 1),
        version: toGlobalId("SopVersion", 2),
        office: toGlobalId("Office", 3),
        requester: person(4),
      },
    },
    { type: "TASK_CLAIMED", task: 1, by: person(5) },
    { type: "TASK_DELEGATED", task: 1, to: person(6) },
    { type: "TASK_DONE", task: 1, by: null, outcome: null, given: [], comment: null },
  ]);
});

test("leaves the numbers that count within the case", () => {
  const events: CaseEvent[] = [
    { type: "VISIT_OPENED", visit: 2, node: "a1", causes: [1] },
    { type: "TASK_OPENED", task: 3, visit: 2, lane: "staf", label: null },
  ];
  expect(publicEvents(events)).toEqual(events);
});
