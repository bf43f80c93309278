import { applyEdits } from "../edit/apply-edits.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import { findProblems, isError, rules } from "./find-problems.js";
import type { Finding, Problem, RuleLevels, RuleName } from "./rule.js";

/** Tells one problem from another, whatever the numbers in it are just now. */
export function problemId({ rule, nodeKeys, edgeKeys, laneKeys, params }: Finding): string {
  return JSON.stringify([rule, nodeKeys, edgeKeys, laneKeys, params.side ?? params.key ?? null]);
}

/** Whether problems of this rule can have a cure; of others `cureOf` is `null` whatever is drawn. */
export const isCurable = (rule: RuleName): boolean =>
  rules.some(({ name, cures }) => name === rule && cures !== undefined);

/**
 * The obvious way out of a problem, or `null` where there is none. Its edits take the problem away
 * and add no other, and a cure of an error no other error; what only this problem had kept from
 * being looked at is not counted as added, nor what a step that the cure adds is yet to be given.
 */
export function cureOf(
  problem: Problem,
  graph: Graph,
  context: CureContext,
  levels: RuleLevels = {},
): Cure | null {
  const rule = rules.find(({ name }) => name === problem.rule);
  const cures = rule?.cures?.(problem, graph, indexGraph(graph), context) ?? [];
  if (cures.length === 0) return null;
  const known = new Set(findProblems(graph, levels).map(problemId));
  const waits = new Set(
    rules.filter(({ waitsFor }) => waitsFor?.includes(problem.rule)).map(({ name }) => name),
  );
  const id = problemId(problem);
  const steps = new Set(graph.nodes.map(({ key }) => key));
  const isFine = (left: Problem): boolean =>
    problemId(left) !== id &&
    (known.has(problemId(left)) ||
      waits.has(left.rule) ||
      (!isError(left) && (isError(problem) || isOfNewStep(left, steps))));
  return (
    cures.find(({ edits }) => {
      const result = applyEdits({ ...emptyDocument, graph }, edits);
      return result.ok && findProblems(result.document.graph, levels).every(isFine);
    }) ?? null
  );
}

const isOfNewStep = ({ nodeKeys }: Finding, before: ReadonlySet<string>): boolean =>
  nodeKeys.length > 0 && nodeKeys.every((key) => !before.has(key));
