import { hasNumberedStep, lanesInUse } from "./idle-lane.js";
import { bindLane } from "./mend-lanes.js";
import { finding, type Rule } from "./rule.js";

/**
 * A lane without anything in it that leads to nobody; one with a symbol in it breaks `bound-lane`. Like
 * `idle-lane` it waits for the first step: lanes are added one after the other, and bound then. It
 * speaks beside `idle-lane`, which an office may have switched off: the one asks whether the lane is
 * needed, the other who works in it.
 */
export const unboundLane: Rule = {
  name: "unbound-lane",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    if (!hasNumberedStep(graph)) return [];
    const used = lanesInUse(graph);
    return graph.lanes
      .filter(({ key, binding }) => binding === null && !used.has(key))
      .map(({ key, name }) => finding("unbound-lane", { laneKeys: [key], params: { lane: name } }));
  },
  cures: ({ laneKeys }, _, { lanes }, context) =>
    laneKeys.flatMap((key) => lanes.get(key) ?? []).flatMap((lane) => bindLane(lane, context)),
};
