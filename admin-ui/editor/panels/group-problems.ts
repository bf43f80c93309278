import {
  isError,
  type Graph,
  type LaneKey,
  type NodeKey,
  type Problem,
  type RuleName,
} from "../../../domain/index.js";

/** Where problems stand: on the form as a whole, on a lane, on a row, or on many alike. */
export type ProblemPlace =
  | { readonly type: "form" }
  | { readonly type: "lane"; readonly key: LaneKey }
  | { readonly type: "node"; readonly key: NodeKey }
  /** On rows that cases cannot come to, or not get on from: mostly it `follows` from another fault. */
  | { readonly type: "rows"; readonly rule: RuleName; readonly follows: boolean }
  /** On many rows or lanes, of each of which a rule advises the same. */
  | { readonly type: "alike"; readonly rule: RuleName };

export interface ProblemGroup {
  readonly place: ProblemPlace;
  readonly problems: readonly Problem[];
}

/** Rules that one missing arrow breaks on many rows at once. */
const isOfTheWay = (rule: RuleName): boolean =>
  rule === "reachable-from-start" || rule === "reaches-end" || rule === "no-dead-step";

/** Faults that keep cases from other rows; what only follows from them is mended with them. */
const hasConsequences: ReadonlySet<RuleName> = new Set([
  "one-start",
  "has-end",
  "dangling-edge",
  "edge-count",
  "option-to-complete",
] satisfies RuleName[]);

/** Rules that say the same of each row or lane, which stands there for itself. */
const saysTheSame: ReadonlySet<RuleName> = new Set([
  "idle-lane",
  "unbound-lane",
  "refusal-path",
  "approval-refusal",
  "step-subject",
  "step-verb",
  "standard-time",
] satisfies RuleName[]);

/** So many of a kind are told once, with where they are, and not one by one. */
const fewestAlike = 3;

/**
 * The problems by their place, in the order in which the form is read: the whole form, the lanes,
 * the rows; then what follows from them, and what is only advised of many alike. One on several rows
 * stands at the first of them.
 */
export function groupProblems(graph: Graph, problems: readonly Problem[]): ProblemGroup[] {
  const placeOf = placer(graph, problems);
  const lanes = new Map(graph.lanes.map(({ key }, at) => [key, at] as const));
  const rows = new Map(graph.nodes.map(({ key }, at) => [key, at] as const));
  const orderOf = (place: ProblemPlace): number => {
    if (place.type === "form") return -1;
    if (place.type === "lane") return lanes.get(place.key) ?? 0;
    if (place.type === "node") return lanes.size + (rows.get(place.key) ?? 0);
    return Number.POSITIVE_INFINITY;
  };
  const groups = new Map<string, { order: number; place: ProblemPlace; problems: Problem[] }>();
  for (const problem of problems) {
    const place = placeOf(problem);
    const id = JSON.stringify(place);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { order: orderOf(place), place, problems: [problem] });
    else group.problems.push(problem);
  }
  return [...groups.values()].toSorted((a, b) => (a.order < b.order ? -1 : +(a.order > b.order)));
}

function placer(graph: Graph, problems: readonly Problem[]): (problem: Problem) => ProblemPlace {
  const lanes = new Set(graph.lanes.map(({ key }) => key));
  const rows = new Set(graph.nodes.map(({ key }) => key));
  const from = new Map(graph.edges.map((edge) => [edge.key, edge.from] as const));
  const follows = problems.some(({ rule }) => hasConsequences.has(rule));
  const advised = problems.filter((one) => !isError(one)).map(({ rule }) => rule);
  const isMany = (rule: RuleName) => advised.filter((one) => one === rule).length >= fewestAlike;
  const alike = new Set([...saysTheSame].filter(isMany));
  return (problem) => {
    const { rule, laneKeys, nodeKeys, edgeKeys } = problem;
    if (!isError(problem) && alike.has(rule)) return { type: "alike", rule };
    const lane = laneKeys.find((key) => lanes.has(key));
    if (lane !== undefined) return { type: "lane", key: lane };
    const edges = edgeKeys.flatMap((key) => from.get(key) ?? []);
    const node = [...nodeKeys, ...edges].find((key) => rows.has(key));
    if (node === undefined) return { type: "form" };
    return isOfTheWay(rule) && nodeKeys.includes(node)
      ? { type: "rows", rule, follows }
      : { type: "node", key: node };
  };
}

/** Whether the group is told in one sentence for all of its places. */
export const isToldOnce = ({ place }: ProblemGroup): boolean =>
  place.type === "rows" || place.type === "alike";

/** The first groups of a list of which no more than `most` sentences are shown; the last as a whole. */
export function firstGroups(groups: readonly ProblemGroup[], most: number): ProblemGroup[] {
  let told = 0;
  return groups.filter((group) => {
    if (told >= most) return false;
    told += isToldOnce(group) ? 1 : group.problems.length;
    return true;
  });
}
