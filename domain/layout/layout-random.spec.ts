import { expect, it } from "vitest";
import { faultless } from "../../test/layout/faultless.js";
import { layoutQuality } from "../../test/layout/layout-quality.js";
import { type RandomSopOptions, randomSop } from "../../test/layout/random-sop.js";
import { layout } from "./layout.js";
import { defaultMetrics, type Metrics } from "./metrics.js";

const narrow: Metrics = { ...defaultMetrics, columns: defaultMetrics.leastColumns };

interface Sample extends RandomSopOptions {
  readonly what: string;
  readonly count: number;
  readonly steps: number;
  readonly metrics: Metrics;
  /** Far above what it takes today: a guard against a router that stops looking. */
  readonly mostCrossings: number;
}

const samples: readonly Sample[] = [
  { what: "of any width", count: 150, steps: 40, metrics: defaultMetrics, mostCrossings: 0.15 },
  { what: "in one lane", count: 40, steps: 50, lanes: 1, metrics: narrow, mostCrossings: 0.25 },
  { what: "in two lanes", count: 40, steps: 50, lanes: 2, metrics: narrow, mostCrossings: 0.25 },
  { what: "in 12 lanes", count: 40, steps: 50, lanes: 12, metrics: narrow, mostCrossings: 0.15 },
  { what: "in 40 lanes", count: 20, steps: 60, lanes: 40, metrics: narrow, mostCrossings: 0.2 },
  { what: "of 300 steps", count: 4, steps: 300, lanes: 12, metrics: narrow, mostCrossings: 0.7 },
];

it.each(samples)(
  "draws $count random SOPs $what without a fault",
  (sample) => {
    let crossings = 0;
    let edges = 0;
    for (let seed = 1; seed <= sample.count; seed++) {
      const graph = randomSop(seed * 7919, sample.steps, sample);
      const form = layout(graph, sample.metrics);
      const quality = layoutQuality(form);
      expect({ seed, ...quality }).toMatchObject({ seed, ...faultless });
      expect(form.paths).toHaveLength(graph.edges.length);
      crossings += quality.crossings;
      edges += graph.edges.length;
    }
    expect(crossings / edges).toBeLessThan(sample.mostCrossings);
  },
  30_000,
);

it("draws the same form from the same graph", () => {
  const graph = randomSop(11, 40);
  expect(layout(graph, defaultMetrics)).toEqual(layout(structuredClone(graph), defaultMetrics));
});
