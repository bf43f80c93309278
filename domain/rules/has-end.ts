import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

export const hasEnd: Rule = {
  name: "has-end",
  check: (graph) => (graph.nodes.some((node) => kindOf(node).ends) ? [] : [problem("has-end", {})]),
};
