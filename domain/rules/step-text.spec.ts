import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import { findProblems } from "./find-problems.js";

const edges: EdgeRow[] = [
  ["start", "write"],
  ["write", "check"],
  ["check", "split", "Ya"],
  ["check", "write", "Tidak"],
  ["split", "file"],
  ["split", "call"],
  ["file", "both"],
  ["call", "both"],
  ["both", "end"],
];

/** A form whose nodes say what is given, and their own keys otherwise. */
function found(texts: Readonly<Record<string, string>>, isWork = false) {
  const rows: NodeRow[] = [
    ["start", "start", ["a"], { work: isWork }],
    ["write", "activity", ["a"]],
    ["check", "decision", ["a"]],
    ["split", "fork", []],
    ["file", "activity", ["a", "b"]],
    ["call", "connector", ["b"], { call: { sop: "x", waits: true } }],
    ["both", "join", []],
    ["end", "end", ["b"], { work: isWork }],
  ];
  const nodes = rows.map(([key, kind, lanes, more]): NodeRow => [
    key,
    kind,
    lanes,
    { ...more, text: texts[key] ?? key },
  ]);
  return findProblems(buildGraph(nodes, edges))
    .filter(({ rule }) => rule === "step-text")
    .map(({ nodeKeys }) => nodeKeys);
}

describe("step-text", () => {
  it("names each numbered step on which nothing is written", () =>
    expect(found({ write: "", check: " \n ", call: "" })).toEqual([
      ["write"],
      ["check"],
      ["call"],
    ]));

  it("asks no text of a bar, nor of a capsule without work", () =>
    expect(found({ start: "", end: "", split: "", both: "" })).toEqual([]));

  it("asks one of a capsule with work", () =>
    expect(found({ start: "", end: "" }, true)).toEqual([["start"], ["end"]]));

  it("has nothing to say where every step says something", () => expect(found({})).toEqual([]));
});
