import { kindOf, type DocumentEdit, type Graph, type GraphNode } from "../../../domain/index.js";
import { addEdge, setNext, type NewKey } from "./graph-changes.js";

/** Whether an arrow may come in here, from `from`. */
export function takesArrow(graph: Graph, from: string, to: string): boolean {
  const target = graph.nodes.find(({ key }) => key === to);
  return target !== undefined && from !== to && kindOf(target).edgesIn.max !== 0;
}

/** The first of the usual names that this decision does not have yet; none on other kinds. */
export function freeOutcome(
  graph: Graph,
  node: GraphNode,
  names: readonly string[],
): string | null {
  if (!kindOf(node).namesOutcomes) return null;
  const taken = new Set(graph.edges.filter((e) => e.from === node.key).map((e) => e.outcome));
  return names.find((name) => !taken.has(name)) ?? "";
}

/** An arrow drawn by hand: another way out where there may be several, else the only one. */
export function connectSteps(
  graph: Graph,
  from: string,
  to: string,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] {
  const source = graph.nodes.find(({ key }) => key === from);
  if (source === undefined || !takesArrow(graph, from, to)) return [];
  const { max } = kindOf(source).edgesOut;
  if (max === 0) return [];
  if (max === 1) return setNext(graph, from, to, newKey);
  const outcome = freeOutcome(graph, source, outcomes);
  return [addEdge(graph, { key: newKey(), from, to, outcome })];
}
