import { leaveLoop } from "./leave-loop.js";
import { loopsWithoutExit } from "./loops-without-exit.js";
import { finding, type Rule } from "./rule.js";

/**
 * A loop that no arrow leads out of: once in it, a case goes round for ever. One finding names the
 * whole loop. That it cannot be enacted, `option-to-complete` says, with the run that leads into it;
 * `reaches-end` leaves out what this rule names and what leads only there.
 */
export const loopExit: Rule = {
  name: "loop-exit",
  level: "WARNING",
  isSwitchable: true,
  check: (graph, index) =>
    loopsWithoutExit(graph, index).map((nodeKeys) =>
      finding("loop-exit", { nodeKeys, params: { steps: nodeKeys.length } }),
    ),
  cures: ({ nodeKeys }, graph, index, context) => leaveLoop(graph, index, nodeKeys, context),
};
