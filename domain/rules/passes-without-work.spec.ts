import { expect, test } from "vitest";
import { buildGraph, type NodeRow } from "../sop/build-graph.js";
import { callsAtOnce } from "./passes-without-work.js";

const call = (key: string, waits: boolean): NodeRow => [
  key,
  "connector",
  ["a"],
  { call: { sop: "x", waits } },
];

test("names the connectors before any work, also behind those that do not wait", () => {
  const graph = buildGraph(
    [
      ["s", "start", ["a"]],
      ["f", "fork", []],
      call("c1", false),
      call("c2", true),
      call("c3", false),
      ["w", "activity", ["a"]],
      call("c4", false),
      ["j", "join", []],
      call("c5", false),
      ["e", "end", ["a"]],
    ],
    [
      ["s", "f"],
      ["f", "c1"],
      ["c1", "c2"],
      ["c2", "c3"],
      ["c3", "j"],
      ["f", "w"],
      ["w", "c4"],
      ["c4", "j"],
      ["j", "c5"],
      ["c5", "e"],
    ],
  );
  expect([...callsAtOnce(graph)]).toEqual(["c1", "c2"]);
});

test("goes past a join once every branch that it waits for is without work", () => {
  const graph = buildGraph(
    [
      ["s", "start", ["a"]],
      ["f", "fork", []],
      call("c1", false),
      call("c2", false),
      ["j", "join", []],
      call("c3", false),
      ["e", "end", ["a"]],
    ],
    [
      ["s", "f"],
      ["f", "c1"],
      ["f", "c2"],
      ["c1", "j"],
      ["c2", "j"],
      ["j", "c3"],
      ["c3", "e"],
    ],
  );
  expect([...callsAtOnce(graph)]).toEqual(["c1", "c2", "c3"]);
});
