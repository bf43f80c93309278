import type { KindDefinition } from "./kind-definition.js";

/** Pentagon: runs another SOP, and waits for it or not. */
export const connector: KindDefinition = {
  kind: "connector",
  symbol: "pentagon",
  standsInRow: true,
  isNumbered: () => true,
  parts: { min: 1, max: 1 },
  edgesIn: { min: 1, max: null },
  edgesOut: { min: 1, max: 1 },
  namesOutcomes: false,
  begins: false,
  ends: false,
  waitsForAll: false,
  opens: () => "CALL",
  leaves: "EVERY_EDGE",
};
