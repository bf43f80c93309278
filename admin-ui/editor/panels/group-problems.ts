import type { Graph, LaneKey, NodeKey, Problem, RuleName } from "../../../domain/index.js";

/** Where problems stand: on the form as a whole, on a lane, or on a row. */
export type ProblemPlace =
  | { readonly type: "form" }
  | { readonly type: "lane"; readonly key: LaneKey }
  | { readonly type: "node"; readonly key: NodeKey }
  /** On rows that are sound in themselves: what is wrong elsewhere keeps cases from or at them. */
  | { readonly type: "rows"; readonly rule: RuleName };

export interface ProblemGroup {
  readonly place: ProblemPlace;
  readonly problems: readonly Problem[];
}

/** Rules that one missing arrow breaks on many rows at once. */
const isOfTheWay = (rule: RuleName): boolean =>
  rule === "reachable-from-start" || rule === "reaches-end" || rule === "no-dead-step";

/**
 * The problems by their place, in the order in which the form is read: the whole form, the lanes,
 * the rows; and last what follows from them. One on several rows stands at the first of them.
 */
export function groupProblems(graph: Graph, problems: readonly Problem[]): ProblemGroup[] {
  const lanes = new Map(graph.lanes.map(({ key }, at) => [key, at] as const));
  const rows = new Map(graph.nodes.map(({ key }, at) => [key, at] as const));
  const from = new Map(graph.edges.map((edge) => [edge.key, edge.from] as const));
  const groups = new Map<string, { order: number; place: ProblemPlace; problems: Problem[] }>();
  const atFault = new Set(
    problems.filter(({ rule }) => !isOfTheWay(rule)).flatMap(({ nodeKeys }) => nodeKeys),
  );
  for (const problem of problems) {
    const lane = problem.laneKeys.find((key) => lanes.has(key));
    const edges = problem.edgeKeys.flatMap((key) => from.get(key) ?? []);
    const node = [...problem.nodeKeys, ...edges].find((key) => rows.has(key));
    const place: ProblemPlace =
      lane !== undefined
        ? { type: "lane", key: lane }
        : node === undefined
          ? { type: "form" }
          : isOfTheWay(problem.rule) && problem.nodeKeys.includes(node) && !atFault.has(node)
            ? { type: "rows", rule: problem.rule }
            : { type: "node", key: node };
    const orders = {
      form: -1,
      lane: lanes.get(lane ?? "") ?? 0,
      node: lanes.size + (rows.get(node ?? "") ?? 0),
      rows: Number.POSITIVE_INFINITY,
    };
    const order = orders[place.type];
    const id = JSON.stringify(place);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { order, place, problems: [problem] });
    else group.problems.push(problem);
  }
  return [...groups.values()].toSorted((a, b) => a.order - b.order);
}

/** The same one after the other, for a list that names the place of each. */
export const inOrderOfForm = (graph: Graph, problems: readonly Problem[]): readonly Problem[] =>
  groupProblems(graph, problems).flatMap((group) => group.problems);
