import type { Graph, LaneKey, NodeKey, Problem } from "../../../domain/index.js";

/** Where problems stand: on the form as a whole, on a lane, or on a row. */
export type ProblemPlace =
  | { readonly type: "form" }
  | { readonly type: "lane"; readonly key: LaneKey }
  | { readonly type: "node"; readonly key: NodeKey };

export interface ProblemGroup {
  readonly place: ProblemPlace;
  readonly problems: readonly Problem[];
}

/**
 * The problems by their place, in the order in which the form is read: the whole form, the lanes,
 * the rows. One on several rows stands at the first of them.
 */
export function groupProblems(graph: Graph, problems: readonly Problem[]): ProblemGroup[] {
  const lanes = new Map(graph.lanes.map(({ key }, at) => [key, at] as const));
  const rows = new Map(graph.nodes.map(({ key }, at) => [key, at] as const));
  const from = new Map(graph.edges.map((edge) => [edge.key, edge.from] as const));
  const groups = new Map<string, { order: number; place: ProblemPlace; problems: Problem[] }>();
  for (const problem of problems) {
    const lane = problem.laneKeys.find((key) => lanes.has(key));
    const edges = problem.edgeKeys.flatMap((key) => from.get(key) ?? []);
    const node = [...problem.nodeKeys, ...edges].find((key) => rows.has(key));
    const place: ProblemPlace =
      lane !== undefined
        ? { type: "lane", key: lane }
        : node !== undefined
          ? { type: "node", key: node }
          : { type: "form" };
    const order =
      place.type === "form"
        ? -1
        : place.type === "lane"
          ? (lanes.get(place.key) ?? 0)
          : lanes.size + (rows.get(place.key) ?? 0);
    const group = groups.get(String(order));
    if (group === undefined) groups.set(String(order), { order, place, problems: [problem] });
    else group.problems.push(problem);
  }
  return [...groups.values()].toSorted((a, b) => a.order - b.order);
}
