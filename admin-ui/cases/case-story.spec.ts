import { describe, expect, it } from "vitest";
import { peopleOf } from "./case-log.js";
import { tellCase } from "./case-story.js";
import type { StoryNames } from "./story-sentences.js";

const names: StoryNames = {
  node: (key, round) => (round === 1 ? `step ${key}` : `step ${key} #${round}`),
  lane: (key) => `lane ${key}`,
  outcome: (key) => (key === "e1" ? "Ya" : null),
  output: (key) => `paper ${key}`,
  person: (id) => (id === "wati" ? "Wati" : null),
  moment: (at) => `pukul ${at}`,
  isCall: (node) => node === "call",
};

const entry = (seq: number, events: readonly object[], at = "2026-01-01T00:00:00.000Z") => ({
  seq,
  at,
  actorName: "Sari",
  actingAs: null as string | null,
  events,
});

const opened = (no: number, node: string): object[] => [
  { type: "VISIT_OPENED", visit: no, node, causes: [] },
  { type: "TASK_OPENED", task: no, visit: no, lane: "l", label: null },
];
const done = (task: number, more: object = {}): object => ({
  type: "TASK_DONE",
  task,
  by: "sari",
  outcome: null,
  given: [],
  comment: null,
  ...more,
});

const logFile = (file: string) => ({ file, name: "a.pdf", type: "t", size: 1, sha256: "0" });
const listed = (id: string) => ({ id, name: "a.pdf", type: "t", size: 1, sha256: "0" });

const kinds = (story: ReturnType<typeof tellCase>) =>
  story.map(({ lines }) => lines.map(({ kind }) => kind));

describe("tellCase", () => {
  it("names the step and lane of a task by its visit, with all that was given", () => {
    const story = tellCase(
      [
        entry(1, [{ type: "CASE_STARTED", request: {} }, ...opened(1, "a")]),
        entry(2, [
          { type: "TASK_CLAIMED", task: 1, by: "sari" },
          done(1, {
            outcome: "e1",
            given: [{ output: "o", reference: "12/2026" }],
            brought: ["KTP"],
            broughtFiles: [{ requirement: "KTP", files: [logFile("f1")] }],
            files: [logFile("f2")],
            missing: ["p"],
            comment: "beres",
          }),
        ]),
      ],
      names,
    );
    expect(kinds(story)).toEqual([["CASE_STARTED", "TASK_OPENED"], ["TASK_DECIDED"]]);
    expect(story[1]?.lines[0]).toEqual({
      kind: "TASK_DECIDED",
      params: { actor: "Sari", outcome: "Ya", node: "step a", lane: "lane l" },
      details: [
        { kind: "given", items: [{ text: "paper o: 12/2026", files: [] }] },
        { kind: "brought", items: [{ text: "KTP", files: [listed("f1")] }] },
        { kind: "missing", items: [{ text: "paper p", files: [] }] },
      ],
      quote: "beres",
      files: [listed("f2")],
      caseId: null,
    });
  });

  it("tells a loop as rounds, and from where to where a case was sent back", () => {
    const story = tellCase(
      [
        entry(1, opened(1, "a")),
        entry(2, [done(1), ...opened(2, "b")]),
        entry(3, [
          { type: "CASE_RETURNED", task: 2, visit: 1, reason: "kurang" },
          { type: "TASK_WITHDRAWN", task: 2 },
          { type: "VISIT_UNDONE", visit: 1 },
          ...opened(3, "a"),
        ]),
      ],
      names,
    );
    expect(kinds(story)[2]).toEqual(["CASE_RETURNED", "TASK_OPENED"]);
    const [returned, again] = story[2]!.lines;
    expect(returned).toMatchObject({
      params: { actor: "Sari", from: "step b", node: "step a" },
      quote: "kurang",
    });
    expect(again?.params["node"]).toBe("step a #2");
  });

  it("says that a connector waits only where its case was not started at once", () => {
    const call = [{ type: "VISIT_OPENED", visit: 1, node: "call", causes: [] }];
    const begun = [{ type: "CHILD_STARTED", visit: 1, instance: "i2" }];
    const later = "2026-01-02T00:00:00.000Z";
    expect(kinds(tellCase([entry(1, call), entry(2, begun)], names))).toEqual([["CHILD_STARTED"]]);
    expect(kinds(tellCase([entry(1, call)], names))).toEqual([["CHILD_WAITS"]]);
    const story = tellCase([entry(1, call), entry(2, begun, later)], names);
    expect(kinds(story)).toEqual([["CHILD_WAITS"], ["CHILD_STARTED"]]);
    expect(story[1]?.lines[0]).toMatchObject({ caseId: "i2", params: { node: "step call" } });
  });

  it("tells as Plt. or Plh. of what somebody did it", () => {
    const claim = entry(1, [{ type: "TASK_CLAIMED", task: 1, by: "sari" }]);
    const [told] = tellCase([{ ...claim, actingAs: "Plh. Kepala Bidang" }], names);
    expect(told?.lines[0]?.params["actor"]).toBe("Sari (Plh. Kepala Bidang)");
  });

  it("names whom a task was given to, where that is known", () => {
    const given = (seq: number, to: string) =>
      entry(seq, [{ type: "TASK_DELEGATED", task: 1, to }]);
    const story = tellCase([given(1, "wati"), given(2, "agus")], names);
    expect(kinds(story)).toEqual([["TASK_DELEGATED"], ["TASK_HANDED_OVER"]]);
    expect(story[0]?.lines[0]?.params["to"]).toBe("Wati");
  });

  it("says whose task somebody else gave back to its position", () => {
    const claimed = entry(1, [{ type: "TASK_CLAIMED", task: 1, by: "sari" }]);
    const released = entry(2, [{ type: "TASK_RELEASED", task: 1 }]);
    const lineOf = (...log: readonly (typeof claimed)[]) => tellCase(log, names).at(-1)?.lines[0];
    expect(lineOf(claimed, released)?.kind).toBe("TASK_RELEASED");
    expect(lineOf(claimed, { ...released, actorName: "Ratna" })).toMatchObject({
      kind: "TASK_GIVEN_BACK",
      params: { actor: "Ratna", holder: "Sari" },
    });
    const given = (to: string) => entry(2, [{ type: "TASK_DELEGATED", task: 1, to }]);
    expect(lineOf(claimed, given("wati"), { ...released, seq: 3 })).toMatchObject({
      kind: "TASK_GIVEN_BACK",
      params: { actor: "Sari", holder: "Wati" },
    });
    expect(lineOf(claimed, given("agus"), { ...released, seq: 3 })?.kind).toBe("TASK_PUT_BACK");
  });

  it("keeps silent about tokens and events that it does not know", () => {
    const events = [{ type: "TOKEN_PLACED", edge: "e", causes: [] }, { type: "NEWER" }];
    expect(tellCase([entry(1, events)], names)).toEqual([]);
  });
});

it("knows people by what they did, and by what they have", () => {
  const log = [entry(1, [{ type: "TASK_CLAIMED", task: 1, by: "sari" }])];
  expect(peopleOf(log, [{ id: "wati", name: "Wati" }])).toEqual(
    new Map([
      ["wati", "Wati"],
      ["sari", "Sari"],
    ]),
  );
});
