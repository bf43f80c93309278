import { describe, expect, it } from "vitest";
import {
  buildGraph,
  type CaseCommand,
  compilePlan,
  foldEvents,
  transition,
  unstarted,
} from "../../domain/index.js";
import type { LogEntry } from "./case-log.js";
import { momentAt, momentsOf } from "./case-moments.js";
import { markKey } from "./step-marks.js";
import { visitCounts, visitMarks } from "./visit-marks.js";
import { visitRecords } from "./visit-records.js";

/** A letter that is asked for, examined, and asked for again until it is whole. */
const graph = buildGraph(
  [
    ["start", "start", ["l"]],
    ["ask", "activity", ["l"]],
    ["examine", "decision", ["l"]],
    ["end", "end", ["l"]],
  ],
  [
    ["start", "ask"],
    ["ask", "examine"],
    ["examine", "end", "YA"],
    ["examine", "ask", "TIDAK"],
  ],
);
const plan = compilePlan(graph);
const edgeOf = (outcome: string): string =>
  graph.edges.find((edge) => edge.outcome === outcome)!.key;

const complete = (task: number, outcome: string | null = null): CaseCommand => ({
  type: "COMPLETE",
  task,
  by: 7,
  outcome: outcome === null ? null : edgeOf(outcome),
  given: [],
  comment: null,
});

/** The log of a case that is played by the engine, an entry a minute. */
function played(commands: readonly CaseCommand[]): readonly LogEntry[] {
  let state = unstarted;
  return commands.map((command, index) => {
    const result = transition(plan, state, command);
    if (!result.ok) throw new Error(result.refusal);
    ({ state } = result);
    const at = `2026-11-30T01:0${index}:00.000Z`;
    return { seq: index + 1, at, actorName: "Sari", events: result.events };
  });
}

const start: CaseCommand = {
  type: "START",
  by: null,
  request: {
    sop: 1,
    version: 1,
    office: 1,
    title: null,
    requester: null,
    requesterName: "Nur",
    startedBy: null,
  },
};

const log = played([
  start,
  complete(1),
  { type: "CLAIM", task: 2, by: 7 },
  complete(2, "TIDAK"),
  complete(3),
  { type: "RETURN", task: 4, by: 7, to: 3, reason: "kurang lampiran" },
  complete(5),
  complete(6, "YA"),
]);
const moments = momentsOf(log);
const marksAt = (seq: number) => {
  const { state } = moments[seq - 1]!;
  const marks = visitMarks(graph, state);
  return ["start", "ask", "examine", "end"].map((node) => marks.get(markKey(node, "l")) ?? null);
};

describe("visitMarks", () => {
  it("shows each step as it was after each entry of the log", () => {
    expect(log.map(({ seq }) => marksAt(seq))).toEqual([
      ["done", "open", null, null],
      ["done", "done", "open", null],
      ["done", "done", "claimed", null],
      ["done", "open", "done", null],
      ["done", "done", "open", null],
      ["done", "open", "undone", null],
      ["done", "done", "open", null],
      ["done", "done", "done", "done"],
    ]);
  });

  it("marks what was open when the case was cancelled as withdrawn", () => {
    const cancelled = momentsOf(played([start, { type: "CANCEL", reason: "salah isi" }])).at(-1)!;
    expect(visitMarks(graph, cancelled.state).get(markKey("ask", "l"))).toBe("withdrawn");
  });

  it("counts the stays at a step, undone ones too", () => {
    expect(visitCounts(moments.at(-1)!.state)).toEqual(
      new Map([
        ["ask", 3],
        ["examine", 3],
      ]),
    );
  });
});

describe("momentsOf", () => {
  it("folds the log, and passes over what a newer server tells", () => {
    const newer = log.map((entry) => ({
      ...entry,
      events: [...(entry.events as object[]), { type: "NEWER" }],
    }));
    const events = log.flatMap((entry) => entry.events as Parameters<typeof foldEvents>[0] & []);
    expect(momentsOf(newer).at(-1)?.state).toEqual(foldEvents(events));
  });

  it("finds the moment of an address, and is now for whatever is none", () => {
    expect(momentAt(moments, 3)?.seq).toBe(3);
    expect(momentAt(moments, 0)?.seq).toBe(1);
    for (const seq of [null, 8, 99, 2.5, Number.NaN]) expect(momentAt(moments, seq)).toBeNull();
  });
});

describe("visitRecords", () => {
  it("keeps each round of a loop apart, and what was done before it was undone", () => {
    const asked = visitRecords(log).filter(({ node }) => node === "ask");
    expect(
      asked.map(({ round, status, tasks }) => [round, status, tasks[0]?.status, tasks[0]?.by]),
    ).toEqual([
      [1, "DONE", "DONE", "7"],
      [2, "UNDONE", "WITHDRAWN", "7"],
      [3, "DONE", "DONE", "7"],
    ]);
    expect(asked[1]).toMatchObject({
      openedAt: "2026-11-30T01:03:00.000Z",
      closedAt: "2026-11-30T01:04:00.000Z",
    });
  });

  it("tells a decision's outcome, and nothing of what came after the beginning that it is given", () => {
    expect(visitRecords(log.slice(0, 4)).map(({ no, status }) => [no, status])).toEqual([
      [1, "DONE"],
      [2, "DONE"],
      [3, "OPEN"],
    ]);
    expect(visitRecords(log)[1]?.tasks[0]?.outcome).toBe(edgeOf("TIDAK"));
  });
});
