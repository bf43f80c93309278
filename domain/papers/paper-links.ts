import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, NodeKey, OutputKey } from "../sop/graph.js";

/** A step that cannot be finished before an output has been given, which it does not give itself. */
export interface PaperLink {
  readonly node: NodeKey;
  readonly output: OutputKey;
}

/** Whether somebody finishes a task there: only then is anything given, or asked for. */
export const hasTasks = (node: GraphNode): boolean => kindOf(node).opens(node) === "TASKS";

/** The outputs that a step is linked to, each once. */
export const linkedOutputs = ({ requirements }: GraphNode): readonly OutputKey[] => [
  ...new Set(requirements.flatMap(({ output }) => output ?? [])),
];

/** Those that it waits for. A step that needs what it gives itself waits for nobody. */
export const needsOfOthers = (node: GraphNode): readonly OutputKey[] =>
  hasTasks(node) ? linkedOutputs(node).filter((output) => !node.outputs.includes(output)) : [];

/** What steps wait for, in the order of the form; outputs that are not on the SOP are left out. */
export function paperLinks(graph: Graph): PaperLink[] {
  const known = new Set(graph.outputs.map(({ key }) => key));
  return graph.nodes.flatMap((node) =>
    needsOfOthers(node)
      .filter((output) => known.has(output))
      .map((output) => ({ node: node.key, output })),
  );
}
