import { describe, expect, it } from "vitest";
import { compilePlan } from "../plan/compile-plan.js";
import { buildGraph } from "../sop/build-graph.js";
import type { CaseCommand } from "./case-command.js";
import { unstarted } from "./case-state.js";
import { transition } from "./transition.js";
import { trialRequest, TrialRun } from "./trial-case.js";

class Driver extends TrialRun {
  /** The open tasks as `node/lane`. */
  get open(): string[] {
    return this.state.tasks
      .filter(({ status }) => status === "OPEN" || status === "CLAIMED")
      .map((task) => `${this.state.visits[task.visit - 1]?.node}/${task.lane}`);
  }

  task(nodeAndLane: string): number {
    const task = this.state.tasks.findLast(
      (candidate) =>
        `${this.state.visits[candidate.visit - 1]?.node}/${candidate.lane}` === nodeAndLane,
    );
    return task?.no ?? 0;
  }

  complete(nodeAndLane: string, outcome: string | null = null, by = 7): void {
    this.do(completion(this.task(nodeAndLane), outcome, by));
  }
}

const completion = (task: number, outcome: string | null = null, by = 7): CaseCommand => ({
  type: "COMPLETE",
  task,
  by,
  outcome,
  given: [],
  comment: null,
});

const loop = buildGraph(
  [
    ["start", "start", ["a"]],
    ["write", "activity", ["a"], { outputs: ["letter"] }],
    ["check", "decision", ["b"]],
    ["end", "end", ["b"]],
  ],
  [
    ["start", "write"],
    ["write", "check"],
    ["check", "end", "ya"],
    ["check", "write", "tidak"],
  ],
);
const parallel = buildGraph(
  [
    ["start", "start", ["a"]],
    ["split", "fork", []],
    ["left", "activity", ["a"]],
    ["right", "activity", ["b"]],
    ["meet", "join", []],
    ["last", "activity", ["a"]],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "split"],
    ["split", "left"],
    ["split", "right"],
    ["left", "meet"],
    ["right", "meet"],
    ["meet", "last"],
    ["last", "end"],
  ],
);
const joint = (mode: "ALL" | "ANY") =>
  buildGraph(
    [
      ["begin", "start", ["a"], { work: true }],
      ["both", "activity", ["a", "b"], { mode }],
      ["finish", "end", ["b"], { work: true }],
    ],
    [
      ["begin", "both"],
      ["both", "finish"],
    ],
  );

