import { describe, expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument, type DocumentEdit } from "../../../domain/index.js";
import { firstStep } from "./first-step.js";
import { placeInLane, shiftRows } from "./place-steps.js";
import { setArrows, targetOf } from "./arrow-changes.js";
import { removeSteps } from "./remove-steps.js";
import { emptyGraph, findProblems, isError, makeNode, type Graph } from "../../../domain/index.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["one", "activity", ["a"]],
    ["two", "decision", ["b"]],
    ["three", "activity", ["c"]],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "one"],
    ["one", "two"],
    ["two", "three", "Ya"],
    ["two", "one", "Tidak"],
    ["three", "end"],
  ],
);

function after(edits: readonly DocumentEdit[], from: Graph = graph): Graph {
  const result = applyEdits({ ...emptyDocument, graph: from }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}

const order = (of: Graph): string[] => of.nodes.map(({ key }) => key);

describe("shiftRows", () => {
  it("moves rows together, by one place", () => {
    expect(order(after(shiftRows(graph, ["one", "two"], 1)))).toEqual([
      "start",
      "three",
      "one",
      "two",
      "end",
    ]);
    expect(order(after(shiftRows(graph, ["three"], -1)))).toEqual([
      "start",
      "one",
      "three",
      "two",
      "end",
    ]);
  });

  it("leaves them where the form ends", () => {
    expect(shiftRows(graph, ["start", "one"], -1)).toEqual([]);
    expect(shiftRows(graph, ["end"], 1)).toEqual([]);
  });
});

describe("placeInLane", () => {
  const lanes = (key: string, lane: string, together: boolean): string[] => {
    const node = graph.nodes.find((one) => one.key === key)!;
    const next = after(placeInLane(graph, node, lane, together));
    return next.nodes.find((one) => one.key === key)!.parts.map((part) => part.lane);
  };

  it("moves the symbol, or adds another box to an activity", () => {
    expect(lanes("three", "a", false)).toEqual(["a"]);
    expect(lanes("three", "a", true)).toEqual(["a", "c"]);
    expect(lanes("two", "a", true)).toEqual(["a"]);
    expect(lanes("three", "c", true)).toEqual(["c"]);
  });
});

describe("arrows", () => {
  const find = (typed: string) => targetOf(graph, "two", typed, ({ kind }) => kind);

  it("lead to a row by its number or by its words", () => {
    expect(find("3")).toBe("three");
    expect(find(" 1. ")).toBe("one");
    expect(find("EN")).toBe("end");
    expect(find("9")).toBeNull();
    expect(find("start")).toBeNull();
    expect(find("")).toBeNull();
  });

  it("are changed, added and taken away as they are wanted", () => {
    const yes = graph.edges[2]!;
    const wanted = [
      { ...yes, outcome: "Setuju" },
      { key: "new", from: "two", to: "end", outcome: "Batal" },
    ];
    const next = after(setArrows(graph, "two", wanted));
    expect(next.edges.filter(({ from }) => from === "two")).toEqual(wanted);
  });
});

it("removes several rows, and leads past them", () => {
  const next = after(removeSteps(graph, ["two", "three"]));
  expect(order(next)).toEqual(["start", "one", "end"]);
  expect(next.edges.map(({ from, to }) => `${from}>${to}`)).toEqual(["start>one", "one>end"]);
});

it("makes a whole form of the first step", () => {
  let count = 0;
  const create = (lane: string) =>
    makeNode({ key: "n", kind: "activity", text: "x", parts: [{ lane, label: null }] });
  const words = { lane: "Pelaksana", start: "Mulai", end: "Selesai" };
  const edits = firstStep(emptyGraph, create, words, () => `k${count++}`);
  const next = after(edits, emptyGraph);
  expect(next.nodes.map(({ kind }) => kind)).toEqual(["start", "activity", "end"]);
  expect(
    findProblems(next)
      .filter(isError)
      .map(({ rule }) => rule),
  ).toEqual(["bound-lane"]);
});
