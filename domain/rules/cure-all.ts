import { applyEdits } from "../edit/apply-edits.js";
import type { DocumentEdit } from "../edit/document-edit.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { cureOf, problemId } from "./cure-of.js";
import type { CureContext } from "./cure.js";
import { findProblems } from "./find-problems.js";
import type { Problem, RuleLevels } from "./rule.js";

/**
 * The edits that cure these problems of a drawing one after another, each on what those before it
 * leave. A problem that was cured along with another, or has no cure by then, is passed over.
 */
export function cureAll(
  problems: readonly Problem[],
  graph: Graph,
  context: CureContext,
  levels: RuleLevels = {},
): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  let current = graph;
  for (const problem of problems) {
    const id = problemId(problem);
    const left = findProblems(current, levels).find((one) => problemId(one) === id);
    const cure = left === undefined ? null : cureOf(left, current, context, levels);
    if (cure === null) continue;
    const result = applyEdits({ ...emptyDocument, graph: current }, cure.edits);
    if (!result.ok) continue;
    current = result.document.graph;
    edits.push(...cure.edits);
  }
  return edits;
}
