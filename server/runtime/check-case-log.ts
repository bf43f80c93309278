import { isDeepStrictEqual } from "node:util";
import {
  applyEvent,
  type CaseEvent,
  type CaseRequest,
  type CaseState,
  unstarted,
} from "../../domain/index.js";
import { type ExpectedFile, filesOfEvents } from "./check-case-files.js";
import type { CaseLog, InstanceRow, TaskRow } from "./case-log.js";
import { historyHash } from "./history-hash.js";
import { whoJoins } from "./project-participants.js";

/** The first row of a case that is not as the log says. */
export interface LogFault {
  readonly table: "instance" | "history_entry" | "task" | "case_participant" | "stored_file";
  readonly instanceId: number;
  /**
   * `seq` of a history entry, `no` of a task, a participant's person, a file's id; `null` for the
   * case's own row.
   */
  readonly number: number | null;
  /** What differs, in words. */
  readonly what: string;
}

/** A row by itself: which one, and what it must be. */
type Expected<T> = { readonly [K in keyof T]?: T[K] };

/** What the log alone says of a case. */
interface Retold {
  readonly state: CaseState;
  readonly tasks: readonly Expected<TaskRow>[];
  readonly holdReason: string | null;
  readonly heldSince: number | null;
  readonly request: CaseRequest | null;
  /** Who takes part in a case that goes on. */
  readonly participants: ReadonlySet<number>;
  readonly files: readonly ExpectedFile[];
}

/** Checks chain, numbering, state, tasks and participants of one case; `null` when all of it agrees. */
export function checkCaseLog(log: CaseLog): LogFault | null {
  const { instance } = log;
  const fault = (table: LogFault["table"], number: number | null, what: string): LogFault => ({
    table,
    instanceId: instance.id,
    number,
    what,
  });

  const broken = brokenEntry(log);
  if (broken) return fault("history_entry", broken.seq, broken.what);
  const last = log.entries.at(-1);
  const { length } = log.entries;
  if (instance.version !== length && instance.headHash !== last?.hash) {
    // The case's own hash belongs to another last entry, so it is the log that was cut or prolonged.
    return instance.version > length
      ? fault("history_entry", length + 1, "is missing")
      : fault("history_entry", instance.version + 1, "is one more than the case has had");
  }

  let retold: Retold;
  try {
    retold = retell(log);
  } catch (error) {
    return fault("history_entry", null, `the events cannot be read (${String(error)})`);
  }
  const own = differenceOfInstance(instance, expectedInstance(log, retold), retold.state);
  if (own !== null) return fault("instance", null, own);

  for (const [index, expected] of retold.tasks.entries()) {
    const found = log.tasks.find((task) => task.no === index + 1);
    if (!found) return fault("task", index + 1, "is missing");
    const what = differenceOf(found, expected);
    if (what !== null) return fault("task", index + 1, what);
  }
  const extra = log.tasks.find(({ no }) => no < 1 || no > retold.tasks.length);
  if (extra) return fault("task", extra.no, "is not in the log");

  const named = new Set<number>();
  for (const expected of retold.files) {
    const found = log.files.find(({ id }) => id === expected.id);
    if (!found) return fault("stored_file", expected.id, "is missing");
    // One that is named again stays what it was attached to first.
    const { name, type, size, sha256 } = expected;
    const content = { name, type, size, sha256 };
    const isNamedAgain = named.has(expected.id);
    named.add(expected.id);
    const what = differenceOf<ExpectedFile>(found, isNamedAgain ? content : expected);
    if (what !== null) return fault("stored_file", expected.id, what);
  }
  const unlogged = log.files.find(({ id }) => retold.files.every((file) => file.id !== id));
  if (unlogged) return fault("stored_file", unlogged.id, "is not in the log");

  const lost = [...retold.participants].find((person) => !log.participants.includes(person));
  if (lost !== undefined) return fault("case_participant", lost, "is missing");
  const strange = log.participants.find((person) => !retold.participants.has(person));
  return strange === undefined ? null : fault("case_participant", strange, "is not in the log");
}

/** The first entry that is missing, or does not fit its hash and the one before it. */
function brokenEntry({ entries }: CaseLog): { seq: number; what: string } | null {
  let hash = "";
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return { seq: index + 1, what: "is missing" };
    if (historyHash(hash, entry) !== entry.hash) {
      return { seq: entry.seq, what: "does not match its hash and the entry before it" };
    }
    hash = entry.hash;
  }
  return null;
}

const closed = new Set(["COMPLETED", "CANCELLED"]);

function expectedInstance({ entries }: CaseLog, retold: Retold): Expected<InstanceRow> {
  const last = entries.at(-1);
  const { status } = retold.state;
  const { request } = retold;
  return {
    version: entries.length,
    headHash: last?.hash ?? "",
    status,
    startedAt: entries[0]?.at ?? 0,
    lastEventAt: last?.at ?? 0,
    endedAt: closed.has(status) ? (last?.at ?? 0) : null,
    holdReason: retold.holdReason,
    heldSince: retold.heldSince,
    ...(request && {
      sopId: request.sop,
      versionId: request.version,
      officeId: request.office,
      title: request.title,
      requesterId: request.requester,
      requesterName: request.requesterName,
      startedBy: request.startedBy,
      parentInstanceId: request.parent?.instance ?? null,
      parentVisit: request.parent?.visit ?? null,
    }),
  };
}

