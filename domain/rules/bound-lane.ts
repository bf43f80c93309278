import { bindLane } from "./mend-lanes.js";
import { finding, type Rule } from "./rule.js";

/** A lane with work in it must reach somebody: the holders of a position, or the requester. */
export const boundLane: Rule = {
  name: "bound-lane",
  level: "ERROR",
  check(graph) {
    return graph.lanes
      .filter((lane) => lane.binding === null)
      .map((lane) => ({
        lane,
        nodeKeys: graph.nodes
          .filter((node) => node.parts.some((part) => part.lane === lane.key))
          .map((node) => node.key),
      }))
      .filter(({ nodeKeys }) => nodeKeys.length > 0)
      .map(({ lane, nodeKeys }) =>
        finding("bound-lane", { laneKeys: [lane.key], nodeKeys, params: { lane: lane.name } }),
      );
  },
  cures: ({ laneKeys }, _, { lanes }, context) =>
    laneKeys.flatMap((key) => lanes.get(key) ?? []).flatMap((lane) => bindLane(lane, context)),
};
