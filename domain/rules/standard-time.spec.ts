import { describe, expect, it } from "vitest";
import { buildGraph, type NodeRow } from "../sop/build-graph.js";
import { foundBy, namedBy, withRequester } from "./rule-trial.js";

const form = (work: boolean, time: "all" | "none" = "none") => {
  const standardTime = time === "all" ? { value: 1, unit: "HOUR" as const } : null;
  const rows: NodeRow[] = [
    ["start", "start", ["opd"], { work }],
    ["ask", "activity", ["opd"], { standardTime }],
    ["both", "activity", ["opd", "staf"], { standardTime }],
    ["check", "decision", ["staf"], { standardTime }],
    ["split", "fork", []],
    ["write", "activity", ["staf"], { standardTime }],
    ["call", "connector", ["staf"], { call: { sop: "x", waits: true } }],
    ["join", "join", []],
    ["end", "end", ["staf"], { work, standardTime }],
  ];
  return withRequester(
    buildGraph(rows, [
      ["start", "ask"],
      ["ask", "both"],
      ["both", "check"],
      ["check", "split", "Ya"],
      ["check", "ask", "Tidak"],
      ["split", "write"],
      ["split", "call"],
      ["write", "join"],
      ["call", "join"],
      ["join", "end"],
    ]),
    "opd",
  );
};

describe("standard-time", () => {
  it("names the office's steps without one: its part of a joint step, decisions, working ends", () => {
    expect(namedBy("standard-time", form(true))).toEqual([["both"], ["check"], ["write"], ["end"]]);
    expect(foundBy("standard-time", form(true))[0]?.level).toBe("WARNING");
  });

  it("asks none of the requester, of a connector, of a bar, nor of a capsule without work", () =>
    expect(namedBy("standard-time", form(false))).toEqual([["both"], ["check"], ["write"]]));

  it("has nothing to say where each has one", () =>
    expect(namedBy("standard-time", form(true, "all"))).toEqual([]));
});
