import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

/**
 * Cases do not call other SOPs yet, and one that stopped at its connector for ever must not be
 * started. See docs/decisions/0003.
 */
export const connectorRuns: Rule = {
  name: "connector-runs",
  check: (graph) =>
    graph.nodes
      .filter((node) => kindOf(node).opens(node) === "CALL")
      .map((node) => problem("connector-runs", { nodeKeys: [node.key] })),
};
