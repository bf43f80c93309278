import { describe, expect, test } from "vitest";
import { buildGraph } from "../../domain/index.js";
import { nextSteps } from "./next-steps.js";

const graph = buildGraph(
  [
    ["begin", "start", ["loket"]],
    ["ask", "decision", ["loket"]],
    ["both", "fork", []],
    ["left", "activity", ["loket"]],
    ["right", "activity", ["kepala"]],
    ["meet", "join", []],
    ["last", "activity", ["loket"]],
    ["end", "end", ["loket"]],
  ],
  [
    ["begin", "ask"],
    ["ask", "both", "Ya"],
    ["ask", "end", "Tidak"],
    ["both", "left"],
    ["both", "right"],
    ["left", "meet"],
    ["right", "meet"],
    ["meet", "last"],
    ["last", "end"],
  ],
);

const told = (from: string, outcome: string | null) => {
  const edge = graph.edges.find((one) => one.from === from && one.outcome === outcome)?.key ?? null;
  return nextSteps(graph, from, edge).map(({ node, waits }) => [node?.key ?? null, waits]);
};

describe("what comes next", () => {
  test("a fork is gone through to the work of each branch", () => {
    expect(told("ask", "Ya")).toEqual([
      ["left", false],
      ["right", false],
    ]);
  });
  test("a plain end is the end of the case", () => {
    expect(told("ask", "Tidak")).toEqual([[null, false]]);
  });
  test("behind a join the step waits for the other branches", () => {
    expect(told("left", null)).toEqual([["last", true]]);
  });
});
