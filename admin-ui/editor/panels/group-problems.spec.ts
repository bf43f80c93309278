import { expect, it } from "vitest";
import { buildGraph, findDrawingProblems, type Graph, isError } from "../../../domain/index.js";
import { groupProblems, inOrderOfForm } from "./group-problems.js";

const errorsOf = (graph: Graph) => findDrawingProblems(graph).filter(isError);

it("puts problems where the form is read first: the whole, the lanes, the rows", () => {
  const built = buildGraph(
    [
      ["write", "activity", ["a"]],
      ["check", "decision", ["b"]],
    ],
    [["write", "check"]],
  );
  const graph = {
    ...built,
    lanes: built.lanes.map((lane) => (lane.key === "b" ? { ...lane, binding: null } : lane)),
  };
  const groups = groupProblems(graph, errorsOf(graph));
  expect(groups.map(({ place, problems }) => [place, problems.map(({ rule }) => rule)])).toEqual([
    [{ type: "form" }, ["one-start", "has-end"]],
    [{ type: "lane", key: "b" }, ["bound-lane"]],
    [{ type: "node", key: "write" }, ["edge-count"]],
    [{ type: "node", key: "check" }, ["edge-count"]],
  ]);
  const listed = inOrderOfForm(graph, errorsOf(graph).toReversed());
  expect(listed.map(({ rule, nodeKeys }) => [rule, nodeKeys[0]])).toEqual([
    ["has-end", undefined],
    ["one-start", undefined],
    ["bound-lane", "check"],
    ["edge-count", "write"],
    ["edge-count", "check"],
  ]);
});

it("puts last, and together, what only follows from a fault elsewhere", () => {
  const graph = buildGraph(
    [
      ["start", "start", ["a"]],
      ["write", "activity", ["a"]],
      ["lost", "activity", ["a"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "write"],
      ["write", "lost"],
    ],
  );
  const groups = groupProblems(graph, errorsOf(graph));
  expect(
    groups.map(({ place, problems }) => [place, problems.map(({ nodeKeys }) => nodeKeys[0])]),
  ).toEqual([
    [{ type: "node", key: "lost" }, ["lost", "lost"]],
    [{ type: "node", key: "end" }, ["end", "end"]],
    [{ type: "rows", rule: "reaches-end" }, ["start", "write"]],
  ]);
});
