import { describe, expect, it } from "vitest";
import { compilePlan } from "../plan/compile-plan.js";
import { buildGraph } from "../sop/build-graph.js";
import { foldEvents } from "./apply-event.js";
import type { CaseCommand } from "./case-command.js";
import type { CaseEvent, CaseRequest } from "./case-event.js";
import type { CaseEffect } from "./case-run.js";
import { type CaseState, isOpenTask, unstarted } from "./case-state.js";
import { transition } from "./transition.js";

const request: CaseRequest = {
  sop: 1,
  version: 1,
  office: 1,
  title: null,
  requester: null,
  requesterName: "Nur",
  startedBy: null,
};

class Case {
  state: CaseState = unstarted;
  effects: readonly CaseEffect[] = [];
  readonly log: CaseEvent[] = [];
  readonly plan;

  constructor(graph: Parameters<typeof compilePlan>[0]) {
    this.plan = compilePlan(graph);
    this.do({ type: "START", request, by: null });
  }

  do(command: CaseCommand): void {
    const result = transition(this.plan, this.state, command);
    if (!result.ok) throw new Error(result.refusal);
    this.log.push(...result.events);
    this.effects = result.effects;
    this.state = JSON.parse(JSON.stringify(result.state)) as CaseState;
    expect(foldEvents(this.log)).toEqual(this.state);
  }

  refusal(command: CaseCommand): string | null {
    const result = transition(this.plan, this.state, command);
    return result.ok ? null : result.refusal;
  }

  /** The open tasks by their nodes. */
  get open(): string[] {
    return this.state.tasks
      .filter(isOpenTask)
      .map((task) => this.state.visits[task.visit - 1]?.node ?? "");
  }

  task(node: string): number {
    return this.state.tasks.findLast(({ visit }) => this.state.visits[visit - 1]?.node === node)!
      .no;
  }

  /** The arrow of an outcome. */
  arrow(outcome: string): string {
    const arrows = [...this.plan.nodes.values()].flatMap(({ out }) => out);
    return arrows.find((arrow) => arrow.outcome === outcome)!.key;
  }

  visit(node: string): number {
    return this.state.visits.findLast((visit) => visit.node === node)!.no;
  }

  complete(node: string, outcome: string | null = null, output: string | null = null): void {
    const given = output === null ? [] : [{ output, reference: "005/12" }];
    const task = this.task(node);
    this.do({ type: "COMPLETE", task, by: 7, outcome, given, comment: null });
  }

  back(from: string, to: string): CaseCommand {
    const task = this.task(from);
    return { type: "RETURN", task, by: 7, to: this.visit(to), reason: "kurang lampiran" };
  }
}

/** first, then left and right side by side, both awaited, then last. */
const parallel = buildGraph(
  [
    ["start", "start", ["a"]],
    ["first", "activity", ["a"]],
    ["split", "fork", []],
    ["left", "activity", ["a"]],
    ["right", "activity", ["b"]],
    ["meet", "join", []],
    ["last", "activity", ["b"]],
    ["end", "end", ["b"]],
  ],
  [
    ["start", "first"],
    ["first", "split"],
    ["split", "left"],
    ["split", "right"],
    ["left", "meet"],
    ["right", "meet"],
    ["meet", "last"],
    ["last", "end"],
  ],
);

describe("a return", () => {
  it("undoes one branch, and gives the other branch's token back to the join", () => {
    const it = new Case(parallel);
    it.complete("first");
    it.complete("left");
    it.complete("right");
    expect(it.open).toEqual(["last"]);
    it.do(it.back("last", "left"));
    expect(it.open).toEqual(["left"]);
    expect(it.state.tokens).toHaveLength(1);
    expect(it.state.tokens[0]?.causes).toEqual([it.visit("right")]);
    it.complete("left");
    expect(it.open).toEqual(["last"]);
    it.complete("last");
    expect(it.state.status).toBe("COMPLETED");
  });

  it("undoes both branches where it goes back to before the fork", () => {
    const it = new Case(parallel);
    it.complete("first");
    it.complete("left");
    it.do(it.back("right", "first"));
    expect(it.open).toEqual(["first"]);
    expect(it.state.tokens).toEqual([]);
    expect(it.state.visits.filter(({ status }) => status === "UNDONE")).toHaveLength(3);
    expect(it.state.tasks.filter(({ status }) => status === "WITHDRAWN")).toHaveLength(3);
  });

  it("is refused without a reason, to what did not lead there, and with somebody else's task", () => {
    const it = new Case(parallel);
    it.complete("first");
    it.complete("left");
    expect(it.refusal(it.back("right", "left"))).toBe("NOT_AN_ANCESTOR");
    expect(it.refusal({ ...it.back("right", "first"), reason: " " } as CaseCommand)).toBe(
      "REASON_REQUIRED",
    );
    it.do({ type: "CLAIM", task: it.task("right"), by: 8 });
    expect(it.refusal(it.back("right", "first"))).toBe("NOT_YOUR_TASK");
  });
});

