import { leaveLoop } from "./leave-loop.js";
import { loopsWithoutExit } from "./loops-without-exit.js";
import { loosenJoin } from "./mend-joins.js";
import type { Rule } from "./rule.js";
import { beforeSoundness, soundnessFindings } from "./soundness-findings.js";

/** From wherever a case comes to, it can come to an end: nothing waits for what never comes. */
export const optionToComplete: Rule = {
  name: "option-to-complete",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check: (graph) => soundnessFindings("option-to-complete", graph),
  cures: (found, graph, index, context) => [
    ...loosenJoin(found, index),
    ...loopsWithoutExit(graph, index)
      .filter((loop) => loop.some((key) => found.nodeKeys.includes(key)))
      .flatMap((loop) => leaveLoop(graph, index, loop, context)),
  ],
};
