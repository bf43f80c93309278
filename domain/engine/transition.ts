import type { Plan } from "../plan/plan.js";
import type { CaseCommand, CaseCommandType, CaseRefusal } from "./case-command.js";
import type { CaseEvent } from "./case-event.js";
import { type CaseEffect, CaseRun, Refused } from "./case-run.js";
import { type CaseState, isOpenTask } from "./case-state.js";
import { childHandlers } from "./child-handlers.js";
import { type Handlers, requireReason } from "./handler.js";
import { taskHandlers } from "./task-handlers.js";
import { undoHandlers } from "./undo-handlers.js";

export type TransitionResult =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly events: readonly CaseEvent[];
      readonly effects: readonly CaseEffect[];
    }
  | { readonly ok: false; readonly refusal: CaseRefusal };

const handlers: Handlers<CaseCommandType> = {
  ...taskHandlers,
  ...undoHandlers,
  ...childHandlers,
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
  COMMENT(run, { text, files = [] }) {
    run.requireUnfinished();
    if (files.length === 0) requireReason(run, text);
    run.record({ type: "COMMENT_ADDED", text, ...(files.length > 0 && { files }) });
  },
  MOVE_DEADLINES(run, { calendar, moved }) {
    run.requireUnfinished();
    for (const { task: no } of moved) {
      const task = run.state.tasks[no - 1];
      if (!task || !isOpenTask(task)) run.refuse("TASK_CLOSED");
    }
    if (moved.length > 0) run.record({ type: "DEADLINES_MOVED", calendar, moved });
  },
  HOLD(run, { reason, byParent }) {
    // What has ended, or is held already, need not be held for the case that waits for it.
    if (byParent && run.state.status !== "RUNNING") return;
    run.requireRunning();
    requireReason(run, reason);
    run.record({ type: "CASE_HELD", reason, ...(byParent && { byParent }) });
    for (const { instance } of run.waiting()) {
      run.effects.push({ type: "HOLD_CASE", instance, reason });
    }
  },
  RESUME(run, { byParent }) {
    const isHeldByParent = run.state.heldByParent === true;
    if (byParent && !isHeldByParent) return;
    if (run.state.status !== "HELD") run.refuse("NOT_HELD");
    if (isHeldByParent && !byParent) run.refuse("HELD_BY_PARENT");
    run.record({ type: "CASE_RESUMED" });
    for (const { instance } of run.waiting()) run.effects.push({ type: "RESUME_CASE", instance });
    for (const visit of run.unanswered()) run.call(visit);
  },
  CANCEL(run, { reason }) {
    run.requireUnfinished();
    requireReason(run, reason);
    for (const task of run.state.tasks) {
      if (isOpenTask(task)) run.record({ type: "TASK_WITHDRAWN", task: task.no });
    }
    for (const { instance } of run.waiting()) {
      run.effects.push({ type: "CANCEL_CASE", instance, reason });
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
