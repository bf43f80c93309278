import { expect, it } from "vitest";
import { rowFlags } from "./row-flags.js";

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
    [],
  );
  expect(Object.fromEntries(rows)).toEqual({ a: "warning", b: "note", c: "problem" });
  expect(Object.fromEntries(lanes)).toEqual({ l: "problem", m: "warning" });
});
