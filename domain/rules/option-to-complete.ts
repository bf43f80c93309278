import { loosenJoin } from "./mend-joins.js";
import type { Rule } from "./rule.js";
import { soundnessFindings } from "./soundness-findings.js";

/** From wherever a case comes to, it can come to an end: nothing waits for what never comes. */
export const optionToComplete: Rule = {
  name: "option-to-complete",
  level: "ERROR",
  check: (graph) => soundnessFindings("option-to-complete", graph),
  cures: (found, _, index) => loosenJoin(found, index),
};
