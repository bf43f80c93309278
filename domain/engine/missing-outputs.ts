import type { Plan, PlanNode } from "../plan/plan.js";
import type { EdgeKey, NodeKey, OutputKey } from "../sop/graph.js";
import type { CaseState, TaskNo, TaskState } from "./case-state.js";
import { ancestorsOf } from "./remaining-history.js";

/** The outputs that count: given by a task that is done and was not undone since. */
export const outputsGiven = (state: CaseState): ReadonlySet<OutputKey> =>
  givenBy(state, () => true);

const givenBy = (state: CaseState, isMeant: (task: TaskState) => boolean): ReadonlySet<OutputKey> =>
  new Set(
    state.tasks.flatMap((task) =>
      task.status === "DONE" && task.gave && isMeant(task) ? task.gave : [],
    ),
  );

/** The linked outputs that a step needs and that nobody has given. */
export function missingOutputs(plan: Plan, state: CaseState, node: NodeKey): readonly OutputKey[] {
  const needs = plan.nodes.get(node)?.needs ?? [];
  if (needs.length === 0) return [];
  const given = outputsGiven(state);
  return needs.filter((output) => !given.has(output));
}

/**
 * The outputs that another step is linked to and that the task still owes, because it ends the step
 * and nobody has given them on the way to it. What a branch beside it has given does not count: that
 * branch may be sent back and go another way. A decision owes what the way needs by which it ends;
 * while that is not chosen (`null`), what any of its ways needs.
 */
export function owedOutputs(
  plan: Plan,
  state: CaseState,
  task: TaskNo,
  way: EdgeKey | null,
): readonly OutputKey[] {
  const visit = state.tasks[task - 1]?.visit ?? 0;
  const node = plan.nodes.get(state.visits[visit - 1]?.node ?? "");
  if (!node || !endsStep(node, state, task)) return [];
  const ways = node.out.filter(({ key }) => way === null || key === way);
  const owes = new Set([...node.owes, ...ways.flatMap((edge) => edge.owes)]);
  if (owes.size === 0) return [];
  const before = ancestorsOf(state, visit);
  const given = givenBy(state, (one) => one.visit === visit || before.has(one.visit));
  return [...owes].filter((output) => !given.has(output));
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
