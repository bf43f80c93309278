import { expect, it } from "vitest";
import type { FormLayout } from "../../domain/layout/form-layout.js";
import { layout } from "../../domain/layout/layout.js";
import { defaultMetrics } from "../../domain/layout/metrics.js";
import { faultless } from "./faultless.js";
import { type LayoutQuality, layoutQuality } from "./layout-quality.js";
import { loadLibavoidRouter } from "./libavoid-router.js";
import { randomSop } from "./random-sop.js";
import { withSmoothstepArrows } from "./smoothstep-router.js";

/** The judge's figures over the same seeded SOPs, added up, for arrows drawn as `router` does. */
function judge(count: number, router: (form: FormLayout) => FormLayout): LayoutQuality {
  const all = Array.from({ length: count }, (_, at) => {
    const form = layout(randomSop(at + 1, 20 + (at % 41)), defaultMetrics);
    return layoutQuality(router(form));
  });
  return all.reduce((sum, one) => {
    const added = Object.entries(one).map(([name, value]) => [
      name,
      sum[name as keyof LayoutQuality] + value,
    ]);
    return Object.fromEntries(added) as unknown as LayoutQuality;
  });
}

it("draws what React Flow's smoothstep would draw through symbols and over arrows", () => {
  const count = 60;
  const ours = judge(count, (form) => form);
  const theirs = judge(count, withSmoothstepArrows);
  expect(ours).toMatchObject(faultless);
  // Several arrows through symbols on every form.
  expect(theirs.hits).toBeGreaterThan(3 * count);
  expect(theirs.overlaps).toBeGreaterThan(3 * count);
  expect(theirs.crossings).toBeGreaterThan(3 * ours.crossings);
  expect(theirs.bends).toBeGreaterThan(2 * ours.bends);
}, 60_000);

it("draws fewer crossings and bends than libavoid, and no two arrows on one track", async () => {
  const count = 10;
  const ours = judge(count, (form) => form);
  const theirs = judge(count, await loadLibavoidRouter());
  expect(ours).toMatchObject(faultless);
  expect(theirs.hits).toBe(0);
  expect(theirs.overlaps + theirs.touches).toBeGreaterThan(0);
  expect(theirs.crossings).toBeGreaterThan(ours.crossings);
  expect(theirs.bends).toBeGreaterThan(1.3 * ours.bends);
}, 120_000);
