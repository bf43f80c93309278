import { changeStep } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/** A step that yields, or needs, a document that this SOP does not have. */
export const knownOutput: Rule = {
  name: "known-output",
  level: "ERROR",
  check(graph) {
    const outputs = new Set(graph.outputs.map((output) => output.key));
    return graph.nodes
      .filter((node) => {
        const needed = node.requirements.map((requirement) => requirement.output);
        return [...node.outputs, ...needed].some((key) => key !== null && !outputs.has(key));
      })
      .map((node) => finding("known-output", { nodeKeys: [node.key] }));
  },
  cures({ nodeKeys }, graph, { nodes }) {
    const outputs = new Set(graph.outputs.map((output) => output.key));
    const node = nodes.get(nodeKeys[0] ?? "");
    if (node === undefined) return [];
    const known = changeStep({
      ...node,
      outputs: node.outputs.filter((key) => outputs.has(key)),
      requirements: node.requirements.map(({ text, output }) => ({
        text,
        output: output !== null && outputs.has(output) ? output : null,
      })),
    });
    return [{ name: "forget-output", params: {}, edits: [known] }];
  },
};
