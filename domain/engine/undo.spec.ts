import { describe, expect, it } from "vitest";
import { buildGraph } from "../sop/build-graph.js";
import type { CaseCommand } from "./case-command.js";
import { TrialCase } from "./trial-case.js";

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
    const it = new TrialCase(parallel);
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
    const it = new TrialCase(parallel);
    it.complete("first");
    it.complete("left");
    it.do(it.back("right", "first"));
    expect(it.open).toEqual(["first"]);
    expect(it.state.tokens).toEqual([]);
    expect(it.state.visits.filter(({ status }) => status === "UNDONE")).toHaveLength(3);
    expect(it.state.tasks.filter(({ status }) => status === "WITHDRAWN")).toHaveLength(3);
  });

  it("is refused without a reason, to what did not lead there, and with somebody else's task", () => {
    const it = new TrialCase(parallel);
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
    const it = new TrialCase(parallel);
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
    const it = new TrialCase(parallel);
    it.complete("first");
    it.complete("left");
    it.complete("right");
    it.do({ type: "RECALL", task: it.task("right"), by: 7 });
    expect(it.open).toEqual(["right"]);
    expect(it.state.tokens.map(({ causes }) => causes)).toEqual([[it.visit("left")]]);
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
    const it = new TrialCase(calling);
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
    const it = new TrialCase(calling);
    it.complete("ask");
    it.do({ type: "HOLD", reason: "libur" });
    expect(it.refusal({ type: "CHILD_STARTED", visit: 2, instance: 9 })).toBe("INSTANCE_HELD");
    it.do({ type: "RESUME" });
    expect(it.effects).toEqual([{ type: "START_CASE", visit: 2, sop: "42", waits: true }]);
  });

  it("is recalled while its case has not begun, and cancels it when it is sent back over", () => {
    const it = new TrialCase(calling);
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
    const it = new TrialCase(parallel);
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
