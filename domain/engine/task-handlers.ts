import type { CaseRun } from "./case-run.js";
import { isOpenTask } from "./case-state.js";
import type { Handlers } from "./handler.js";
import { missingOutputs, owedOutputs } from "./missing-outputs.js";
import type { CaseCommand } from "./case-command.js";

type Completion = Extract<CaseCommand, { type: "COMPLETE" }>;

/** What is done with one task. */
export const taskHandlers: Handlers<"CLAIM" | "RELEASE" | "DELEGATE" | "COMPLETE"> = {
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
    const task = run.ownTask(no, by);
    if (task.assignee === to) return;
    run.record({ type: "TASK_DELEGATED", task: no, to });
  },
  COMPLETE(run, command) {
    const { task: no, by, outcome, given, comment, brought, broughtFiles, files } = command;
    const task = run.ownTask(no, by);
    const visit = run.visit(task.visit);
    const node = run.node(visit.node);
    if (node.leaves === "CHOSEN_EDGE") {
      if (outcome === null) run.refuse("OUTCOME_REQUIRED");
      if (!node.out.some((edge) => edge.key === outcome)) run.refuse("WRONG_OUTCOME");
    } else if (outcome !== null) run.refuse("WRONG_OUTCOME");
    if (given.some(({ output }) => !node.outputs.has(output))) run.refuse("OUTPUT_UNKNOWN");
    const missing = checkOutputs(run, command);

    if (task.assignee === null && by !== null) run.record({ type: "TASK_CLAIMED", task: no, by });
    run.record({
      type: "TASK_DONE",
      task: no,
      by,
      outcome,
      given,
      comment,
      ...(brought && brought.length > 0 && { brought }),
      ...(broughtFiles && broughtFiles.length > 0 && { broughtFiles }),
      ...(files && files.length > 0 && { files }),
      ...(missing.length > 0 && { missing }),
    });
    const others = run.state.tasks.filter(
      (other) => other.visit === task.visit && isOpenTask(other),
    );
    if (others.length > 0 && node.mode === "ALL") return;
    for (const other of others) run.record({ type: "TASK_WITHDRAWN", task: other.no });
    run.close(task.visit, outcome, no);
    run.settle();
  },
};

/** The linked outputs that are not there; where the office does not let that pass, it is refused. */
function checkOutputs(
  run: CaseRun,
  { task, outcome, given, lenient }: Completion,
): readonly string[] {
  const { plan, state } = run;
  const { node } = run.visit(run.openTask(task).visit);
  // A step may give what it needs itself: nobody else could.
  const isLeft = (output: string) => !given.some((one) => one.output === output);
  const missing = missingOutputs(plan, state, node).filter(isLeft);
  const owed = owedOutputs(plan, state, task, outcome).filter(isLeft);
  if (missing.length > 0 && lenient !== true) run.refuse("REQUIREMENT_MISSING");
  if (owed.length > 0 && lenient !== true) run.refuse("OUTPUT_REQUIRED");
  return [...new Set([...missing, ...owed])];
}
