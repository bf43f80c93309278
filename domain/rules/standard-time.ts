import { kindOf } from "../kinds/node-kinds.js";
import { requesterLaneKeys, isRequesters } from "./requester-lanes.js";
import { finding, type Rule } from "./rule.js";

/**
 * Work of the office without a standard time has no deadline, and nobody can be told how long the
 * whole takes. The requester's own time is nobody's standard, and a connector takes as long as the
 * SOP that it runs. A capsule with work in it is a step like any other.
 */
export const standardTime: Rule = {
  name: "standard-time",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    const requesters = requesterLaneKeys(graph);
    return graph.nodes
      .filter(
        (node) =>
          node.standardTime === null &&
          kindOf(node).opens(node) === "TASKS" &&
          !isRequesters(node, requesters),
      )
      .map(({ key }) => finding("standard-time", { nodeKeys: [key] }));
  },
};
