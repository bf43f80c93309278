import type { CaseCommand } from "../../domain/engine/case-command.js";
import { type CaseState, isOpenTask, unstarted } from "../../domain/engine/case-state.js";
import { ancestorsOf } from "../../domain/engine/remaining-history.js";
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
 * every open task is refused, or until so many commands were taken. It may be sent back so many
 * times on the way.
 */
export function playStrictly(
  plan: Plan,
  from: CaseState,
  dice: Dice,
  most: number,
  returns = 0,
): "COMPLETED" | "STUCK" | "GOES_ON" {
  let state = from;
  let left = returns;
  for (let count = 0; count < most; count += 1) {
    if (state.status === "COMPLETED") return "COMPLETED";
    if (left > 0 && dice.chance(0.3)) {
      left -= 1;
      state = sentBack(plan, state, dice);
      continue;
    }
    const next = step(plan, state, dice);
    if (next === null) return "STUCK";
    state = next;
  }
  return "GOES_ON";
}

/** The case sent back from an open task to any step that led to it; as it is, where none did. */
function sentBack(plan: Plan, state: CaseState, dice: Dice): CaseState {
  const task = dice.pick(state.tasks.filter(isOpenTask));
  const led = [...(task ? ancestorsOf(state, task.visit) : [])];
  const to = dice.pick(led.filter((no) => state.visits[no - 1]!.status === "DONE"));
  if (!task || to === undefined) return state;
  const result = transition(plan, state, {
    type: "RETURN",
    task: task.no,
    by: null,
    to,
    reason: "kurang lampiran",
  });
  if (!result.ok) throw new Error(result.refusal);
  return result.state;
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
