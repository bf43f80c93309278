import { soundnessFindings } from "./soundness-findings.js";
import type { Rule } from "./rule.js";

/** Every step and every outcome is come to by some case. */
export const noDeadStep: Rule = {
  name: "no-dead-step",
  level: "ERROR",
  waitsFor: ["reachable-from-start"],
  check: (graph) => soundnessFindings("no-dead-step", graph),
};
