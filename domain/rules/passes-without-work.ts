import { kindOf } from "../kinds/node-kinds.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Graph, GraphNode, NodeKey } from "../sop/graph.js";

/** Whether a token goes through the node, maybe with others, and nobody has to do anything there. */
export function passesWithoutWork(node: GraphNode): boolean {
  const opens = kindOf(node).opens(node);
  return opens === "NOTHING" || (opens === "CALL" && node.call?.waits === false);
}

/** The connectors that a case has come to in the moment in which it is started. */
export function callsAtOnce(graph: Graph): ReadonlySet<NodeKey> {
  const { nodes, edgesFrom, edgesInto } = indexGraph(graph);
  const come = new Set<NodeKey>();
  const left = new Set<NodeKey>();
  const goesOn = (key: NodeKey): boolean => {
    const node = nodes.get(key);
    if (node === undefined || !passesWithoutWork(node)) return false;
    // A join is come to again with each of its branches, and left with the last.
    return !kindOf(node).waitsForAll || edgesInto(key).every(({ from }) => left.has(from));
  };
  const open = graph.nodes.filter((node) => kindOf(node).begins).map(({ key }) => key);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    come.add(key);
    if (left.has(key) || !goesOn(key)) continue;
    left.add(key);
    open.push(...edgesFrom(key).map(({ to }) => to));
  }
  return new Set(
    graph.nodes
      .filter((node) => come.has(node.key) && kindOf(node).opens(node) === "CALL")
      .map(({ key }) => key),
  );
}
