import { expect, it } from "vitest";
import { buildGraph, defaultMetrics, layout, type Graph } from "../../../domain/index.js";
import { rememberedPathEdges, rememberedSymbolNodes } from "./flow-elements.js";
import { rememberedForm } from "./remembered-form.js";

const graph: Graph = buildGraph(
  [
    ["a", "start", ["l1"], { text: "Mulai" }],
    ["b", "activity", ["l2"], { text: "Memeriksa" }],
    ["c", "end", ["l1"], { text: "Selesai" }],
  ],
  [
    ["a", "b"],
    ["b", "c"],
  ],
);
const changed = (change: Partial<Graph["nodes"][number]>): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.key === "b" ? { ...node, ...change } : node)),
});

function elements() {
  const remember = rememberedForm();
  const nodesOf = rememberedSymbolNodes();
  const edgesOf = rememberedPathEdges();
  return (drawn: Graph, marks: Parameters<typeof nodesOf>[2] = null) => {
    const form = remember(layout(drawn, defaultMetrics));
    return { nodes: nodesOf(form, drawn, marks), edges: edgesOf(form) };
  };
}

it("gives React Flow the same lists while a text is typed that moves nothing", () => {
  const draw = elements();
  const before = draw(graph);
  const after = draw(changed({ text: "Memeriksa." }));
  expect(after.nodes).toBe(before.nodes);
  expect(after.edges).toBe(before.edges);
});

it("gives anew what a taller row has moved, and nothing else", () => {
  const draw = elements();
  const before = draw(graph);
  const after = draw(changed({ text: "Memeriksa kelengkapan berkas ".repeat(12) }));
  expect(after.nodes.map((node, at) => node === before.nodes[at])).toEqual([true, false, false]);
  expect(after.nodes[2]!.position.y).toBeGreaterThan(before.nodes[2]!.position.y);
  expect(after.edges[1]).not.toBe(before.edges[1]);
});

it("draws a step anew that became another kind or got a mark", () => {
  const draw = elements();
  draw(graph);
  const connector = draw(changed({ kind: "connector" }));
  expect(connector.nodes.map(({ data }) => data.kind)).toEqual(["start", "connector", "end"]);
  const marked = draw(graph, new Map([["b|l2", "here"]]));
  expect(marked.nodes.map(({ data }) => data.mark)).toEqual([null, "here", null]);
  expect(draw(graph).nodes[1]!.data.mark).toBeNull();
});
