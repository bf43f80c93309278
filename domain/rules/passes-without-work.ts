import { kindOf } from "../kinds/node-kinds.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Graph, GraphNode, NodeKey } from "../sop/graph.js";
import { reachable } from "../sop/reachable.js";

/** Whether a token goes through the node, maybe with others, and nobody has to do anything there. */
export function passesWithoutWork(node: GraphNode): boolean {
  const opens = kindOf(node).opens(node);
  return opens === "NOTHING" || (opens === "CALL" && node.call?.waits === false);
}

/** The connectors that a case has come to in the moment in which it is started. */
export function callsAtOnce(graph: Graph): ReadonlySet<NodeKey> {
  const { nodes, edgesFrom } = indexGraph(graph);
  const goesOn = (key: NodeKey): boolean => {
    const node = nodes.get(key);
    // What a join waits for may be work.
    return node !== undefined && passesWithoutWork(node) && !kindOf(node).waitsForAll;
  };
  const next = (key: NodeKey): NodeKey[] => (goesOn(key) ? edgesFrom(key).map(({ to }) => to) : []);
  const starts = graph.nodes.filter((node) => kindOf(node).begins).map(({ key }) => key);
  const come = reachable(starts, next);
  return new Set(
    graph.nodes
      .filter((node) => come.has(node.key) && kindOf(node).opens(node) === "CALL")
      .map(({ key }) => key),
  );
}
