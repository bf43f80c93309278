import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import type { Graph } from "../sop/graph.js";
import { findProblems } from "./find-problems.js";
import { arrowsOf, curedBy, foundBy, namedBy } from "./rule-trial.js";

const rows: NodeRow[] = [
  ["start", "start", ["a"]],
  ["ask", "activity", ["a"]],
  ["mend", "activity", ["a"]],
  ["check", "activity", ["b"]],
  ["file", "activity", ["b"]],
  ["end", "end", ["b"]],
];
const edges: EdgeRow[] = [
  ["start", "ask"],
  ["ask", "mend"],
  ["mend", "check"],
  ["check", "mend"],
  ["file", "end"],
];
const trapped = buildGraph(rows, edges);
/** A loop into which a case comes by one of two outcomes. */
const entered = buildGraph(
  [...rows.slice(0, 2), ["pick", "decision", ["a"]], ...rows.slice(2, 4), ...rows.slice(5)],
  [
    ["start", "ask"],
    ["ask", "pick"],
    ["pick", "end", "Ya"],
    ["pick", "mend", "Tidak"],
    ["mend", "check"],
    ["check", "mend"],
  ],
);
const rulesOf = (graph: Graph) =>
  findProblems(graph)
    .filter(({ rule }) => rule !== "standard-time")
    .map(({ rule, nodeKeys }) => [rule, ...nodeKeys]);

describe("loop-exit", () => {
  it("names a loop without a way out once, with all its steps in the order of the rows", () =>
    expect(namedBy("loop-exit", trapped)).toEqual([["mend", "check"]]));

  it("is not repeated by reaches-end on its steps and on what leads to it", () => {
    const rules = rulesOf(trapped);
    expect(rules.filter(([rule]) => rule === "reaches-end")).toEqual([]);
    const led = buildGraph(rows, [...edges, ["check", "file"]].slice(0, 5) as EdgeRow[]);
    expect(rulesOf(led)).toEqual(rules);
  });

  it("is an error as well, with the run that leads into it and the same cure", () => {
    expect(rulesOf(entered).map(([rule]) => rule)).toEqual(["loop-exit", "option-to-complete"]);
    expect(foundBy("option-to-complete", entered)[0]).toMatchObject({
      level: "ERROR",
      run: [{ node: "ask" }, { node: "pick", outcome: "pick-mend-Tidak" }],
    });
    const done = curedBy("option-to-complete", entered);
    expect(done).toMatchObject({ cure: { name: "leave-loop" }, left: [] });
    expect(rulesOf(done.graph)).toEqual([]);
  });

  it("has nothing to say of a loop that an outcome leaves", () => {
    const graph = buildGraph(
      [...rows.slice(0, 3), ["check", "decision", ["b"]], ...rows.slice(4)],
      [...edges.slice(0, 3), ["check", "mend", "Tidak"], ["check", "file", "Ya"], ["file", "end"]],
    );
    expect(namedBy("loop-exit", graph)).toEqual([]);
  });

  it("names a step that leads to itself, and each of two loops", () => {
    const own = buildGraph(rows, [["start", "ask"], ["ask", "ask"], ...edges.slice(4)]);
    expect(namedBy("loop-exit", own)).toEqual([["ask"]]);
    const two = buildGraph(
      [...rows.slice(0, 1), ["pick", "decision", ["a"]], ...rows.slice(1)],
      [
        ["start", "pick"],
        ["pick", "ask", "Ya"],
        ["pick", "check", "Tidak"],
        ["ask", "mend"],
        ["mend", "ask"],
        ["check", "file"],
        ["file", "check"],
      ],
    );
    expect(namedBy("loop-exit", two)).toEqual([
      ["ask", "mend"],
      ["check", "file"],
    ]);
  });

  it("names the inner loop only, where another leads into it", () => {
    const graph = buildGraph(
      [...rows.slice(0, 2), ["pick", "decision", ["a"]], ...rows.slice(2)],
      [
        ["start", "ask"],
        ["ask", "pick"],
        ["pick", "ask", "Tidak"],
        ["pick", "mend", "Ya"],
        ["mend", "check"],
        ["check", "mend"],
        ["file", "end"],
      ],
    );
    expect(namedBy("loop-exit", graph)).toEqual([["mend", "check"]]);
    expect(rulesOf(graph).filter(([rule]) => rule === "reaches-end")).toEqual([]);
  });

  it("leaves to others what no case comes to, what only bars go round, and a form without an end", () => {
    const island = buildGraph(rows, [
      ["start", "ask"],
      ["ask", "file"],
      ["mend", "check"],
      ["check", "mend"],
      ["file", "end"],
    ]);
    expect(namedBy("loop-exit", island)).toEqual([]);
    const bars = buildGraph(
      [...rows.slice(0, 2), ["one", "fork", []], ["two", "fork", []], ...rows.slice(4)],
      [
        ["start", "ask"],
        ["ask", "one"],
        ["one", "two"],
        ["two", "one"],
        ["file", "end"],
      ],
    );
    expect(namedBy("loop-exit", bars)).toEqual([]);
    const endless = buildGraph(rows.slice(0, 4), edges.slice(0, 4));
    expect(namedBy("loop-exit", endless)).toEqual([]);
  });

  it("lets the last row of the loop decide: yes goes on below, no goes round", () => {
    const done = curedBy("loop-exit", trapped);
    expect(done).toMatchObject({ cure: { name: "leave-loop" }, left: [] });
    expect(arrowsOf(done.graph, "check")).toEqual({ Tidak: "mend", Ya: "file" });
    expect(rulesOf(done.graph)).toEqual([]);
  });
});
