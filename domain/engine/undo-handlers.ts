import type { Handlers } from "./handler.js";
import { requireReason } from "./handler.js";
import { ancestorsOf } from "./remaining-history.js";
import { isUntouched, lastTaskOf, undoVisits } from "./undo-visits.js";

/** Going back: sent back by whoever has the next task, or taken back by whoever did the last. */
export const undoHandlers: Handlers<"RETURN" | "RECALL"> = {
  RETURN(run, { task: no, by, to, reason }) {
    const task = run.ownTask(no, by);
    requireReason(run, reason);
    const target = run.state.visits[to - 1];
    if (target?.status !== "DONE" || !ancestorsOf(run.state, task.visit).has(to)) {
      return run.refuse("NOT_AN_ANCESTOR");
    }
    run.record({ type: "CASE_RETURNED", task: no, visit: to, reason });
    undoVisits(run, target, reason);
    run.settle();
  },
  RECALL(run, { task: no, by }) {
    run.requireRunning();
    const task = run.state.tasks[no - 1];
    if (!task) return run.refuse("NOT_FOUND");
    if (task.status === "WITHDRAWN") return run.refuse("TASK_CLOSED");
    const visit = run.visit(task.visit);
    if (task.status !== "DONE" || visit.status !== "DONE") return run.refuse("STEP_NOT_DONE");
    if (task.assignee !== by) return run.refuse("NOT_YOUR_TASK");
    if (lastTaskOf(run, visit) !== no || !isUntouched(run, visit.no)) {
      return run.refuse("RECALL_TOO_LATE");
    }
    run.record({ type: "CASE_RECALLED", task: no, visit: visit.no });
    // Untouched: no connector has started a case that would have to be told why it is cancelled.
    undoVisits(run, visit, "");
    run.settle();
  },
};
