import { lanesInUse } from "./idle-lane.js";
import { bindLane } from "./mend-lanes.js";
import { finding, type Rule } from "./rule.js";

/** A lane without anything in it that leads to nobody; one with a symbol in it breaks `bound-lane`. */
export const unboundLane: Rule = {
  name: "unbound-lane",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    const used = lanesInUse(graph);
    return graph.lanes
      .filter(({ key, binding }) => binding === null && !used.has(key))
      .map(({ key, name }) => finding("unbound-lane", { laneKeys: [key], params: { lane: name } }));
  },
  cures: ({ laneKeys }, _, { lanes }, context) =>
    laneKeys.flatMap((key) => lanes.get(key) ?? []).flatMap((lane) => bindLane(lane, context)),
};
