import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../engine/case-event.js";
import { compilePlan } from "../plan/compile-plan.js";
import { buildGraph } from "../sop/build-graph.js";
import { trialCalendar } from "../time/trial-calendar.js";
import { caseMoments } from "./case-moments.js";
import { caseIntervals, caseLedger } from "./case-ledger.js";

const calendar = trialCalendar("2026-03-20");

describe("the ledger of two branches", () => {
  const graph = buildGraph(
    [
      ["start", "start", ["a"]],
      ["f", "fork", []],
      ["left", "activity", ["a"]],
      ["right", "activity", ["b"]],
      ["j", "join", []],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "f"],
      ["f", "left"],
      ["f", "right"],
      ["left", "j"],
      ["right", "j"],
      ["j", "end"],
    ],
  );
  const opened = (no: number, node: string, lane: string): CaseEvent[] => [
    { type: "VISIT_OPENED", visit: no, node, causes: [] },
    { type: "TASK_OPENED", task: no, visit: no, lane, label: null },
  ];
  const begin = Date.parse("2026-03-16T09:00:00+07:00");
  const log = [
    { at: begin, events: [...opened(1, "left", "a"), ...opened(2, "right", "b")] },
    { at: begin + 101, events: [{ type: "TASK_CLAIMED", task: 2, by: 7 } as const] },
  ];
  const share = (lane: string, state: string, time: number) => ({
    lane,
    state,
    isRework: false,
    clock: time,
    working: time,
  });

  it("gives the millisecond that is left over to the first, and ends where it is looked at", () => {
    const intervals = caseIntervals(caseMoments(compilePlan(graph), log), begin + 201);
    expect(caseLedger(intervals, calendar)).toEqual([
      share("a", "QUEUE", 101),
      share("b", "QUEUE", 50),
      share("b", "WORK", 50),
    ]);
  });

  it("has no negative and no missing time where clocks stood still or went back", () => {
    const still = log.map((entry) => ({ ...entry, at: begin }));
    expect(
      caseLedger(caseIntervals(caseMoments(compilePlan(graph), still), begin - 5000), calendar),
    ).toEqual([]);
    expect(caseIntervals(caseMoments(compilePlan(graph), []), begin)).toEqual([]);
  });
});