describe("transition", () => {
  it("sends a loop back as a new visit, as often as it is chosen", () => {
    const run = new Driver(loop);
    for (let round = 0; round < 3; round += 1) {
      expect(run.open).toEqual(["write/a"]);
      run.complete("write/a");
      run.complete("check/b", round < 2 ? "check-write-tidak" : "check-end-ya");
    }
    expect(run.open).toEqual([]);
    expect(run.state.status).toBe("COMPLETED");
    expect(run.state.visits.filter(({ node }) => node === "write")).toHaveLength(3);
  });

  it.each([[["left/a", "right/b"]], [["right/b", "left/a"]]])(
    "waits at a join for every branch, in the order %s",
    (order) => {
      const run = new Driver(parallel);
      run.complete(order[0] as string);
      expect(run.open).toEqual([order[1]]);
      expect(run.state.tokens).toHaveLength(1);
      run.complete(order[1] as string);
      expect(run.open).toEqual(["last/a"]);
      expect(run.state.tokens).toEqual([]);
      // The visit after a join was caused by every branch.
      expect(run.state.visits.at(-1)?.causes).toEqual([1, 2]);
    },
  );

  it("gives a working start to the starter and ends a working end with its task", () => {
    const run = new Driver(joint("ALL"), 3);
    expect(run.state.tasks[0]).toMatchObject({ status: "CLAIMED", assignee: 3 });
    expect(run.refusal(completion(1, null, 4))).toBe("NOT_YOUR_TASK");
    run.complete("begin/a", null, 3);
    run.complete("both/a");
    expect(run.open).toEqual(["both/b"]);
    run.complete("both/b");
    expect(run.state.status).toBe("RUNNING");
    run.complete("finish/b");
    expect(run.state.status).toBe("COMPLETED");
  });

  it("withdraws the other parts of an any-of step when one is done", () => {
    const run = new Driver(joint("ANY"), 3);
    run.complete("begin/a", null, 3);
    run.complete("both/b");
    expect(run.state.tasks.map(({ status }) => status)).toEqual([
      "DONE",
      "WITHDRAWN",
      "DONE",
      "OPEN",
    ]);
    expect(run.refusal(completion(2))).toBe("TASK_CLOSED");
  });

  it("refuses what does not fit, and changes nothing", () => {
    const run = new Driver(loop);
    const before = run.state;
    expect(run.refusal(completion(9))).toBe("NOT_FOUND");
    expect(run.refusal(completion(1, "check-end-ya"))).toBe("WRONG_OUTCOME");
    expect(run.refusal({ type: "RELEASE", task: 1, by: 7 })).toBe("NOT_CLAIMED");
    expect(run.refusal({ type: "HOLD", reason: "  " })).toBe("REASON_REQUIRED");
    expect(run.refusal({ type: "RESUME" })).toBe("NOT_HELD");
    const foreign = { output: "stamp", reference: "x" };
    expect(run.refusal({ ...completion(1), given: [foreign] } as CaseCommand)).toBe(
      "OUTPUT_UNKNOWN",
    );
    expect(run.state).toBe(before);
    run.complete("write/a");
    expect(run.refusal(completion(1))).toBe("TASK_CLOSED");
    expect(run.refusal(completion(2))).toBe("OUTCOME_REQUIRED");
    expect(run.refusal(completion(2, "check-nowhere"))).toBe("WRONG_OUTCOME");
  });

  it("lets one claim, another not, and a delegate take over", () => {
    const run = new Driver(loop);
    run.do({ type: "CLAIM", task: 1, by: 7 });
    expect(run.refusal({ type: "CLAIM", task: 1, by: 8 })).toBe("ALREADY_CLAIMED");
    run.do({ type: "DELEGATE", task: 1, by: 7, to: 8 });
    expect(run.refusal(completion(1))).toBe("NOT_YOUR_TASK");
    run.do({ type: "RELEASE", task: 1, by: 8 });
    run.complete("write/a");
    expect(run.open).toEqual(["check/b"]);
  });

  it("lets a claim be taken over from whom it is said to be, and be released by force", () => {
    const run = new Driver(loop);
    run.do({ type: "CLAIM", task: 1, by: 7 });
    expect(run.refusal({ type: "CLAIM", task: 1, by: 8, over: 9 })).toBe("ALREADY_CLAIMED");
    run.do({ type: "CLAIM", task: 1, by: 8, over: 7 });
    expect(run.log.slice(-2)).toEqual([
      { type: "TASK_RELEASED", task: 1 },
      { type: "TASK_CLAIMED", task: 1, by: 8 },
    ]);
    expect(run.refusal(completion(1))).toBe("NOT_YOUR_TASK");
    expect(run.refusal({ type: "RELEASE", task: 1, by: 7 })).toBe("NOT_YOUR_TASK");
    run.do({ type: "RELEASE", task: 1, by: 7, force: true });
    expect(run.state.tasks[0]).toMatchObject({ status: "OPEN", assignee: null });
    expect(run.refusal({ type: "RELEASE", task: 1, by: 7, force: true })).toBe("NOT_CLAIMED");
    // Whom it is taken over from matters only where somebody has it.
    run.do({ type: "CLAIM", task: 1, by: 8, over: 7 });
    expect(run.log.at(-2)).toEqual({ type: "TASK_RELEASED", task: 1 });
  });

  it("stops everything while held, and cancels what is open", () => {
    const run = new Driver(parallel);
    run.do({ type: "HOLD", reason: "menunggu surat" });
    expect(run.refusal(completion(1))).toBe("INSTANCE_HELD");
    run.do({ type: "RESUME" });
    run.complete("left/a");
    run.do({ type: "CANCEL", reason: "ditarik" });
    expect(run.open).toEqual([]);
    expect(run.state.tokens).toEqual([]);
    expect(run.refusal(completion(2))).toBe("INSTANCE_CLOSED");
    expect(run.refusal({ type: "CANCEL", reason: "lagi" })).toBe("INSTANCE_CLOSED");
  });

  it("waits at a connector for the called case, and passes one that does not wait", () => {
    const called = (waits: boolean) =>
      buildGraph(
        [
          ["start", "start", ["a"]],
          ["call", "connector", ["a"], { call: { sop: "42", waits } }],
          ["end", "end", ["a"]],
        ],
        [
          ["start", "call"],
          ["call", "end"],
        ],
      );
    const waiting = transition(compilePlan(called(true)), unstarted, {
      type: "START",
      request: trialRequest,
      by: null,
    });
    expect(waiting).toMatchObject({
      ok: true,
      state: { status: "RUNNING" },
      effects: [{ type: "START_CASE", visit: 1, sop: "42", waits: true }],
    });
    const run = new Driver(called(true));
    run.do({ type: "CHILD_STARTED", visit: 1, instance: 9 });
    expect(run.refusal({ type: "CHILD_COMPLETED", visit: 1, instance: 8 })).toBe("NOT_FOUND");
    run.do({ type: "CHILD_COMPLETED", visit: 1, instance: 9 });
    expect(run.state.status).toBe("COMPLETED");
    // One that does not wait goes on once the called case has begun, and not before.
    const passing = new Driver(called(false));
    expect(passing.state.status).toBe("RUNNING");
    passing.do({ type: "CHILD_STARTED", visit: 1, instance: 9 });
    expect(passing.state.status).toBe("COMPLETED");
  });

  it("refuses a graph that would go round for ever without work", () => {
    const endless = buildGraph(
      [
        ["start", "start", ["a"]],
        ["split", "fork", []],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "split"],
        ["split", "split"],
        ["split", "end"],
      ],
    );
    expect(
      transition(compilePlan(endless), unstarted, {
        type: "START",
        request: trialRequest,
        by: null,
      }),
    ).toEqual({
      ok: false,
      refusal: "RUNAWAY",
    });
  });
});

