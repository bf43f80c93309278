import { indexGraph, rowNumbers, type Graph, type Problem } from "../../../domain/index.js";

/** How rows are called in words: "3. Memeriksa berkas", or by their kind where they have no text. */
export function rowNamer(
  graph: Graph,
  kindName: (kind: string) => string,
): (key: string) => string {
  const { nodes } = indexGraph(graph);
  const numbers = rowNumbers(graph);
  return (key) => {
    const node = nodes.get(key);
    if (node === undefined) return key;
    const number = numbers.get(key);
    const text = node.text.trim() === "" ? kindName(node.kind) : node.text.trim();
    return number === undefined ? text : `${number}. ${text}`;
  };
}

/** The name of one row; of several, ask `rowNamer`, which numbers the form once. */
export const rowName = (graph: Graph, key: string, kindName: (kind: string) => string): string =>
  rowNamer(graph, kindName)(key);

/** What a problem stands on, by the names that the form shows. */
export function problemPlaces(
  graph: Graph,
  problem: Pick<Problem, "nodeKeys" | "edgeKeys" | "laneKeys">,
  nodeName: (key: string) => string,
): string[] {
  const lanes = problem.laneKeys.map(
    (key) => graph.lanes.find((lane) => lane.key === key)?.name ?? key,
  );
  const fromEdges = problem.edgeKeys.flatMap((key) => {
    const edge = graph.edges.find((one) => one.key === key);
    return edge === undefined ? [] : [edge.from];
  });
  const nodes = problem.nodeKeys.length > 0 ? problem.nodeKeys : fromEdges;
  const rows = lanes.length > 0 ? [] : nodes.map(nodeName);
  return [...lanes, ...rows];
}

/** What fills a problem's text; what is counted, and how many there should be, choose its variant. */
export function problemParams(problem: Pick<Problem, "params">): Record<string, string | number> {
  const { side, min, max, actual } = problem.params;
  if (side === undefined) return { ...problem.params, ...(actual === 0 && { context: "none" }) };
  const isNone = actual === 0 && min === 1;
  const bound = isNone ? "none" : min === max ? "exact" : "atLeast";
  return { ...problem.params, context: `${side}_${bound}` };
}
