import { expect, it } from "vitest";
import { buildGraph, type Graph, type GraphNode } from "../../../domain/index.js";
import { isSameFlow } from "./is-same-flow.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["check", "decision", ["b"]],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "check"],
    ["check", "end", "Ya"],
    ["check", "start", "Tidak"],
  ],
);

const changed = (change: Partial<GraphNode>): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.key === "check" ? { ...node, ...change } : node)),
});

it("is the same whatever is written on the form", () => {
  const renamed: Graph = {
    ...changed({ text: "x", remarks: "y", standardTime: { value: 1, unit: "HOUR" } }),
    lanes: graph.lanes.map((lane) => ({ ...lane, name: "z", binding: null })),
    edges: graph.edges.map((edge) => ({ ...edge, outcome: "w" })),
  };
  expect(isSameFlow(graph, renamed)).toBe(true);
});

it("is another once a case can go or wait otherwise, or needs other papers", () => {
  const others: Graph[] = [
    changed({ kind: "activity" }),
    changed({ parts: [{ lane: "a", label: null }] }),
    changed({ mode: "ANY" }),
    changed({ work: true }),
    changed({ outputs: ["letter"] }),
    changed({ requirements: [{ text: "", output: "letter" }] }),
    changed({ call: { sop: "1", waits: true } }),
    { ...graph, edges: graph.edges.slice(1) },
    { ...graph, edges: graph.edges.map((edge) => ({ ...edge, to: "end" })) },
    { ...graph, nodes: graph.nodes.toReversed() },
  ];
  expect(others.map((other) => isSameFlow(graph, other))).toEqual(others.map(() => false));
});
