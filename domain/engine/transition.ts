import type { Plan } from "../plan/plan.js";
import type { CaseCommand, CaseCommandType, CaseRefusal } from "./case-command.js";
import type { CaseEvent } from "./case-event.js";
import { type CaseEffect, CaseRun, Refused } from "./case-run.js";
import type { CaseState } from "./case-state.js";

export type TransitionResult =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly events: readonly CaseEvent[];
      readonly effects: readonly CaseEffect[];
    }
  | { readonly ok: false; readonly refusal: CaseRefusal };

type CommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;
type Handlers = { [T in CaseCommandType]: (run: CaseRun, command: CommandOf<T>) => void };

const isGiven = (text: string): boolean => text.trim() !== "";

const handlers: Handlers = {
  START(run, { request, by }) {
    if (run.state.visits.length > 0 || run.plan.start === null)
      return run.refuse("INSTANCE_CLOSED");
    run.record({ type: "CASE_STARTED", request });
    run.enter(run.node(run.plan.start), []);
    run.settle();
    const start = run.plan.nodes.get(run.plan.start);
    // A working start belongs to whoever starts: nobody else should pick it up.
    if (start?.opens === "TASKS" && by !== null) run.record({ type: "TASK_CLAIMED", task: 1, by });
  },
  CLAIM(run, { task: no, by, over }) {
    const task = run.openTask(no);
    if (task.assignee === by) return;
    if (task.assignee !== null) {
      if (task.assignee !== over) run.refuse("ALREADY_CLAIMED");
      run.record({ type: "TASK_RELEASED", task: no });
    }
    run.record({ type: "TASK_CLAIMED", task: no, by });
  },
  RELEASE(run, { task: no, by, force }) {
    const task = run.openTask(no);
    if (task.assignee === null) return run.refuse("NOT_CLAIMED");
    if (task.assignee !== by && force !== true) run.refuse("NOT_YOUR_TASK");
    run.record({ type: "TASK_RELEASED", task: no });
  },
  DELEGATE(run, { task: no, by, to }) {
    const task = run.openTask(no);
    if (task.assignee !== null && task.assignee !== by) run.refuse("NOT_YOUR_TASK");
    if (task.assignee === to) return;
    run.record({ type: "TASK_DELEGATED", task: no, to });
  },
  COMPLETE(run, { task: no, by, outcome, given, comment }) {
    const task = run.openTask(no);
    if (task.assignee !== null && task.assignee !== by) run.refuse("NOT_YOUR_TASK");
    const visit = run.visit(task.visit);
    const node = run.node(visit.node);
    if (node.leaves === "CHOSEN_EDGE") {
      if (outcome === null) run.refuse("OUTCOME_REQUIRED");
      if (!node.out.some((edge) => edge.key === outcome)) run.refuse("WRONG_OUTCOME");
    } else if (outcome !== null) run.refuse("WRONG_OUTCOME");
    if (given.some(({ output }) => !node.outputs.has(output))) run.refuse("OUTPUT_UNKNOWN");

    if (task.assignee === null && by !== null) run.record({ type: "TASK_CLAIMED", task: no, by });
    run.record({ type: "TASK_DONE", task: no, by, outcome, given, comment });
    const others = run.state.tasks.filter(
      (other) =>
        other.visit === task.visit && (other.status === "OPEN" || other.status === "CLAIMED"),
    );
    if (others.length > 0 && node.mode === "ALL") return;
    for (const other of others) run.record({ type: "TASK_WITHDRAWN", task: other.no });
    run.close(task.visit, outcome);
    run.settle();
  },
  CHILD_COMPLETED(run, { visit: no }) {
    run.requireRunning();
    const visit = run.visit(no);
    if (visit.status !== "OPEN" || run.node(visit.node).opens !== "CALL") run.refuse("NOT_FOUND");
    run.close(no, null);
    run.settle();
  },
  HOLD(run, { reason }) {
    run.requireRunning();
    if (!isGiven(reason)) run.refuse("REASON_REQUIRED");
    run.record({ type: "CASE_HELD", reason });
  },
  RESUME(run) {
    if (run.state.status !== "HELD") run.refuse("NOT_HELD");
    run.record({ type: "CASE_RESUMED" });
  },
  CANCEL(run, { reason }) {
    if (run.state.status !== "RUNNING" && run.state.status !== "HELD")
      run.refuse("INSTANCE_CLOSED");
    if (!isGiven(reason)) run.refuse("REASON_REQUIRED");
    for (const task of run.state.tasks) {
      if (task.status === "OPEN" || task.status === "CLAIMED") {
        run.record({ type: "TASK_WITHDRAWN", task: task.no });
      }
    }
    run.record({ type: "CASE_CANCELLED", reason });
  },
};

/**
 * What a command makes of a case: total and pure. An event needs no time here: the log gives each
 * of its entries one, and a deadline is counted by a calendar, which is not the engine's.
 */
export function transition(plan: Plan, state: CaseState, command: CaseCommand): TransitionResult {
  const run = new CaseRun(plan, state);
  try {
    (handlers[command.type] as (run: CaseRun, command: CaseCommand) => void)(run, command);
    return { ok: true, state: run.state, events: run.events, effects: run.effects };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
