import { compilePlan } from "../plan/compile-plan.js";
import { beginRun, goStep } from "../soundness/play-run.js";
import type { Run, RunStep } from "../soundness/soundness.js";
import type { EdgeKey, Graph, NodeKey } from "../sop/graph.js";
import type { OutcomePath } from "./sop-times.js";

/**
 * A run by which a case goes a way from its start to its end, what is open longest first; `null`
 * where no case of this drawing goes so.
 */
export function runOfPath(graph: Graph, { outcomes }: OutcomePath): Run | null {
  const plan = compilePlan(graph);
  /** What each decision comes to, time after time. */
  const left = new Map<NodeKey, EdgeKey[]>();
  for (const { node, edge } of outcomes) left.set(node, [...(left.get(node) ?? []), edge]);
  const run: RunStep[] = [];
  // Between two decisions a case comes to each step once, unless the way is one of an older drawing.
  const most = plan.nodes.size * (outcomes.length + 1);
  let state = beginRun(plan);
  while (state?.status === "RUNNING") {
    if (run.length > most) return null;
    const node = state.visits.find(({ status }) => status === "OPEN")?.node ?? "";
    const isDecision = plan.nodes.get(node)?.leaves === "CHOSEN_EDGE";
    const outcome = isDecision ? left.get(node)?.shift() : null;
    if (outcome === undefined) return null;
    const step: RunStep = { node, outcome };
    run.push(step);
    state = goStep(plan, state, step);
  }
  const isWhole = [...left.values()].every((edges) => edges.length === 0);
  return state?.status === "COMPLETED" && isWhole ? run : null;
}
