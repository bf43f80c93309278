import type { KindDefinition } from "./kind-definition.js";

/** Capsule: where a case begins. With `work` it is a numbered step of its own. */
export const start: KindDefinition = {
  kind: "start",
  symbol: "capsule",
  standsInRow: true,
  isNumbered: (node) => node.work,
  parts: { min: 1, max: 1 },
  edgesIn: { min: 0, max: 0 },
  edgesOut: { min: 1, max: 1 },
  namesOutcomes: false,
  begins: true,
  ends: false,
  waitsForAll: false,
  opens: (node) => (node.work ? "TASKS" : "NOTHING"),
  leaves: "EVERY_EDGE",
};
