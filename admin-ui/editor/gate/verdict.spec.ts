import { expect, it } from "vitest";
import {
  buildGraph,
  findDrawingProblems,
  type Graph,
  type Problem,
} from "../../../domain/index.js";
import type { CallCheck } from "./connector-calls.js";
import type { FlowCheck } from "./flow-checker.js";
import { answerFlow } from "./gate-questions.js";
import { problemsOf, verdictOf } from "./verdict.js";

const rows = [
  ["start", "start", ["a"]],
  ["check", "decision", ["b"]],
  ["one", "activity", ["a"]],
  ["two", "activity", ["b"]],
  ["join", "join", []],
  ["send", "activity", ["a"]],
  ["end", "end", ["a"]],
] as const;

/** A decision where a fork belongs, before a join. */
const stuck = buildGraph(rows, [
  ["start", "check"],
  ["check", "one", "Ya"],
  ["check", "two", "Tidak"],
  ["one", "join"],
  ["two", "join"],
  ["join", "send"],
  ["send", "end"],
]);

/** The same with the join passed by. */
const loose: Graph = {
  ...stuck,
  nodes: stuck.nodes.filter(({ key }) => key !== "join"),
  edges: stuck.edges
    .filter(({ from }) => from !== "join")
    .map((edge) => (edge.to === "join" ? { ...edge, to: "send" } : edge)),
};

const told = (graph: Graph): FlowCheck => ({
  state: "told",
  answer: answerFlow({ ask: "flow", graph, levels: {} }),
});
const noCalls: CallCheck = { state: "told", problems: [] };
const verdict = (graph: Graph, check = told(graph), calls = noCalls) =>
  verdictOf(findDrawingProblems(graph), check, calls);

it("is proven only once nothing stands against it", () => {
  expect(verdict(loose)).toBe("sound");
  const unbound = { ...loose, lanes: loose.lanes.map((lane) => ({ ...lane, binding: null })) };
  expect(verdict(unbound)).toBe("unfinished");
  expect(verdict({ ...loose, edges: loose.edges.slice(1) })).toBe("unfinished");
});

it("says that a case gets stuck even where the drawing has other faults", () => {
  expect(verdict(stuck)).toBe("stuck");
  const unbound = { ...stuck, lanes: stuck.lanes.map((lane) => ({ ...lane, binding: null })) };
  expect(verdict(unbound)).toBe("stuck");
});

it("says that a case goes astray where it does not get stuck", () => {
  const forked: Graph = {
    ...loose,
    nodes: loose.nodes.map((node) =>
      node.key === "check" ? { ...node, kind: "fork", parts: [], text: "" } : node,
    ),
    edges: loose.edges.map((edge) => ({ ...edge, outcome: null })),
  };
  expect(verdict(forked)).toBe("astray");
});

it("claims nothing while it is checked, or where it cannot be told", () => {
  const { answer } = told(loose);
  expect(verdict(loose, { state: "checking", answer })).toBe("checking");
  expect(verdict(loose, { state: "failed", answer: null })).toBe("unknown");
  const tooLarge = { problems: [], verdict: "INCONCLUSIVE", reason: "TOO_LARGE" } as const;
  expect(verdict(loose, { state: "told", answer: tooLarge })).toBe("unknown");
});

it("is flawed where cases come to an end, and yet something is wrong on their way", () => {
  const missing: Problem = {
    rule: "output-before-needed",
    level: "ERROR",
    nodeKeys: ["send"],
    edgeKeys: [],
    laneKeys: [],
    params: {},
    run: [],
  };
  const answer = { problems: [missing], verdict: "SOUND", reason: null } as const;
  expect(verdict(loose, { state: "told", answer })).toBe("flawed");
  const advice = { ...answer, problems: [{ ...missing, level: "WARNING" as const }] };
  expect(verdict(loose, { state: "told", answer: advice })).toBe("sound");
});

it("is not proven while other SOPs keep a connector from running, or the server has not said", () => {
  const cycle: Problem = {
    rule: "connector-cycle",
    level: "ERROR",
    nodeKeys: ["send"],
    edgeKeys: [],
    laneKeys: [],
    params: {},
    run: null,
  };
  const check = told(loose);
  expect(verdict(loose, check, { state: "told", problems: [cycle] })).toBe("miscalling");
  expect(verdict(loose, check, { state: "checking", problems: [cycle] })).toBe("miscalling");
  expect(verdict(loose, check, { state: "checking", problems: [] })).toBe("checking");
  expect(verdict(loose, check, { state: "failed", problems: [] })).toBe("unheard");
  // What is wrong with the drawing itself is told all the same.
  expect(verdict(stuck, told(stuck), { state: "failed", problems: [cycle] })).toBe("stuck");
  const open = { ...loose, edges: loose.edges.slice(1) };
  expect(verdict(open, told(open), { state: "checking", problems: [] })).toBe("unfinished");
});

it("keeps of an older drawing's problems only what is still on the form", () => {
  const { answer } = told(stuck);
  const old: FlowCheck = { state: "checking", answer };
  expect(problemsOf(stuck, [], old)).toEqual(answer?.problems);
  expect(problemsOf(loose, [], old).map(({ rule }) => rule)).not.toContain("option-to-complete");
});

it("tells a loop without a way out once, with all of its steps", () => {
  const graph = buildGraph(
    [
      ["start", "start", ["a"]],
      ["check", "decision", ["b"]],
      ["fix", "activity", ["a"]],
      ["again", "activity", ["b"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "check"],
      ["check", "end", "Ya"],
      ["check", "fix", "Tidak"],
      ["fix", "again"],
      ["again", "fix"],
    ],
  );
  const drawn = findDrawingProblems(graph);
  const ofLoop = (problems: readonly Problem[]) =>
    problems
      .filter(({ rule }) => rule === "loop-exit" || rule === "option-to-complete")
      .map(({ rule, nodeKeys }) => [rule, nodeKeys]);
  expect(ofLoop(drawn)).toEqual([["loop-exit", ["fix", "again"]]]);
  expect(ofLoop(problemsOf(graph, drawn, told(graph)))).toEqual([
    ["option-to-complete", ["fix", "again"]],
  ]);
});
