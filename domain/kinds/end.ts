import type { KindDefinition } from "./kind-definition.js";

/** Capsule: where a token ends. With `work` its token ends when the task is done. */
export const end: KindDefinition = {
  kind: "end",
  symbol: "capsule",
  standsInRow: true,
  isNumbered: (node) => node.work,
  parts: { min: 1, max: 1 },
  edgesIn: { min: 1, max: null },
  edgesOut: { min: 0, max: 0 },
  namesOutcomes: false,
  begins: false,
  ends: true,
  waitsForAll: false,
  opens: (node) => (node.work ? "TASKS" : "NOTHING"),
  leaves: "EVERY_EDGE",
};