describe("a recall", () => {
  it("takes the last completion back until somebody has claimed what it opened", () => {
    const it = new Case(parallel);
    it.complete("first");
    const recall: CaseCommand = { type: "RECALL", task: it.task("first"), by: 7 };
    expect(it.refusal({ ...recall, by: 8 })).toBe("NOT_YOUR_TASK");
    it.do({ type: "CLAIM", task: it.task("left"), by: 8 });
    expect(it.refusal(recall)).toBe("RECALL_TOO_LATE");
    it.do({ type: "RELEASE", task: it.task("left"), by: 8 });
    it.do(recall);
    expect(it.open).toEqual(["first"]);
    expect(it.refusal(recall)).toBe("TASK_CLOSED");
  });

  it("leaves the other branch's token at the join", () => {
    const it = new Case(parallel);
    it.complete("first");
    it.complete("left");
    it.complete("right");
    it.do({ type: "RECALL", task: it.task("right"), by: 7 });
    expect(it.open).toEqual(["right"]);
    expect(it.state.tokens.map(({ causes }) => causes)).toEqual([[it.visit("left")]]);
  });
});

describe("a linked requirement", () => {
  const linked = buildGraph(
    [
      ["start", "start", ["a"]],
      ["write", "activity", ["a"], { outputs: ["letter"] }],
      ["check", "decision", ["b"]],
      ["send", "activity", ["b"], { requirements: [{ text: "Surat", output: "letter" }] }],
      ["end", "end", ["b"]],
    ],
    [
      ["start", "write"],
      ["write", "check"],
      ["check", "send", "ya"],
      ["check", "write", "tidak"],
      ["send", "end"],
    ],
  );

  it("must be given by the step that yields it, and is gone when that is undone", () => {
    const it = new Case(linked);
    const without: CaseCommand = {
      type: "COMPLETE",
      task: it.task("write"),
      by: 7,
      outcome: null,
      given: [],
      comment: null,
    };
    expect(it.refusal(without)).toBe("OUTPUT_REQUIRED");
    it.complete("write", null, "letter");
    it.do(it.back("check", "write"));
    expect(it.refusal({ ...without, task: it.task("write") })).toBe("OUTPUT_REQUIRED");
  });

  it("is owed by a decision on the way that needs it, and on no other", () => {
    const it = new Case(
      buildGraph(
        [
          ["start", "start", ["a"]],
          ["write", "activity", ["a"]],
          ["check", "decision", ["b"], { outputs: ["letter", "note"] }],
          ["send", "activity", ["b"], { requirements: [{ text: "Surat", output: "letter" }] }],
          ["end", "end", ["b"]],
        ],
        [
          ["start", "write"],
          ["write", "check"],
          ["check", "send", "ya"],
          ["check", "write", "tidak"],
          ["send", "end"],
        ],
      ),
    );
    it.complete("write", null);
    const without = (outcome: string): CaseCommand => ({
      type: "COMPLETE",
      task: it.task("check"),
      by: 7,
      outcome: it.arrow(outcome),
      given: [],
      comment: null,
    });
    it.do(without("tidak"));
    it.complete("write", null);
    expect(it.refusal(without("ya"))).toBe("OUTPUT_REQUIRED");
    it.complete("check", it.arrow("ya"), "letter");
    it.complete("send", null);
    expect(it.state.status).toBe("COMPLETED");
  });

  it("is owed although a branch beside has given it, which may be undone and go another way", () => {
    const it = new Case(
      buildGraph(
        [
          ["start", "start", ["a"]],
          ["split", "fork", []],
          ["write", "activity", ["a"], { outputs: ["letter"] }],
          ["send", "activity", ["a"], { requirements: [{ text: "Surat", output: "letter" }] }],
          ["choose", "decision", ["b"]],
          ["copy", "activity", ["b"], { outputs: ["letter"] }],
          ["file", "activity", ["b"]],
          ["meet", "join", []],
          ["end", "end", ["b"]],
        ],
        [
          ["start", "split"],
          ["split", "write"],
          ["write", "send"],
          ["send", "meet"],
          ["split", "choose"],
          ["choose", "copy", "ya"],
          ["choose", "file", "tidak"],
          ["copy", "file"],
          ["file", "meet"],
          ["meet", "end"],
        ],
      ),
    );
    it.complete("choose", it.arrow("ya"));
    it.complete("copy", null, "letter");
    const without = { by: 7, outcome: null, given: [], comment: null } as const;
    expect(it.refusal({ type: "COMPLETE", task: it.task("write"), ...without })).toBe(
      "OUTPUT_REQUIRED",
    );
    it.complete("write", null, "letter");
    it.do(it.back("file", "choose"));
    it.complete("choose", it.arrow("tidak"));
    it.complete("file");
    it.complete("send");
    expect(it.state.status).toBe("COMPLETED");
  });

  it("blocks the step that needs it, unless the office only warns; then the log says what was missing", () => {
    const it = new Case(linked);
    const done = (node: string, lenient: boolean): CaseCommand => ({
      type: "COMPLETE",
      task: it.task(node),
      by: 7,
      outcome: null,
      given: [],
      comment: null,
      lenient,
    });
    it.do(done("write", true));
    const yes = linked.edges.find(({ outcome }) => outcome === "ya")!.key;
    it.complete("check", yes);
    expect(it.refusal(done("send", false))).toBe("REQUIREMENT_MISSING");
    it.do(done("send", true));
    expect(it.log).toContainEqual(
      expect.objectContaining({ type: "TASK_DONE", missing: ["letter"] }),
    );
  });
});

