import { expect, it } from "vitest";
import { randomSop } from "../../test/layout/random-sop.js";
import type { Graph, GraphNode } from "../sop/graph.js";
import { formGrid } from "./form-grid.js";
import { layout } from "./layout.js";
import { defaultMetrics } from "./metrics.js";
import { trackedRoutes } from "./tracked-routes.js";

const drawn = randomSop(5, 40, { lanes: 4 });
const routesOf = (graph: Graph) => trackedRoutes(graph.edges, formGrid(graph));
const withNode = (graph: Graph, at: number, change: Partial<GraphNode>): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node, index) => (index === at ? { ...node, ...change } : node)),
});
const step = drawn.nodes.findIndex(({ kind, parts }) => kind === "activity" && parts.length === 1);

it("leaves the arrows on their ways while a text is typed", () => {
  const before = routesOf(drawn);
  const typed = withNode(drawn, step, { text: "Memeriksa kelengkapan berkas permohonan" });
  expect(routesOf(typed)).toBe(before);
  expect(routesOf({ ...typed, edges: [...typed.edges] })).not.toBe(before);
});

it("draws what has changed under the same arrows as if it were drawn for the first time", () => {
  const lane = drawn.nodes[step]!.parts[0]!.lane;
  const otherLane = drawn.lanes.find(({ key }) => key !== lane)!.key;
  const [first, second, ...others] = drawn.nodes;
  const changed: Graph[] = [
    withNode(drawn, step, { text: "Memeriksa kelengkapan berkas permohonan ".repeat(5) }),
    withNode(drawn, step, { parts: [{ lane: otherLane, label: null }] }),
    withNode(drawn, step, {
      parts: [...drawn.nodes[step]!.parts, { lane: otherLane, label: null }],
    }),
    withNode(drawn, step, { kind: "decision" }),
    withNode(drawn, step, { key: "renamed" }),
    { ...drawn, nodes: [second!, first!, ...others] },
    { ...drawn, nodes: drawn.nodes.slice(0, -3) },
    { ...drawn, lanes: drawn.lanes.slice(1) },
    { ...drawn, lanes: drawn.lanes.toReversed() },
  ];
  for (const graph of changed) {
    // What is remembered is of this form when the other one is asked for.
    layout(drawn, defaultMetrics);
    expect(layout(graph, defaultMetrics)).toEqual(layout(structuredClone(graph), defaultMetrics));
  }
});
