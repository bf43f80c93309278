import { expect, it } from "vitest";
import { buildGraph, emptyGraph } from "../../../domain/index.js";
import { rememberedRowFlags, rowFlags } from "./row-flags.js";

const problem = (level: "ERROR" | "WARNING", node: string, lane: string) => ({
  level,
  nodeKeys: [node],
  laneKeys: [lane],
});

const note = (targetKey: string) => ({
  id: targetKey,
  targetType: "NODE" as const,
  targetKey,
  targetField: null,
  text: "?",
  resolved: false,
});

it("shows of a row what says most: a problem, then a note, then a warning", () => {
  const { rows, lanes } = rowFlags(
    [note("b"), note("c")],
    [
      problem("ERROR", "c", "l"),
      problem("WARNING", "a", "l"),
      problem("WARNING", "b", "m"),
      problem("WARNING", "c", "m"),
    ],
    emptyGraph,
  );
  expect(Object.fromEntries(rows)).toEqual({ a: "warning", b: "note", c: "problem" });
  expect(Object.fromEntries(lanes)).toEqual({ l: "problem", m: "warning" });
});

it("are the same for as long as they flag the same", () => {
  const flagsOf = rememberedRowFlags();
  const before = flagsOf([note("b")], [problem("WARNING", "a", "l")], emptyGraph);
  expect(flagsOf([note("b")], [problem("WARNING", "a", "l")], emptyGraph)).toBe(before);
  const after = flagsOf([note("b")], [problem("ERROR", "a", "l")], emptyGraph);
  expect(after).not.toBe(before);
  expect(after.rows.get("a")).toBe("problem");
});

it("shows the problem of a bar on the row behind it", () => {
  const graph = buildGraph(
    [
      ["bar", "join", []],
      ["next", "activity", ["l"]],
    ],
    [["bar", "next"]],
  );
  const { rows } = rowFlags([], [problem("ERROR", "bar", "l")], graph);
  expect(Object.fromEntries(rows)).toEqual({ next: "problem" });
});
