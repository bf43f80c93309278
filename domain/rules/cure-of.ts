import { applyEdits } from "../edit/apply-edits.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import { findProblems, rules } from "./find-problems.js";
import type { Problem } from "./rule.js";

/** Tells one problem from another, whatever the numbers in it are just now. */
export function problemId({ rule, nodeKeys, edgeKeys, laneKeys, params }: Problem): string {
  return JSON.stringify([rule, nodeKeys, edgeKeys, laneKeys, params.side ?? params.key ?? null]);
}

/**
 * The obvious way out of a problem, or `null` where there is none. Its edits take the problem away
 * and add no other; what only this problem had kept from being looked at is not counted as added.
 */
export function cureOf(problem: Problem, graph: Graph, context: CureContext): Cure | null {
  const rule = rules.find(({ name }) => name === problem.rule);
  const cures = rule?.cures?.(problem, graph, indexGraph(graph), context) ?? [];
  if (cures.length === 0) return null;
  const known = new Set(findProblems(graph).map(problemId));
  return cures.find((cure) => mends(cure, problem, graph, known)) ?? null;
}

function mends(cure: Cure, problem: Problem, graph: Graph, known: ReadonlySet<string>): boolean {
  const result = applyEdits({ ...emptyDocument, graph }, cure.edits);
  if (!result.ok) return false;
  const id = problemId(problem);
  const waits = new Set(
    rules.filter(({ waitsFor }) => waitsFor === problem.rule).map(({ name }) => name),
  );
  return findProblems(result.document.graph).every((left) => {
    const leftId = problemId(left);
    return leftId !== id && (known.has(leftId) || waits.has(left.rule));
  });
}
