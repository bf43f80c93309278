import type { CaseCommand } from "../../domain/engine/case-command.js";
import { type CaseState, isOpenTask, unstarted } from "../../domain/engine/case-state.js";
import { transition } from "../../domain/engine/transition.js";
import type { Plan } from "../../domain/plan/plan.js";
import type { Dice } from "../walks/dice.js";

export const requestOfNobody = {
  sop: 1,
  version: 1,
  office: 1,
  title: null,
  requester: null,
  requesterName: "",
  startedBy: null,
};

export function startCase(plan: Plan): CaseState {
  const begun = transition(plan, unstarted, { type: "START", request: requestOfNobody, by: null });
  if (!begun.ok) throw new Error(begun.refusal);
  return begun.state;
}

/**
 * What the engine answers to a task of a step that is done with as little as it lets pass: all that
 * the step yields, without whatever it does not insist on.
 */
export function finishStep(plan: Plan, state: CaseState, no: number, outcome: string | null) {
  const node = plan.nodes.get(state.visits[state.tasks[no - 1]!.visit - 1]!.node)!;
  const finish = (outputs: readonly string[]) =>
    transition(plan, state, {
      type: "COMPLETE",
      task: no,
      by: null,
      outcome,
      given: outputs.map((output) => ({ output, reference: "" })),
      comment: null,
    });
  let given: readonly string[] = [...node.outputs];
  for (const output of given) {
    const fewer = given.filter((one) => one !== output);
    if (finish(fewer).ok) given = fewer;
  }
  return finish(given);
}

/**
 * Goes on with a case at random, as an office does that lets nothing pass: until it ends, until
 * every open task is refused, or until so many commands were taken.
 */
export function playStrictly(
  plan: Plan,
  from: CaseState,
  dice: Dice,
  most: number,
): "COMPLETED" | "STUCK" | "GOES_ON" {
  let state = from;
  for (let count = 0; count < most; count += 1) {
    if (state.status === "COMPLETED") return "COMPLETED";
    const next = step(plan, state, dice);
    if (next === null) return "STUCK";
    state = next;
  }
  return "GOES_ON";
}

/** One command that is taken, of those that may be; `null` where none is. */
function step(plan: Plan, state: CaseState, dice: Dice): CaseState | null {
  const tasks = state.tasks.filter(isOpenTask).map(({ no }) => no);
  const calls = state.visits.filter(
    ({ status, node }) => status === "OPEN" && plan.nodes.get(node)!.opens === "CALL",
  );
  const left: (() => CaseState | null)[] = [
    ...tasks.map((no) => () => {
      const node = plan.nodes.get(state.visits[state.tasks[no - 1]!.visit - 1]!.node)!;
      const outcome = node.leaves === "CHOSEN_EDGE" ? dice.pick(node.out)!.key : null;
      const result = finishStep(plan, state, no, outcome);
      if (!result.ok && result.refusal !== "REQUIREMENT_MISSING") throw new Error(result.refusal);
      return result.ok ? result.state : null;
    }),
    ...calls.map((visit) => () => {
      const type: CaseCommand["type"] =
        visit.child === undefined ? "CHILD_STARTED" : "CHILD_COMPLETED";
      const result = transition(plan, state, { type, visit: visit.no, instance: visit.no });
      if (!result.ok) throw new Error(result.refusal);
      return result.state;
    }),
  ];
  while (left.length > 0) {
    const [way] = left.splice(dice.below(left.length), 1);
    const next = way!();
    if (next !== null) return next;
  }
  return null;
}
