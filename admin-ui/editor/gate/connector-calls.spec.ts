import { describe, expect, it } from "vitest";
import { buildGraph, type Graph, type GraphNode } from "../../../domain/index.js";
import { callCheckOf, connectorCalls, connectorProblem } from "./connector-calls.js";

const call = (sop: string, waits = true) => ({ call: { sop, waits } });

/** Two connectors, one behind the other, the first of them where a case begins. */
const drawn = buildGraph(
  [
    ["start", "start", ["a"]],
    ["one", "connector", ["a"], call("x")],
    ["two", "connector", ["a"], call("y")],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "one"],
    ["one", "two"],
    ["two", "end"],
  ],
);
const changed = (key: string, part: Partial<GraphNode>): Graph => ({
  ...drawn,
  nodes: drawn.nodes.map((node) => (node.key === key ? { ...node, ...part } : node)),
});
const problemOf = (node: string) =>
  connectorProblem({ rule: "connector-cycle", nodeIds: [node], sopTitles: ["A", "B", "A"] });

describe("the calls of a drawing", () => {
  it("change with what is run, how, and whether at once, and with nothing that is written", () => {
    const before = connectorCalls(drawn);
    expect([...before.keys()]).toEqual(["one", "two"]);
    expect(connectorCalls(changed("one", { text: "Menjalankan SOP lain" }))).toEqual(before);
    const others = [
      changed("one", call("z")),
      changed("one", call("x", false)),
      changed("one", { call: null }),
      { ...drawn, nodes: drawn.nodes.filter(({ key }) => key !== "two") },
    ].map((graph) => connectorCalls(graph));
    for (const other of others) expect(other).not.toEqual(before);
    // With nobody to wait for, the second is come to in the same moment as the first.
    const passed = connectorCalls(changed("one", call("x", false)));
    expect(passed.get("two")).not.toBe(before.get("two"));
  });

  it("are none of what only looks like a connector, nor of no drawing", () => {
    expect(connectorCalls(changed("one", { kind: "activity" })).size).toBe(1);
    expect(connectorCalls(null).size).toBe(0);
  });
});

describe("what is known of them", () => {
  const calls = connectorCalls(drawn);
  const problems = [...problemOf("one"), ...problemOf("two")];
  const told = { answer: { calls, problems }, hasFailed: false };

  it("is what the server said of these calls", () => {
    expect(callCheckOf(calls, told)).toEqual({ state: "told", problems });
    expect(callCheckOf(calls, { ...told, hasFailed: true }).state).toBe("told");
  });

  it("is of an older answer only what is said of connectors that run the same in the same way", () => {
    for (const part of [call("z"), call("y", false), { call: null }, { kind: "activity" as const }])
      expect(callCheckOf(connectorCalls(changed("two", part)), told).problems).toEqual(
        problemOf("one"),
      );
    const without = { ...drawn, nodes: drawn.nodes.filter(({ key }) => key !== "two") };
    expect(callCheckOf(connectorCalls(without), told)).toEqual({
      state: "told",
      problems: problemOf("one"),
    });
    expect(callCheckOf(connectorCalls(changed("two", call("z"))), told).state).toBe("checking");
  });

  it("is nothing before the server has said it, and while it does not", () => {
    const nothing = { answer: null, hasFailed: false };
    expect(callCheckOf(calls, nothing)).toEqual({ state: "checking", problems: [] });
    expect(callCheckOf(calls, { ...nothing, hasFailed: true }).state).toBe("failed");
    expect(callCheckOf(connectorCalls(null), nothing).state).toBe("told");
  });
});

it("takes over the problems for which there are words", () => {
  const [problem] = problemOf("one");
  expect(problem).toMatchObject({
    rule: "connector-cycle",
    level: "ERROR",
    nodeKeys: ["one"],
    params: { titles: "“A” → “B” → “A”", count: 3 },
  });
  const long = { rule: "connector-chain", nodeIds: ["one"], sopTitles: ["A", "…", "A"] };
  expect(connectorProblem(long)[0]?.params["titles"]).toBe("“A” → … → “A”");
  expect(connectorProblem({ rule: "connector-later", nodeIds: [], sopTitles: [] })).toEqual([]);
});
