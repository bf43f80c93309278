import { expect, it } from "vitest";
import {
  buildGraph,
  findDrawingProblems,
  type Graph,
  isError,
  type Problem,
  type RuleLevels,
  type RuleName,
} from "../../../domain/index.js";
import { firstGroups, groupProblems } from "./group-problems.js";

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
    [{ type: "node", key: "lost" }, ["lost"]],
    [{ type: "node", key: "end" }, ["end"]],
    [{ type: "rows", rule: "reachable-from-start", follows: true }, ["end"]],
    [{ type: "rows", rule: "reaches-end", follows: true }, ["start", "write", "lost"]],
  ]);
});

it("says of rows that no case comes to that this follows only where it does", () => {
  const graph = buildGraph(
    [
      ["start", "start", ["a"]],
      ["write", "activity", ["a"]],
      ["here", "activity", ["a"]],
      ["there", "decision", ["a"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "write"],
      ["write", "end"],
      ["here", "there"],
      ["there", "here", "Tidak"],
      ["there", "end", "Ya"],
    ],
  );
  expect(groupProblems(graph, errorsOf(graph)).map(({ place }) => place)).toEqual([
    { type: "rows", rule: "reachable-from-start", follows: false },
  ]);
});

/** So many steps in a row, none with a standard time, the first few with the text of an approval. */
function untimed(count: number, approvals = 0): Graph {
  const keys = Array.from({ length: count }, (_, at) => `step${at + 1}`);
  const all = ["start", ...keys, "end"];
  return buildGraph(
    [
      ["start", "start", ["a"]],
      ...keys.map(
        (key, at) =>
          [
            key,
            "activity",
            ["a"],
            { text: at < approvals ? "Menyetujui surat" : "Menulis surat", standardTime: null },
          ] as const,
      ),
      ["end", "end", ["a"]],
    ],
    all.slice(1).map((key, at) => [all[at]!, key] as const),
  );
}

const warningsOf = (graph: Graph, levels: RuleLevels = {}): Problem[] =>
  findDrawingProblems(graph, levels).filter((one) => !isError(one));

const told = (graph: Graph, problems: readonly Problem[]) =>
  groupProblems(graph, problems).map(
    ({ place, problems: own }) =>
      [
        place.type === "alike" ? `alike ${place.rule}` : "key" in place ? place.key : place.type,
        own.map(({ nodeKeys }) => nodeKeys[0]),
      ] as const,
  );

it("tells once what is advised of three rows or more, after what is said of single ones", () => {
  const graph = untimed(4, 1);
  expect(told(graph, warningsOf(graph))).toEqual([
    ["step1", ["step1"]],
    ["alike standard-time", ["step1", "step2", "step3", "step4"]],
  ]);
});

it("leaves two where they stand", () => {
  const graph = untimed(2);
  expect(told(graph, warningsOf(graph))).toEqual([
    ["step1", ["step1"]],
    ["step2", ["step2"]],
  ]);
});

it("leaves errors at their steps, and each kind of advice by itself", () => {
  const graph = untimed(3, 3);
  const strict = findDrawingProblems(graph, { "standard-time": "ERROR" });
  expect(told(graph, strict.filter(isError))).toEqual([
    ["step1", ["step1"]],
    ["step2", ["step2"]],
    ["step3", ["step3"]],
  ]);
  const rules: RuleName[] = ["approval-refusal", "standard-time"];
  expect(told(graph, warningsOf(graph)).map(([place]) => place)).toEqual(
    rules.map((rule) => `alike ${rule}`),
  );
});

it("tells lanes once as well", () => {
  const graph = untimed(1);
  const idle = ["b", "c", "d"].map((key) => ({ key, name: key, binding: null }));
  const wide = { ...graph, lanes: [...graph.lanes, ...idle] };
  const groups = groupProblems(wide, warningsOf(wide));
  expect(groups.map(({ place, problems }) => [place.type, problems.length])).toEqual([
    ["node", 1],
    ["alike", 3],
    ["alike", 3],
  ]);
});

it("shows of a long list the first sentences, and one for many alike counts once", () => {
  const graph = untimed(40, 2);
  const groups = groupProblems(graph, warningsOf(graph));
  expect(groups.map(({ problems }) => problems.length)).toEqual([1, 1, 40]);
  expect(firstGroups(groups, 3)).toEqual(groups);
  expect(firstGroups(groups, 2)).toEqual(groups.slice(0, 2));
});
