import type { CaseRun } from "./case-run.js";
import type { Visit, VisitNo } from "./case-state.js";
import type { Handlers } from "./handler.js";

/** What the cases that connectors run tell the one that called them. */
export const childHandlers: Handlers<"CHILD_STARTED" | "CHILD_COMPLETED" | "CHILD_CANCELLED"> = {
  CHILD_STARTED(run, { visit: no, instance }) {
    run.requireRunning();
    const visit = openCall(run, no);
    if (visit.child !== undefined) run.refuse("NOT_FOUND");
    run.record({ type: "CHILD_STARTED", visit: no, instance });
    if (run.node(visit.node).call?.waits === false) {
      run.close(no, null);
      run.settle();
    }
  },
  CHILD_COMPLETED(run, { visit: no, instance }) {
    run.requireRunning();
    if (openCall(run, no).child !== instance) run.refuse("NOT_FOUND");
    run.record({ type: "CHILD_COMPLETED", visit: no, instance });
    run.close(no, null);
    run.settle();
  },
  CHILD_CANCELLED(run, { visit: no, instance }) {
    run.requireUnfinished();
    const visit = openCall(run, no);
    if (visit.child !== instance) run.refuse("NOT_FOUND");
    run.record({ type: "CHILD_CANCELLED", visit: no, instance });
    run.record({ type: "VISIT_UNDONE", visit: no });
    run.enter(run.node(visit.node), visit.causes);
  },
};

/** The open visit of a connector. */
function openCall(run: CaseRun, no: VisitNo): Visit {
  const visit = run.visit(no);
  if (visit.status !== "OPEN" || run.node(visit.node).opens !== "CALL") run.refuse("NOT_FOUND");
  return visit;
}
