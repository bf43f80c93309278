import { rowNumbers, type Graph, type Problem } from "../../../domain/index.js";

/** How a row is called in words: "3. Memeriksa berkas", or its kind where it has no text. */
export function rowName(
  graph: Graph,
  key: string,
  kindName: (kind: string) => string,
  numbers: ReadonlyMap<string, number> = rowNumbers(graph),
): string {
  const node = graph.nodes.find((one) => one.key === key);
  if (node === undefined) return key;
  const number = numbers.get(key);
  const text = node.text.trim() === "" ? kindName(node.kind) : node.text.trim();
  return number === undefined ? text : `${number}. ${text}`;
}

/** What a problem stands on, by the names that the form shows. */
export function problemPlaces(
  graph: Graph,
  problem: Pick<Problem, "nodeKeys" | "edgeKeys" | "laneKeys">,
  kindName: (kind: string) => string,
): string[] {
  const lanes = problem.laneKeys.map(
    (key) => graph.lanes.find((lane) => lane.key === key)?.name ?? key,
  );
  const fromEdges = problem.edgeKeys.flatMap((key) => {
    const edge = graph.edges.find((one) => one.key === key);
    return edge === undefined ? [] : [edge.from];
  });
  const nodes = problem.nodeKeys.length > 0 ? problem.nodeKeys : fromEdges;
  const rows = lanes.length > 0 ? [] : nodes.map((key) => rowName(graph, key, kindName));
  return [...lanes, ...rows];
}

/** What fills a problem's text; which arrows, and how many there should be, choose its variant. */
export function problemParams(problem: Problem): Record<string, string | number> {
  const { side, min, max } = problem.params;
  if (side === undefined) return problem.params;
  const bound = min === max ? "exact" : "atLeast";
  return { ...problem.params, context: `${side}_${bound}` };
}