describe("files", () => {
  const file = (no: number) => ({
    file: no,
    name: "surat.pdf",
    type: "application/pdf",
    size: 9,
    sha256: `${no}`.repeat(64),
  });

  it("are passed on to the log, change no state, and are not named where there are none", () => {
    const run = new Driver(loop);
    const task = run.task("write/a");
    run.do({
      type: "COMPLETE",
      task,
      by: 7,
      outcome: null,
      given: [{ output: "letter", reference: "", files: [file(1)] }],
      comment: null,
      brought: ["KTP"],
      broughtFiles: [{ requirement: "KTP", files: [file(2)] }],
      files: [file(3)],
    });
    expect(run.log.find(({ type }) => type === "TASK_DONE")).toMatchObject({
      given: [{ output: "letter", files: [file(1)] }],
      broughtFiles: [{ requirement: "KTP", files: [file(2)] }],
      files: [file(3)],
    });
    // An output that is a file alone counts as given.
    expect(run.state.tasks[task - 1]?.gave).toEqual(["letter"]);
    expect(JSON.stringify(run.state)).not.toContain("surat.pdf");
    run.do({ type: "COMMENT", text: "", files: [file(4)] });
    expect(run.log.at(-1)).toEqual({ type: "COMMENT_ADDED", text: "", files: [file(4)] });
    run.do({ type: "COMMENT", text: "Sudah", files: [] });
    expect(run.log.at(-1)).toEqual({ type: "COMMENT_ADDED", text: "Sudah" });
    expect(run.refusal({ type: "COMMENT", text: " ", files: [] })).toBe("REASON_REQUIRED");
  });
});
