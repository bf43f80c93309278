import { addJoin, joinEnds } from "./mend-joins.js";
import type { Rule } from "./rule.js";
import { beforeSoundness, soundnessFindings } from "./soundness-findings.js";

/** When the end is reached, nothing of the case is left open. */
export const properCompletion: Rule = {
  name: "proper-completion",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check: (graph) => soundnessFindings("proper-completion", graph),
  cures: (...of) => [...addJoin(...of), ...joinEnds(...of)],
};
