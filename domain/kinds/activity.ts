import type { KindDefinition } from "./kind-definition.js";

/** Box: work in one lane, or in several that each do their part. */
export const activity: KindDefinition = {
  kind: "activity",
  symbol: "box",
  standsInRow: true,
  isNumbered: () => true,
  parts: { min: 1, max: null },
  edgesIn: { min: 1, max: null },
  edgesOut: { min: 1, max: 1 },
  namesOutcomes: false,
  begins: false,
  ends: false,
  waitsForAll: false,
  opens: () => "TASKS",
  leaves: "EVERY_EDGE",
};
