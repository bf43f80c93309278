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
  cures({ laneKeys }, graph, _, context) {
    const lane = graph.lanes.find(({ key }) => key === laneKeys[0]);
    const holder = lane === undefined ? null : context.holderOf(lane.name);
    if (lane === undefined || holder === null) return [];
    const value = { ...lane, binding: holder.binding };
    return [
      {
        name: "bind-lane",
        params: { holder: holder.name },
        edits: [{ op: "UPDATE", in: "lanes", key: lane.key, value }],
      },
    ];
  },
};
