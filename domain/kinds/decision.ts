import type { KindDefinition } from "./kind-definition.js";

/** Diamond: work in one lane that ends in exactly one named outcome. */
export const decision: KindDefinition = {
  kind: "decision",
  symbol: "diamond",
  standsInRow: true,
  isNumbered: () => true,
  parts: { min: 1, max: 1 },
  edgesIn: { min: 1, max: null },
  edgesOut: { min: 2, max: null },
  namesOutcomes: true,
  begins: false,
  ends: false,
  waitsForAll: false,
  opens: () => "TASKS",
  leaves: "CHOSEN_EDGE",
};
