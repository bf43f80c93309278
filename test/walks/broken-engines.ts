import { applyEvent } from "../../domain/engine/apply-event.js";
import type { CaseCommand } from "../../domain/engine/case-command.js";
import type { CaseEvent } from "../../domain/engine/case-event.js";
import type { CaseState } from "../../domain/engine/case-state.js";
import { transition, type TransitionResult } from "../../domain/engine/transition.js";
import type { Transition } from "./walk-run.js";

type Done = Extract<TransitionResult, { ok: true }>;

/** The engine with one thing wrong, where `spoil` changes what it makes of a command. */
const spoiled =
  (spoil: (done: Done, before: CaseState, command: CaseCommand) => Done): Transition =>
  (plan, state, command) => {
    const result = transition(plan, state, command);
    return result.ok ? spoil(result, state, command) : result;
  };

/** Its events without some, and the state that they make. */
const without = (
  types: readonly CaseCommand["type"][],
  lost: (event: CaseEvent, before: CaseState) => boolean,
): Transition =>
  spoiled((done, before, { type }) =>
    types.includes(type)
      ? told(
          done,
          before,
          done.events.filter((event) => !lost(event, before)),
        )
      : done,
  );

const told = (done: Done, before: CaseState, events: readonly CaseEvent[]): Done => {
  let state = before;
  for (const event of events) state = applyEvent(state, event);
  return { ...done, events, state };
};

/** Does nothing, and says yes, where the engine says no for this reason. */
const yielding =
  (refusal: string): Transition =>
  (plan, state, command) => {
    const result = transition(plan, state, command);
    if (result.ok || result.refusal !== refusal) return result;
    return { ok: true, state, events: [], effects: [] };
  };

const isTask = (event: CaseEvent, before: CaseState, status: string): boolean =>
  "task" in event && event.task !== undefined && before.tasks[event.task - 1]?.status === status;

/** Engines each of which is wrong in one way; a walk that finds nothing in them is worth nothing. */
export const brokenEngines: Readonly<Record<string, Transition>> = {
  "does not give tokens back to a join": without(
    ["RETURN", "RECALL"],
    ({ type }) => type === "TOKEN_PLACED",
  ),
  "keeps at a join the token of what was undone": without(
    ["RETURN", "RECALL"],
    ({ type }) => type === "TOKEN_TAKEN",
  ),
  "lets outputs count that were undone": without(
    ["RETURN", "RECALL"],
    (event, before) => event.type === "TASK_WITHDRAWN" && isTask(event, before, "DONE"),
  ),
  "leaves tasks open that were undone": without(
    ["RETURN", "RECALL"],
    (event, before) => event.type === "TASK_WITHDRAWN" && !isTask(event, before, "DONE"),
  ),
  "leaves a visit standing that was undone": without(
    ["RETURN"],
    (event, before) =>
      event.type === "VISIT_UNDONE" && before.visits[event.visit - 1]?.status === "OPEN",
  ),
  "undoes what others do beside it": spoiled((done, before, { type }) => {
    const kept = done.state.tasks.filter(
      ({ no, status }) => no <= before.tasks.length && (status === "OPEN" || status === "CLAIMED"),
    );
    if (type !== "RETURN") return done;
    const events = kept.map(({ no }) => ({ type: "TASK_WITHDRAWN", task: no }) as const);
    return told(done, before, [...done.events, ...events]);
  }),
  "takes a claim back by a return beside it": spoiled((done, before, { type }) => {
    const claimed = done.state.tasks.filter(({ status }) => status === "CLAIMED");
    if (type !== "RETURN") return done;
    const events = claimed.map(({ no }) => ({ type: "TASK_RELEASED", task: no }) as const);
    return told(done, before, [...done.events, ...events]);
  }),
  "leaves the others of an any-of step with their tasks": without(
    ["COMPLETE"],
    ({ type }) => type === "TASK_WITHDRAWN",
  ),
  "leaves a join's tokens where they were": without(
    ["COMPLETE"],
    ({ type }) => type === "TOKEN_TAKEN",
  ),
  "forgets which visits a join has waited for": spoiled((done, before) =>
    told(
      done,
      before,
      done.events.map((event) =>
        event.type === "VISIT_OPENED" ? { ...event, causes: event.causes.slice(0, 1) } : event,
      ),
    ),
  ),
  "sends a case back to anywhere": yielding("NOT_AN_ANCESTOR"),
  "lets anybody recall at any time": yielding("RECALL_TOO_LATE"),
  "completes without the papers": yielding("REQUIREMENT_MISSING"),
  "asks for no paper that others need": yielding("OUTPUT_REQUIRED"),
  "goes on while it is held": yielding("INSTANCE_HELD"),
  "lets one work the task of another": yielding("NOT_YOUR_TASK"),
  "logs less than it does": spoiled((done) => ({ ...done, events: done.events.slice(1) })),
  "keeps more than the log": spoiled((done) => ({
    ...done,
    state: { ...done.state, tokens: [...done.state.tokens].reverse() },
  })),
  "keeps what JSON does not": spoiled((done) => ({
    ...done,
    state: { ...done.state, heldByParent: undefined } as unknown as CaseState,
  })),
  "writes to the state that it was given": (plan, state, command) => {
    const result = transition(plan, state, command);
    if (result.ok) Object.assign(state, { status: result.state.status });
    return result;
  },
  "claims anew what is claimed already": spoiled((done, before, command) => {
    if (command.type !== "CLAIM" || done.events.length > 0) return done;
    return told(done, before, [{ type: "TASK_RELEASED", task: command.task }]);
  }),
  "starts no case once it is resumed": spoiled((done, _, { type }) =>
    type === "RESUME" ? { ...done, effects: [] } : done,
  ),
  "leaves the called case running": spoiled((done, _, { type }) =>
    type === "RETURN" || type === "CANCEL" ? { ...done, effects: [] } : done,
  ),
  "gets stuck after a return": (plan, state, command) => {
    const isUndone = state.visits.some(({ status }) => status === "UNDONE");
    const isLast = state.tasks.filter(({ status }) => status === "OPEN").length === 1;
    if (command.type === "COMPLETE" && isUndone && isLast && state.visits.length > 6) {
      return { ok: false, refusal: "RUNAWAY" };
    }
    return transition(plan, state, command);
  },
  "ends while somebody still works": spoiled((done, before, { type }) => {
    const isLate = before.visits.length > 5 && type === "COMPLETE";
    const isRunning = done.state.status === "RUNNING";
    if (!isLate || !isRunning) return done;
    return told(done, before, [...done.events, { type: "CASE_COMPLETED" }]);
  }),
};
