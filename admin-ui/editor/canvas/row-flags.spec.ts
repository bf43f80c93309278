import { expect, it } from "vitest";
import { buildGraph } from "../../../domain/index.js";
import { rememberedRowFlags, rowFlags } from "./row-flags.js";

const graph = buildGraph([["a", "activity", ["l"]]], []);

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
    graph,
  );
  expect(Object.fromEntries(rows)).toEqual({ a: "warning", b: "note", c: "problem" });
  expect(Object.fromEntries(lanes)).toEqual({ l: "problem", m: "warning" });
});

it("are the same for as long as they flag the same", () => {
  const flagsOf = rememberedRowFlags();
  const before = flagsOf([note("b")], [problem("WARNING", "a", "l")], graph);
  expect(flagsOf([note("b")], [problem("WARNING", "a", "l")], graph)).toBe(before);
  const after = flagsOf([note("b")], [problem("ERROR", "a", "l")], graph);
  expect(after).not.toBe(before);
  expect(after.rows.get("a")).toBe("problem");
});

it("shows the problem of a bar on the row behind it", () => {
  const barred = buildGraph(
    [
      ["bar", "join", []],
      ["next", "activity", ["l"]],
    ],
    [["bar", "next"]],
  );
  const { rows } = rowFlags([], [problem("ERROR", "bar", "l")], barred);
  expect(Object.fromEntries(rows)).toEqual({ next: "problem" });
});

it("holds nothing against a form on which no step is drawn yet, and shows its notes", () => {
  const fresh = buildGraph(
    [
      ["start", "start", ["l"]],
      ["end", "end", ["l"]],
    ],
    [["start", "end"]],
  );
  const { rows, lanes } = rowFlags([note("end")], [problem("ERROR", "start", "l")], fresh);
  expect(Object.fromEntries(rows)).toEqual({ end: "note" });
  expect([...lanes]).toEqual([]);
});
