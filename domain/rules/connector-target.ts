import { kindOf } from "../kinds/node-kinds.js";
import { finding, type Rule } from "./rule.js";

/** A connector says which SOP it runs. */
export const connectorTarget: Rule = {
  name: "connector-target",
  level: "ERROR",
  check: (graph) =>
    graph.nodes
      .filter((node) => kindOf(node).opens(node) === "CALL" && node.call === null)
      .map((node) => finding("connector-target", { nodeKeys: [node.key] })),
};
