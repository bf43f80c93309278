import { applyEdits } from "../edit/apply-edits.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { cureOf, problemId } from "./cure-of.js";
import type { Cure, CureContext } from "./cure.js";
import { findProblems } from "./find-problems.js";
import type { Problem, RuleName } from "./rule.js";

/** What one rule finds; for the specs of the rules. */
export const foundBy = (rule: RuleName, graph: Graph): Problem[] =>
  findProblems(graph).filter((one) => one.rule === rule);

/** The keys of the nodes that one rule names, a list for each finding. */
export const namedBy = (rule: RuleName, graph: Graph): string[][] =>
  foundBy(rule, graph).map(({ nodeKeys }) => [...nodeKeys]);

export function trialContext(): CureContext {
  let count = 0;
  return {
    newKey: (prefix) => `${prefix}-new-${++count}`,
    outcomes: ["Ya", "Tidak"],
    holderOf: (name) =>
      name === "a" ? { binding: { type: "POSITION", position: "A" }, name: "Kepala A" } : null,
  };
}

/** What the cure of a rule's first finding leaves; `cure` is `null` where it has none. */
export function curedBy(
  rule: RuleName,
  graph: Graph,
): { cure: Cure | null; graph: Graph; left: RuleName[] } {
  const [problem] = foundBy(rule, graph);
  if (problem === undefined) throw new Error(`${rule} is no problem here`);
  const cure = cureOf(problem, graph, trialContext());
  const result = applyEdits({ ...emptyDocument, graph }, cure?.edits ?? []);
  if (!result.ok) throw new Error(result.error);
  const before = new Set(findProblems(graph).map(problemId));
  const left = findProblems(result.document.graph).filter((one) => !before.has(problemId(one)));
  return { cure, graph: result.document.graph, left: left.map((one) => one.rule) };
}

/** Where the arrows out of a node lead, by their outcomes. */
export const arrowsOf = (graph: Graph, from: string): Record<string, string> =>
  Object.fromEntries(
    graph.edges.filter((edge) => edge.from === from).map(({ to, outcome }) => [outcome ?? "", to]),
  );

/** The graph with the lanes of these keys bound to the requester. */
export const withRequester = (graph: Graph, ...keys: readonly string[]): Graph => ({
  ...graph,
  lanes: graph.lanes.map((lane) =>
    keys.includes(lane.key) ? { ...lane, binding: { type: "REQUESTER" as const } } : lane,
  ),
});
