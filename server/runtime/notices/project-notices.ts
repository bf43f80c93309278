import {
  type CaseCommand,
  type CaseState,
  isOpenTask,
  type TaskState,
} from "../../../domain/index.js";
import type { Actor } from "../../kernel/actor.js";
import { type EnactedVersion, positionOfLane } from "../enacted-version.js";
import type { NewNotice } from "./notice-board.js";
import type { NoticeDetails, NoticeKind } from "./notice-kinds.js";

export interface NoticeSource {
  readonly version: EnactedVersion;
  readonly instanceId: number;
  readonly requesterId: number | null;
  readonly actor: Actor;
}

/**
 * Whom a command of a case tells what. It knows states and plan alone, so that it costs a completion
 * no question to the database: positions are told and not their holders.
 */
export function projectNotices(
  before: CaseState,
  after: CaseState,
  command: CaseCommand,
  source: NoticeSource,
): NewNotice[] {
  const exceptId = source.actor.type === "PERSON" ? source.actor.personId : null;
  return [
    ...ofTasks(before, after, command, source),
    ...ofRequest(before, after, command, source),
    ...ofStanding(before, after, command, source),
  ].map((notice) => ({ ...notice, exceptId, instanceId: source.instanceId }));
}

type Told = Omit<NewNotice, "exceptId" | "instanceId">;

/** Tasks that somebody could do now and could not before. */
function ofTasks(
  before: CaseState,
  after: CaseState,
  command: CaseCommand,
  source: NoticeSource,
): Told[] {
  if (after.status !== "RUNNING") return [];
  return after.tasks.flatMap((task, index) => {
    const old = before.tasks[index];
    if (!isOpenTask(task) || (old && old.assignee === task.assignee)) return [];
    // Whoever claims a task knows of it.
    if (old && task.assignee !== null && command.type !== "DELEGATE") return [];
    const to = receiverOf(task, source);
    return to === null ? [] : [{ ...tellingOf(task, command, source), to, taskNo: task.no }];
  });
}

function tellingOf(
  task: TaskState,
  command: CaseCommand,
  source: NoticeSource,
): { kind: NoticeKind; details?: NoticeDetails } {
  if (command.type === "DELEGATE") {
    return { kind: "TASK_DELEGATED", details: { actor: nameOf(source.actor) } };
  }
  const isRequesters = positionOfLane(source.version, task.lane) === null;
  const kind = isRequesters ? "REQUEST_BACK" : "TASK_RETURNED";
  if (command.type === "RETURN") return { kind, details: { reason: command.reason } };
  return { kind: isRequesters ? "REQUEST_BACK" : "TASK_ARRIVED" };
}

const nameOf = (actor: Actor): string => ("name" in actor ? actor.name : "");

/** Who may work it: whoever has claimed it, its position, or its requester if they have an account. */
function receiverOf(
  task: TaskState,
  { version, requesterId }: NoticeSource,
): NewNotice["to"] | null {
  if (task.assignee !== null) return { personId: task.assignee };
  const positionId = positionOfLane(version, task.lane);
  if (positionId !== null) return { positionId };
  return requesterId === null ? null : { personId: requesterId };
}

/** Where the requester's letter is. */
function ofRequest(
  before: CaseState,
  after: CaseState,
  command: CaseCommand,
  { version, requesterId }: NoticeSource,
): Told[] {
  if (requesterId === null || before.visits.length === 0) return [];
  const to = { personId: requesterId };
  if (after.status === "COMPLETED") return [{ kind: "REQUEST_FINISHED", to }];
  if (command.type === "CANCEL") {
    return [{ kind: "REQUEST_CANCELLED", to, details: { reason: command.reason } }];
  }
  if (command.type === "HOLD") {
    return [{ kind: "CASE_HELD", to, details: { reason: command.reason } }];
  }
  if (command.type === "RESUME") return [{ kind: "CASE_RESUMED", to }];
  if (!hasRequesterLane(version)) return [];
  const known = new Set(openLanes(before));
  const come = openLanes(after).filter((lane) => !known.has(lane));
  // That it waits for the requester is told of the task itself.
  const positionId = come.map((lane) => positionOfLane(version, lane)).find((id) => id !== null);
  if (positionId === undefined || positionId === null) return [];
  return [{ kind: "REQUEST_MOVED", to, details: { positionId } }];
}

/** Whoever began work of their own office's is no applicant who follows a letter. */
const hasRequesterLane = ({ plan }: EnactedVersion): boolean =>
  [...plan.bindings.values()].some((binding) => binding?.type === "REQUESTER");

const openLanes = ({ tasks }: CaseState): string[] =>
  tasks.filter(isOpenTask).map(({ lane }) => lane);

const standing = {
  HOLD: "CASE_HELD",
  RESUME: "CASE_RESUMED",
  CANCEL: "CASE_CANCELLED",
} as const satisfies Partial<Record<CaseCommand["type"], NoticeKind>>;

/** That a case stands still, goes on or is no more, to those who have a task of it in hand or before them. */
function ofStanding(
  before: CaseState,
  after: CaseState,
  command: CaseCommand,
  source: NoticeSource,
): Told[] {
  if (!(command.type in standing) || before.status === after.status) return [];
  const { type } = command as { type: keyof typeof standing };
  const details = "reason" in command ? { details: { reason: command.reason } } : {};
  const told = new Map<string, NewNotice["to"]>();
  for (const task of before.tasks.filter(isOpenTask)) {
    const to = receiverOf(task, source);
    // Requesters are told as such.
    if (to && !("personId" in to && to.personId === source.requesterId)) {
      told.set(JSON.stringify(to), to);
    }
  }
  return [...told.values()].map((to) => ({ kind: standing[type], to, ...details }));
}