describe("a connector", () => {
  const calling = buildGraph(
    [
      ["start", "start", ["a"]],
      ["ask", "activity", ["a"]],
      ["call", "connector", ["a"], { call: { sop: "42", waits: true } }],
      ["last", "activity", ["a"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "ask"],
      ["ask", "call"],
      ["call", "last"],
      ["last", "end"],
    ],
  );

  it("reaches the called case with hold, resume and cancel, and opens anew when that is cancelled", () => {
    const it = new Case(calling);
    it.complete("ask");
    expect(it.effects).toEqual([{ type: "START_CASE", visit: 2, sop: "42", waits: true }]);
    it.do({ type: "CHILD_STARTED", visit: 2, instance: 9 });
    expect(it.refusal({ type: "RECALL", task: it.task("ask"), by: 7 })).toBe("RECALL_TOO_LATE");
    it.do({ type: "HOLD", reason: "libur" });
    expect(it.effects).toEqual([{ type: "HOLD_CASE", instance: 9, reason: "libur" }]);
    it.do({ type: "RESUME" });
    expect(it.effects).toEqual([{ type: "RESUME_CASE", instance: 9 }]);
    it.do({ type: "CHILD_CANCELLED", visit: 2, instance: 9 });
    expect(it.effects).toEqual([{ type: "START_CASE", visit: 3, sop: "42", waits: true }]);
    it.do({ type: "CHILD_STARTED", visit: 3, instance: 10 });
    it.do({ type: "CANCEL", reason: "ditarik" });
    expect(it.effects).toEqual([{ type: "CANCEL_CASE", instance: 10, reason: "ditarik" }]);
  });

  it("asks for its case again on resuming, where none could be started before", () => {
    const it = new Case(calling);
    it.complete("ask");
    it.do({ type: "HOLD", reason: "libur" });
    expect(it.refusal({ type: "CHILD_STARTED", visit: 2, instance: 9 })).toBe("INSTANCE_HELD");
    it.do({ type: "RESUME" });
    expect(it.effects).toEqual([{ type: "START_CASE", visit: 2, sop: "42", waits: true }]);
  });

  it("is recalled while its case has not begun, and cancels it when it is sent back over", () => {
    const it = new Case(calling);
    it.complete("ask");
    it.do({ type: "RECALL", task: it.task("ask"), by: 7 });
    expect(it.open).toEqual(["ask"]);
    it.complete("ask");
    it.do({ type: "CHILD_STARTED", visit: it.visit("call"), instance: 9 });
    it.do({ type: "CHILD_COMPLETED", visit: it.visit("call"), instance: 9 });
    it.do(it.back("last", "ask"));
    expect(it.open).toEqual(["ask"]);
    // What the called case has finished stays finished.
    expect(it.effects).toEqual([]);
  });
});

describe("a case held with the one that waits for it", () => {
  it("is resumed by that one alone", () => {
    const it = new Case(parallel);
    it.do({ type: "HOLD", reason: "induk", byParent: true });
    expect(it.refusal({ type: "RESUME" })).toBe("HELD_BY_PARENT");
    it.do({ type: "COMMENT", text: "Ditanyakan ke induk" });
    it.do({ type: "RESUME", byParent: true });
    expect(it.state.status).toBe("RUNNING");
    // Held for a reason of its own, it stays so.
    it.do({ type: "HOLD", reason: "sendiri" });
    it.do({ type: "RESUME", byParent: true });
    expect(it.state.status).toBe("HELD");
  });
});
