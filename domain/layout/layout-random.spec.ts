import { expect, it } from "vitest";
import { layout } from "./layout.js";
import { layoutQuality } from "../../test/layout/layout-quality.js";
import { defaultMetrics } from "./metrics.js";
import { randomSop } from "../../test/layout/random-sop.js";

const faultless = {
  hits: 0,
  overlaps: 0,
  touches: 0,
  oblique: 0,
  labelHits: 0,
  strays: 0,
  onBorders: 0,
};

it("draws 200 random SOPs without a line on a symbol, a line or a label", () => {
  let crossings = 0;
  let edges = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const graph = randomSop(seed, 20 + (seed % 41));
    const form = layout(graph, defaultMetrics);
    const quality = layoutQuality(form);
    expect({ seed, ...quality }).toMatchObject({ seed, ...faultless });
    expect(form.paths).toHaveLength(graph.edges.length);
    crossings += quality.crossings;
    edges += graph.edges.length;
  }
  // Far above what it takes today: a guard against a router that stops looking.
  expect(crossings / edges).toBeLessThan(0.2);
}, 30_000);

it("draws the same form from the same graph", () => {
  const graph = randomSop(11, 40);
  expect(layout(graph, defaultMetrics)).toEqual(layout(structuredClone(graph), defaultMetrics));
});
