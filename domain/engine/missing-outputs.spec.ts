import { describe, expect, it } from "vitest";
import { buildGraph } from "../sop/build-graph.js";
import type { CaseCommand } from "./case-command.js";
import { TrialCase } from "./trial-case.js";

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
    const it = new TrialCase(linked);
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
    const it = new TrialCase(
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
    const it = new TrialCase(
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

  it("is owed by a decision that needs it itself, although a branch beside has given it", () => {
    const paper = { requirements: [{ text: "Surat", output: "letter" }] };
    const it = new TrialCase(
      buildGraph(
        [
          ["start", "start", ["a"]],
          ["split", "fork", []],
          ["judge", "decision", ["a"], { ...paper, outputs: ["letter"] }],
          ["note", "activity", ["a"]],
          ["choose", "decision", ["b"]],
          ["copy", "activity", ["b"], { outputs: ["letter"] }],
          ["file", "activity", ["b"]],
          ["send", "activity", ["c"], paper],
          ["meet", "join", []],
          ["end", "end", ["b"]],
        ],
        [
          ["start", "split"],
          ["split", "judge"],
          ["judge", "note", "setuju"],
          ["judge", "note", "tolak"],
          ["note", "meet"],
          ["split", "choose"],
          ["choose", "copy", "ya"],
          ["choose", "file", "tidak"],
          ["copy", "file"],
          ["file", "meet"],
          ["split", "send"],
          ["send", "meet"],
          ["meet", "end"],
        ],
      ),
    );
    it.complete("choose", it.arrow("ya"));
    it.complete("copy", null, "letter");
    const judged = { by: 7, outcome: it.arrow("tolak"), given: [], comment: null } as const;
    expect(it.refusal({ type: "COMPLETE", task: it.task("judge"), ...judged })).toBe(
      "OUTPUT_REQUIRED",
    );
    it.complete("judge", it.arrow("tolak"), "letter");
    it.complete("note");
    it.do(it.back("file", "choose"));
    it.complete("choose", it.arrow("tidak"));
    it.complete("file");
    it.complete("send");
    expect(it.state.status).toBe("COMPLETED");
  });

  it("blocks the step that needs it, unless the office only warns; then the log says what was missing", () => {
    const it = new TrialCase(linked);
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
