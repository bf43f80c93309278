import { expect, it } from "vitest";
import { applyEdits } from "../../domain/edit/apply-edits.js";
import { kindOf } from "../../domain/kinds/node-kinds.js";
import { cureOf } from "../../domain/rules/cure-of.js";
import { findProblems, isError } from "../../domain/rules/find-problems.js";
import { trialContext } from "../../domain/rules/rule-trial.js";
import { emptyDocument } from "../../domain/sop/empty-document.js";
import { indexGraph } from "../../domain/sop/graph-index.js";
import type { Graph } from "../../domain/sop/graph.js";
import { reachable } from "../../domain/sop/reachable.js";
import { randomGraph } from "./random-graph.js";

/** The nodes from which no arrows lead to an end. */
function trapped({ nodes }: Graph, { edgesInto }: ReturnType<typeof indexGraph>): string[] {
  const ends = nodes.filter((node) => kindOf(node).ends).map(({ key }) => key);
  const ending = reachable(ends, (key) => edgesInto(key).map(({ from }) => from));
  return nodes.map(({ key }) => key).filter((key) => !ending.has(key));
}

it("a way that leads to no end is an error, also where reaches-end leaves it to loop-exit", () => {
  const counted = { trapped: 0, loops: 0, mended: 0 };
  for (let seed = 1; seed <= 3000; seed++) {
    const graph = randomGraph(seed);
    if (trapped(graph, indexGraph(graph)).length === 0) continue;
    counted.trapped++;
    const problems = findProblems(graph);
    expect(problems.some(isError), `seed ${seed}`).toBe(true);
    const loop = problems.find(({ rule }) => rule === "loop-exit");
    if (loop === undefined) continue;
    counted.loops++;
    const cure = cureOf(loop, graph, trialContext());
    if (cure === null) continue;
    counted.mended++;
    const result = applyEdits({ ...emptyDocument, graph }, cure.edits);
    if (!result.ok) throw new Error(result.error);
    const mended = result.document.graph;
    const left = trapped(mended, indexGraph(mended));
    expect(
      loop.nodeKeys.filter((key) => left.includes(key)),
      `seed ${seed}`,
    ).toEqual([]);
  }
  // Such graphs are among them at all.
  for (const [what, count] of Object.entries(counted)) expect(count, what).toBeGreaterThan(3);
});
