import { expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument } from "../../../domain/index.js";
import { placeRows, timeRows } from "./rows-changes.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["split", "fork", []],
    ["write", "activity", ["a", "b"]],
    ["check", "decision", ["b"]],
  ],
  [],
);
const keys = graph.nodes.map(({ key }) => key);
const after = (edits: Parameters<typeof applyEdits>[1]) => {
  const result = applyEdits({ ...emptyDocument, graph }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph.nodes;
};

it("puts every row that stands in a lane into this one", () => {
  expect(after(placeRows(graph, keys, "b")).map(({ parts }) => parts.map((p) => p.lane))).toEqual([
    ["b"],
    [],
    ["b"],
    ["b"],
  ]);
  expect(placeRows(graph, ["check"], "b")).toEqual([]);
});

it("gives a time to those with work in them", () => {
  const time = { value: 15, unit: "MINUTE" as const };
  const times = after(timeRows(graph, keys, time)).map(({ standardTime }) => standardTime);
  expect(times).toEqual([null, null, time, time]);
});
