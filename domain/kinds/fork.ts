import type { KindDefinition } from "./kind-definition.js";

/** Bar: every branch starts. */
export const fork: KindDefinition = {
  kind: "fork",
  symbol: "bar",
  standsInRow: false,
  isNumbered: () => false,
  parts: { min: 0, max: 0 },
  edgesIn: { min: 1, max: null },
  edgesOut: { min: 2, max: null },
  namesOutcomes: false,
  begins: false,
  ends: false,
  waitsForAll: false,
  opens: () => "NOTHING",
  leaves: "EVERY_EDGE",
};
