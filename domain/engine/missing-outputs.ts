import type { Plan, PlanNode } from "../plan/plan.js";
import type { EdgeKey, NodeKey, OutputKey } from "../sop/graph.js";
import type { CaseState, TaskNo } from "./case-state.js";

/** The outputs that count: given by a task that is done and was not undone since. */
export function outputsGiven(state: CaseState): ReadonlySet<OutputKey> {
  return new Set(
    state.tasks.flatMap(({ status, gave }) => (status === "DONE" && gave ? gave : [])),
  );
}

/** The linked outputs that a step needs and that nobody has given. */
export function missingOutputs(plan: Plan, state: CaseState, node: NodeKey): readonly OutputKey[] {
  const needs = plan.nodes.get(node)?.needs ?? [];
  if (needs.length === 0) return [];
  const given = outputsGiven(state);
  return needs.filter((output) => !given.has(output));
}

/**
 * The outputs that another step is linked to and that the task still owes, because it ends the step
 * and nobody has given them. A decision owes what the way needs by which it ends; while that is not
 * chosen (`null`), what any of its ways needs.
 */
export function owedOutputs(
  plan: Plan,
  state: CaseState,
  task: TaskNo,
  way: EdgeKey | null,
): readonly OutputKey[] {
  const node = nodeOfTask(plan, state, task);
  if (!node || !endsStep(node, state, task)) return [];
  const ways = node.out.filter(({ key }) => way === null || key === way);
  const owes = new Set([...node.owes, ...ways.flatMap((edge) => edge.owes)]);
  if (owes.size === 0) return [];
  const given = outputsGiven(state);
  return [...owes].filter((output) => !given.has(output));
}

function nodeOfTask(plan: Plan, state: CaseState, task: TaskNo): PlanNode | undefined {
  const visit = state.visits[(state.tasks[task - 1]?.visit ?? 0) - 1];
  return visit && plan.nodes.get(visit.node);
}

/** Whether the step is done with this task: every task of an any-of step, the last of an all-of one. */
function endsStep(node: PlanNode, state: CaseState, no: TaskNo): boolean {
  const task = state.tasks[no - 1];
  return (
    node.mode === "ANY" ||
    state.tasks.every(
      (other) => other.no === no || other.visit !== task?.visit || other.status === "DONE",
    )
  );
}
