import type { KindDefinition } from "./kind-definition.js";

/** Bar: goes on when each of its branches has arrived. */
export const join: KindDefinition = {
  kind: "join",
  symbol: "bar",
  standsInRow: false,
  isNumbered: () => false,
  parts: { min: 0, max: 0 },
  edgesIn: { min: 2, max: null },
  edgesOut: { min: 1, max: 1 },
  namesOutcomes: false,
  begins: false,
  ends: false,
  waitsForAll: true,
  opens: () => "NOTHING",
  leaves: "EVERY_EDGE",
};
