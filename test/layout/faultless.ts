import type { LayoutQuality } from "./layout-quality.js";

/** What every form must be: no arrow on a symbol, an arrow or a label, each loop in a gutter. */
export const faultless = {
  hits: 0,
  overlaps: 0,
  touches: 0,
  oblique: 0,
  labelHits: 0,
  loopsInLanes: 0,
  strays: 0,
  onBorders: 0,
} as const satisfies Partial<LayoutQuality>;
