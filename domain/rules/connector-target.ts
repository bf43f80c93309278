import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

/** A connector says which SOP it runs. */
export const connectorTarget: Rule = {
  name: "connector-target",
  check: (graph) =>
    graph.nodes
      .filter((node) => kindOf(node).opens(node) === "CALL" && node.call === null)
      .map((node) => problem("connector-target", { nodeKeys: [node.key] })),
};
