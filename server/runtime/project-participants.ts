import type { CaseEvent, CaseState } from "../../domain/index.js";
import { addParticipant, removeParticipants } from "../persistence/case-store.js";
import type { Statement } from "../persistence/database.js";

/**
 * The writes that keep in mind who waits for a case that goes on: whose request it is, who started it
 * and who did a task of it. What somebody has done before is not written again.
 */
export function projectParticipants(
  instanceId: number,
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
): Statement[] {
  if (after.status === "COMPLETED" || after.status === "CANCELLED") {
    return [removeParticipants(instanceId)];
  }
  const known = new Set(
    before.tasks.flatMap(({ status, assignee }) => (status === "DONE" ? (assignee ?? []) : [])),
  );
  const joined = new Set(events.flatMap(whoJoins));
  return [...joined]
    .filter((personId) => !known.has(personId))
    .map((personId) => addParticipant(personId, instanceId));
}

/** Whom an event makes take part in the case. */
export function whoJoins(event: CaseEvent): number[] {
  if (event.type === "CASE_STARTED") {
    const { requester, startedBy } = event.request;
    return [requester, startedBy].filter((personId) => personId !== null);
  }
  return event.type === "TASK_DONE" && event.by !== null ? [event.by] : [];
}
