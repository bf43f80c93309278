import { describe, expect, it } from "vitest";
import { layoutQuality } from "../../test/layout/layout-quality.js";
import { randomSop } from "../../test/layout/random-sop.js";
import { sketchGraph } from "../../test/layout/sketch-graph.js";
import type { Graph, NodeKind } from "../sop/graph.js";
import { emptyGraph } from "../sop/graph.js";
import { layout } from "./layout.js";
import { defaultMetrics } from "./metrics.js";

const draw = (graph: Graph) => layout(graph, defaultMetrics);

const faults = (graph: Graph): number => {
  const { hits, overlaps, touches, oblique, labelHits } = layoutQuality(draw(graph));
  return hits + overlaps + touches + oblique + labelHits;
};

describe("broken graphs", () => {
  it("are drawn as far as they go", () => {
    expect(draw(emptyGraph)).toMatchObject({ rows: [], symbols: [], paths: [] });
    const noLanes = draw({ ...sketchGraph("a", ["x activity a", "f fork"], "x>f"), lanes: [] });
    expect(noLanes).toMatchObject({ symbols: [], paths: [] });
    expect(noLanes.rows).toHaveLength(1);
    expect(draw(sketchGraph("a b", [], "x>y")).rows).toEqual([]);
    expect(draw(sketchGraph("a", ["f fork", "j join"], "f>j")).symbols).toEqual([]);
  });

  it("leave dangling edges without a path", () => {
    const form = draw(sketchGraph("a", ["x activity a", "y activity a"], "x>y x>lost lost>y"));
    expect(form.paths.map(({ edge }) => edge)).toEqual(["e0"]);
  });

  it("leave a node in an unknown lane without a symbol, but with its row", () => {
    const form = draw(
      sketchGraph("a", ["x activity a", "y activity lost", "z end a"], "x>y y>z x>z"),
    );
    expect(form.rows).toHaveLength(3);
    expect(form.symbols.map(({ node }) => node)).toEqual(["x", "z"]);
    expect(form.paths.map(({ edge }) => edge)).toEqual(["e2"]);
  });

  it("give the edges of two nodes with one key to the first", () => {
    const graph = sketchGraph(
      "a a b",
      ["x activity a", "x activity b", "y activity a+a"],
      "x>y x>x",
    );
    const form = draw(graph);
    expect(form.rows).toHaveLength(3);
    expect(form.symbols).toHaveLength(3);
    expect(form.paths).toHaveLength(2);
    expect(faults(graph)).toBe(0);
  });

  it("take keys that are names of object members", () => {
    const graph = sketchGraph(
      "__proto__ constructor",
      ["__proto__ activity constructor", "toString activity __proto__"],
      "__proto__>toString toString>__proto__",
    );
    expect(draw(graph).paths).toHaveLength(2);
    expect(faults(graph)).toBe(0);
  });

  it("draw an unknown kind as a box", () => {
    const form = draw(sketchGraph("a", [`x ${"toString" satisfies string as NodeKind} a`], ""));
    expect(form.symbols[0]!.shape).toBe("box");
  });

  it("draw loops on bars, and edges between bars only", () => {
    const graph = sketchGraph(
      "a b c",
      ["f fork", "x activity b", "g fork", "j join", "y activity a"],
      "f>f f>g g>f j>g x>f y>j j>j f>x",
    );
    expect(draw(graph).paths).toHaveLength(8);
    expect(faults(graph)).toBe(0);
  });

  it("survive a decision in several lanes", () => {
    expect(
      faults(
        sketchGraph("a b c", ["x activity a", "d decision a+c", "y end b"], "x>d d>y:Ya d>x:Tidak"),
      ),
    ).toBe(0);
  });

  it("survive texts of any kind and length", () => {
    const graph = sketchGraph("a b", ["x decision a", "y activity b"], "x>y:Ya x>x:Tidak");
    for (const text of [
      "",
      "\u202Eكتاب\u200F",
      "👩‍👩‍👧".repeat(400),
      "x".repeat(10_000),
      "a ".repeat(5_000),
    ]) {
      const named = {
        ...graph,
        lanes: graph.lanes.map((lane) => ({ ...lane, name: text })),
        nodes: graph.nodes.map((node) => ({ ...node, text })),
        edges: graph.edges.map((edge) => ({ ...edge, outcome: text })),
      };
      const form = draw(named);
      expect(Number.isFinite(form.height)).toBe(true);
      expect(faults(named)).toBe(0);
    }
  });
});

describe("many symbols and edges", () => {
  it("lays out 300 steps at once", () => {
    const graph = randomSop(300, 300);
    expect(faults(graph)).toBe(0);
    const started = performance.now();
    draw(graph);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("stands 300 edges into one symbol and out of one", () => {
    const nodes = Array.from({ length: 300 }, (_, at) => `n${at} activity ${"abc"[at % 3]}`);
    const into = nodes.map((_, at) => `n${at}>n150`).join(" ");
    const out = nodes.map((_, at) => `n150>n${at}`).join(" ");
    const started = performance.now();
    for (const edges of [into, out]) {
      expect(layoutQuality(draw(sketchGraph("a b c", nodes, edges)))).toMatchObject({ oblique: 0 });
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
