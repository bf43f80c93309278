import { problem, type Rule } from "./rule.js";

/** A step that yields, or needs, a document that this SOP does not have. */
export const knownOutput: Rule = {
  name: "known-output",
  check(graph) {
    const outputs = new Set(graph.outputs.map((output) => output.key));
    return graph.nodes
      .filter((node) => {
        const needed = node.requirements.map((requirement) => requirement.output);
        return [...node.outputs, ...needed].some((key) => key !== null && !outputs.has(key));
      })
      .map((node) => problem("known-output", { nodeKeys: [node.key] }));
  },
};
