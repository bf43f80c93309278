import type { CaseRun } from "./case-run.js";
import type { Token, Visit, VisitNo } from "./case-state.js";
import { consequencesOf, waitingTokens } from "./remaining-history.js";

const sameToken = (one: Token, other: Token): boolean =>
  one.edge === other.edge && one.causes.join() === other.causes.join();

/**
 * Undoes a visit and all that followed from it. The tokens at the joins become what the remaining
 * history alone produces, cases that undone connectors wait for are cancelled, and the visit's node
 * opens anew.
 */
export function undoVisits(run: CaseRun, target: Visit, reason: string): void {
  const undone = consequencesOf(run.state, target.no);
  for (const task of run.state.tasks) {
    if (undone.has(task.visit) && task.status !== "WITHDRAWN") {
      run.record({ type: "TASK_WITHDRAWN", task: task.no });
    }
  }
  for (const { visit, instance } of run.waiting()) {
    if (undone.has(visit)) run.effects.push({ type: "CANCEL_CASE", instance, reason });
  }
  for (const visit of undone) run.record({ type: "VISIT_UNDONE", visit });
  moveTokens(run);
  run.enter(run.node(target.node), target.causes);
}

/** Whether nobody has gone on with what followed from a visit: no claim, no end, no called case. */
export function isUntouched(run: CaseRun, target: VisitNo): boolean {
  const { visits, tasks } = run.state;
  const followed = consequencesOf(run.state, target);
  return (
    visits.every(
      (visit) =>
        visit.no === target ||
        !followed.has(visit.no) ||
        (visit.status === "OPEN" && visit.child === undefined),
    ) &&
    tasks.every(
      (task) => task.visit === target || !followed.has(task.visit) || task.status === "OPEN",
    )
  );
}

/** The last task done of a visit; older logs do not say which it was. */
export function lastTaskOf(run: CaseRun, visit: Visit): number | undefined {
  return (
    visit.closedBy ??
    run.state.tasks.filter((task) => task.visit === visit.no && task.status === "DONE").at(-1)?.no
  );
}

function moveTokens(run: CaseRun): void {
  const wanted = waitingTokens(run.plan, run.state.visits);
  const before = run.state.tokens;
  for (const token of before) {
    if (!wanted.some((one) => sameToken(one, token))) {
      run.record({ type: "TOKEN_TAKEN", edge: token.edge });
    }
  }
  for (const token of wanted) {
    if (!before.some((one) => sameToken(one, token))) {
      run.record({ type: "TOKEN_PLACED", edge: token.edge, causes: token.causes });
    }
  }
}