function differenceOfInstance(
  instance: InstanceRow,
  expected: Expected<InstanceRow>,
  state: CaseState,
): string | null {
  const what = differenceOf(instance, expected);
  if (what !== null) return what;
  let stored: unknown;
  try {
    stored = JSON.parse(instance.state);
  } catch {
    return "state is no JSON";
  }
  const path = firstDifference(stored, state, "state");
  return path === null ? null : `${path} is not what the log makes of it`;
}

/** `status is "DONE", the log says "OPEN"`; `null` where all that is expected is so. */
function differenceOf<T extends object>(row: T, expected: Expected<T>): string | null {
  for (const [name, value] of Object.entries(expected)) {
    const found = (row as Record<string, unknown>)[name];
    if (found === value) continue;
    return `${name} is ${JSON.stringify(found)}, the log says ${JSON.stringify(value)}`;
  }
  return null;
}

function firstDifference(left: unknown, right: unknown, path: string): string | null {
  if (isDeepStrictEqual(left, right)) return null;
  const both = [left, right];
  if (!both.every((value) => typeof value === "object" && value !== null)) return path;
  const [one, other] = both as Record<string, unknown>[];
  const keys = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  for (const key of keys) {
    const found = firstDifference(one?.[key], other?.[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return path;
}

/** Tells the case again, event by event. */
function retell({ entries }: CaseLog): Retold {
  let state = unstarted;
  let holdReason: string | null = null;
  let heldSince: number | null = null;
  let request: CaseRequest | null = null;
  const tasks: Record<string, unknown>[] = [];
  const participants = new Set<number>();
  const files: ExpectedFile[] = [];
  for (const { at, events } of entries) {
    const happened = JSON.parse(events) as CaseEvent[];
    files.push(...filesOfEvents(happened));
    for (const event of happened) {
      state = applyEvent(state, event);
      if (event.type === "CASE_STARTED") request = event.request;
      for (const person of whoJoins(event)) participants.add(person);
      if (event.type === "CASE_HELD") [holdReason, heldSince] = [event.reason, at];
      else if (event.type === "CASE_RESUMED" || event.type === "CASE_CANCELLED")
        [holdReason, heldSince] = [null, null];
      if (event.type === "DEADLINES_MOVED") {
        for (const { task, to } of event.moved) Object.assign(tasks[task - 1] ?? {}, { dueAt: to });
      }
      // It gives back the time of the hold, by a calendar that the log does not know.
      if (event.type === "CASE_RESUMED") for (const task of tasks) delete task["dueAt"];
      if (isTaskEvent(event))
        tasks[event.task - 1] = afterEvent(tasks[event.task - 1], event, at, state);
    }
  }
  for (const [index, task] of state.tasks.entries()) {
    const { status, assignee } = task;
    const isOpen = status === "OPEN" || status === "CLAIMED" ? 1 : 0;
    Object.assign(tasks[index] ?? {}, { status, isOpen, assigneeId: assignee });
  }
  // Of a case that has ended nobody has anything to wait for.
  if (closed.has(state.status)) participants.clear();
  const rows = tasks as Expected<TaskRow>[];
  return { state, tasks: rows, holdReason, heldSince, request, participants, files };
}

type TaskEvent = Extract<CaseEvent, { type: `TASK_${string}` }>;

const isTaskEvent = (event: CaseEvent): event is TaskEvent => event.type.startsWith("TASK_");

/** The times and texts of a task's row after an event of it. */
function afterEvent(
  before: Record<string, unknown> | undefined,
  event: TaskEvent,
  at: number,
  state: CaseState,
): Record<string, unknown> {
  if (event.type === "TASK_OPENED") {
    const { visit, lane, label } = event;
    const nodeKey = state.visits[visit - 1]?.node;
    const none = {
      claimedAt: null,
      closedAt: null,
      closedBy: null,
      outcome: null,
      given: null,
      comment: null,
    };
    return { visit, nodeKey, laneKey: lane, label, openedAt: at, ...none };
  }
  if (event.type === "TASK_RELEASED") return { ...before, claimedAt: null };
  // One that was done and then undone keeps when it was done.
  if (event.type === "TASK_WITHDRAWN") return { ...before, closedAt: before?.["closedAt"] ?? at };
  if (event.type !== "TASK_DONE") return { ...before, claimedAt: at };
  const { outcome, given, comment } = event;
  return {
    ...before,
    claimedAt: before?.["claimedAt"] ?? at,
    closedAt: at,
    closedBy: event.by,
    outcome,
    given: given.length > 0 ? JSON.stringify(given) : null,
    comment,
  };
}
