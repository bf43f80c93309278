import { addJoin } from "./mend-joins.js";
import type { Rule } from "./rule.js";
import { beforeSoundness, soundnessFindings } from "./soundness-findings.js";

/** A step is never opened while the same step of the case is still open. */
export const oneToken: Rule = {
  name: "one-token",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check: (graph) => soundnessFindings("one-token", graph),
  cures: addJoin,
};
