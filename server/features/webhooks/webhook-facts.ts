import type { CaseEvent, CaseState, CaseStatus, TaskStatus } from "../../../domain/index.js";
import type { CaseStep } from "../../runtime/case-observer.js";
import { eventOfCase, type WebhookEvent } from "./webhook-event.js";

/** A task as it is after an event; keys of the version's graph, numbers within the case. */
export interface TaskFact {
  readonly no: number;
  readonly visit: number;
  readonly node: string;
  readonly lane: string;
  readonly label: string | null;
  readonly status: TaskStatus;
  /** Key of the edge that was chosen, where the event is that it was done. */
  readonly outcome: string | null;
}

/** What happened to a case, as the outbox keeps it: little, for it is written on the hot path. */
export interface CaseFact {
  readonly event: WebhookEvent;
  readonly at: number;
  readonly instanceId: number;
  readonly versionId: number;
  readonly seq: number;
  readonly status: CaseStatus;
  readonly task: TaskFact | null;
  /** Where a return or recall leads to. */
  readonly back: { readonly visit: number; readonly node: string } | null;
}

export interface VersionFact {
  readonly event: WebhookEvent;
  readonly at: number;
  readonly versionId: number;
  readonly inForceFrom: number;
}

export interface TestFact {
  readonly event: "TEST";
  readonly at: number;
}

/** What is to be told; `body` where it was told before and is sent again as it was. */
export type WebhookFact =
  | CaseFact
  | VersionFact
  | TestFact
  | { readonly event: WebhookEvent | "TEST"; readonly at: number; readonly body: string };

/** What an endpoint that wants `isWanted` is told of a command. */
export function factsOf(
  step: CaseStep,
  isWanted: (event: WebhookEvent) => boolean,
): readonly CaseFact[] {
  return step.events.flatMap((it) => {
    const event = eventOfCase[it.type];
    if (event === undefined || !isWanted(event)) return [];
    const { at, instanceId, versionId, seq, after } = step;
    return {
      ...{ event, at, instanceId, versionId, seq, status: after.status },
      task: "task" in it && it.task !== undefined ? taskOf(after, it.task, it) : null,
      back: it.type === "CASE_RETURNED" || it.type === "CASE_RECALLED" ? backTo(after, it) : null,
    };
  });
}

function taskOf({ tasks, visits }: CaseState, no: number, event: CaseEvent): TaskFact | null {
  const task = tasks[no - 1];
  if (!task) return null;
  const { visit, lane, label, status } = task;
  const node = visits[visit - 1]?.node ?? "";
  const outcome = event.type === "TASK_DONE" ? event.outcome : null;
  return { no, visit, node, lane, label, status, outcome };
}

const backTo = ({ visits }: CaseState, { visit }: { readonly visit: number }) => ({
  visit,
  node: visits[visit - 1]?.node ?? "",
});
