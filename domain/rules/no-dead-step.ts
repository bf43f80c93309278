import { kindOf } from "../kinds/node-kinds.js";
import { reachable } from "../sop/reachable.js";
import type { Rule } from "./rule.js";
import { beforeSoundness, soundnessFindings } from "./soundness-findings.js";

/** Every step and every outcome is come to by some case; that arrows lead there is another rule's. */
export const noDeadStep: Rule = {
  name: "no-dead-step",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check(graph, { edgesFrom }) {
    return soundnessFindings("no-dead-step", graph).flatMap((found) => {
      const start = graph.nodes.find((node) => kindOf(node).begins);
      const led = reachable(start ? [start.key] : [], (node) =>
        edgesFrom(node).map(({ to }) => to),
      );
      const nodeKeys = found.nodeKeys.filter((key) => led.has(key));
      return nodeKeys.length + found.edgeKeys.length > 0 ? [{ ...found, nodeKeys }] : [];
    });
  },
};
