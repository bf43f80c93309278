import { unreachableNodes } from "../sop/reachable.js";
import type { Rule } from "./rule.js";
import { beforeSoundness, soundnessFindings } from "./soundness-findings.js";

/** Every step and every outcome is come to by some case; that arrows lead there is another rule's. */
export const noDeadStep: Rule = {
  name: "no-dead-step",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check(graph, index) {
    return soundnessFindings("no-dead-step", graph).flatMap((found) => {
      const lost = new Set(unreachableNodes(graph, index));
      const nodeKeys = found.nodeKeys.filter((key) => !lost.has(key));
      return nodeKeys.length + found.edgeKeys.length > 0 ? [{ ...found, nodeKeys }] : [];
    });
  },
};
