import { type Graph, type GraphNode, indexGraph, kindOf } from "../../../domain/index.js";

/**
 * The papers that the requester's first steps ask for: those from the start up to where the case
 * first comes to the office. What an earlier step yields need not be brought.
 */
export function broughtFirst(graph: Graph): readonly string[] {
  const index = indexGraph(graph);
  const isOffices = (node: GraphNode): boolean =>
    node.parts.some(({ lane }) => index.lanes.get(lane)?.binding?.type !== "REQUESTER");
  const seen = new Set<string>();
  const waiting = graph.nodes.filter((node) => kindOf(node).begins);
  const texts: string[] = [];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (seen.has(node.key) || isOffices(node)) continue;
    seen.add(node.key);
    texts.push(...node.requirements.filter(({ output }) => output === null).map((it) => it.text));
    waiting.push(...index.edgesFrom(node.key).flatMap(({ to }) => index.nodes.get(to) ?? []));
  }
  return [...new Set(texts)];
}
