import { type CaseState, isOpenTask, unstarted } from "../engine/case-state.js";
import type { CaseCommand } from "../engine/case-command.js";
import type { CaseRequest } from "../engine/case-event.js";
import { owedOutputs } from "../engine/missing-outputs.js";
import { transition } from "../engine/transition.js";
import type { Plan } from "../plan/plan.js";
import type { OutputKey } from "../sop/graph.js";
import type { Run, RunStep } from "./soundness.js";

/** A case of nobody, which is only imagined. */
const request: CaseRequest = {
  sop: 0,
  version: 0,
  office: 0,
  title: null,
  requester: null,
  requesterName: "",
  startedBy: null,
};

/**
 * The states of a case that goes a run: as it begins, and after each step of it, as the engine makes
 * them. Shorter than the run where the engine refuses a step.
 */
export function playRun(plan: Plan, run: Run): CaseState[] {
  const states: CaseState[] = [];
  let state = beginRun(plan);
  for (const step of [null, ...run]) {
    if (state && step) state = goStep(plan, state, step);
    if (!state) break;
    states.push(state);
  }
  return states;
}

/** A case that has just begun; `null` where the engine begins none. */
export const beginRun = (plan: Plan): CaseState | null =>
  apply(plan, unstarted, { type: "START", request, by: null });

function apply(plan: Plan, state: CaseState, command: CaseCommand): CaseState | null {
  const result = transition(plan, state, command);
  return result.ok ? result.state : null;
}

/**
 * Does all that a step asks of anybody; what a decision yields beyond that nobody can count on.
 * `null` where nobody can do it.
 */
export function goStep(plan: Plan, before: CaseState, step: RunStep): CaseState | null {
  const visit = before.visits.find((one) => one.status === "OPEN" && one.node === step.node);
  const node = plan.nodes.get(step.node);
  if (!visit || !node) return null;
  if (node.opens === "CALL") {
    const called = { visit: visit.no, instance: visit.no };
    const started = apply(plan, before, { type: "CHILD_STARTED", ...called });
    return started && node.call?.waits !== false
      ? apply(plan, started, { type: "CHILD_COMPLETED", ...called })
      : started;
  }
  let state: CaseState | null = before;
  for (const { no } of before.tasks.filter((task) => task.visit === visit.no && isOpenTask(task))) {
    // Of a step that any of several may do, the first to finish withdraws the others.
    if (!state || !isOpenTask(state.tasks[no - 1]!)) continue;
    const owed = owedOutputs(plan, state, no, step.outcome);
    const isGiven = (output: OutputKey): boolean =>
      node.leaves === "EVERY_EDGE" || owed.includes(output) || node.needs.includes(output);
    const given = [...node.outputs].filter(isGiven).map((output) => ({ output, reference: "" }));
    state = apply(plan, state, {
      type: "COMPLETE",
      task: no,
      by: null,
      outcome: step.outcome,
      given,
      comment: null,
      lenient: true,
    });
  }
  // A step without a lane has no task that could be done.
  return state === before ? null : state;
}
