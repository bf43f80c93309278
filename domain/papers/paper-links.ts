import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, NodeKey, OutputKey } from "../sop/graph.js";

/** A step that cannot be finished before an output has been given, which it does not give itself. */
export interface PaperLink {
  readonly node: NodeKey;
  readonly output: OutputKey;
}

/** Whether somebody finishes a task there: only then is anything given, or asked for. */
const hasTasks = (node: GraphNode): boolean => kindOf(node).opens(node) === "TASKS";

/**
 * What steps wait for, in the order of the form; outputs that are not on the SOP are left out. A
 * step that needs what it gives itself waits for nobody.
 */
export function paperLinks(graph: Graph): PaperLink[] {
  const known = new Set(graph.outputs.map(({ key }) => key));
  return graph.nodes.filter(hasTasks).flatMap((node) => {
    const linked = new Set(node.requirements.flatMap(({ output }) => output ?? []));
    return [...linked]
      .filter((output) => known.has(output) && !node.outputs.includes(output))
      .map((output) => ({ node: node.key, output }));
  });
}

/**
 * What each step gives when it is done. A decision counts among those that give: the form says that
 * it does, though the engine lets it be finished without.
 */
export function papersMade(graph: Graph): ReadonlyMap<NodeKey, readonly OutputKey[]> {
  return new Map(graph.nodes.filter(hasTasks).map(({ key, outputs }) => [key, outputs]));
}
