import { kindOf } from "../kinds/node-kinds.js";
import { finding, type Rule } from "./rule.js";

/** A numbered step says what is to be done: whoever gets its task has nothing else to go by. */
export const stepText: Rule = {
  name: "step-text",
  level: "ERROR",
  check: (graph) =>
    graph.nodes
      .filter((node) => kindOf(node).isNumbered(node) && node.text.trim() === "")
      .map((node) => finding("step-text", { nodeKeys: [node.key] })),
};
