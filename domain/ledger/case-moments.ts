import { applyEvent } from "../engine/apply-event.js";
import type { CaseEvent } from "../engine/case-event.js";
import { type CaseState, hasEnded, unstarted } from "../engine/case-state.js";
import type { Plan } from "../plan/plan.js";
import { type OpenWork, openWork } from "./open-work.js";

/** What happened at once, in epoch milliseconds. */
export interface LoggedEvents {
  readonly at: number;
  readonly events: readonly CaseEvent[];
}

/** An entry of a case's log, and how the case stands from then on. */
export interface CaseMoment extends LoggedEvents {
  readonly state: CaseState;
  /** The open work until the next moment; empty once the case has ended. */
  readonly work: readonly OpenWork[];
}

/** Goes through a case's log, which is in its own order; its times never go back. */
export function caseMoments(plan: Plan, log: Iterable<LoggedEvents>): readonly CaseMoment[] {
  const moments: CaseMoment[] = [];
  let state = unstarted;
  for (const { at, events } of log) {
    for (const event of events) state = applyEvent(state, event);
    moments.push({ at, events, state, work: hasEnded(state.status) ? [] : openWork(plan, state) });
  }
  return moments;
}
