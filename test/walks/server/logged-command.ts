import type { CaseCommand } from "../../../domain/engine/case-command.js";
import type { CaseEvent, CaseEventType } from "../../../domain/engine/case-event.js";

/** One entry of a case's log, as it is stored. */
export interface LoggedEntry {
  readonly seq: number;
  readonly command: CaseCommand["type"];
  /** Who asked, where that was a person. */
  readonly person: number | null;
  readonly events: readonly CaseEvent[];
}

type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
type Readers = {
  [T in CaseCommand["type"]]: (entry: LoggedEntry) => Extract<CaseCommand, { type: T }>;
};

/** The command that an entry tells of; throws where it does not tell of one. */
export const loggedCommand = (entry: LoggedEntry): CaseCommand => readers[entry.command](entry);

function event<T extends CaseEventType>({ seq, events }: LoggedEntry, type: T): EventOf<T> {
  const found = events.find((one): one is EventOf<T> => one.type === type);
  if (!found) throw new Error(`Entry ${seq} has no ${type}`);
  return found;
}

const readers: Readers = {
  START: (entry) => ({
    type: "START",
    request: event(entry, "CASE_STARTED").request,
    by: entry.events.find((one) => one.type === "TASK_CLAIMED")?.by ?? null,
  }),
  CLAIM: (entry) => ({ ...event(entry, "TASK_CLAIMED"), type: "CLAIM" }),
  RELEASE: (entry) => ({
    type: "RELEASE",
    task: event(entry, "TASK_RELEASED").task,
    by: entry.person ?? 0,
    force: true,
  }),
  DELEGATE: (entry) => ({
    ...event(entry, "TASK_DELEGATED"),
    type: "DELEGATE",
    by: entry.person ?? 0,
  }),
  COMPLETE: (entry) => {
    const { missing, ...done } = event(entry, "TASK_DONE");
    return { ...done, type: "COMPLETE", ...(missing && { lenient: true }) };
  },
  RETURN: (entry) => {
    const { task, visit, reason } = event(entry, "CASE_RETURNED");
    return { type: "RETURN", task, by: entry.person, to: visit, reason };
  },
  RECALL: (entry) => ({
    type: "RECALL",
    task: event(entry, "CASE_RECALLED").task,
    by: entry.person,
  }),
  MOVE_DEADLINES: (entry) => ({ ...event(entry, "DEADLINES_MOVED"), type: "MOVE_DEADLINES" }),
  COMMENT: (entry) => ({ type: "COMMENT", text: event(entry, "COMMENT_ADDED").text }),
  CHILD_STARTED: (entry) => event(entry, "CHILD_STARTED"),
  CHILD_COMPLETED: (entry) => event(entry, "CHILD_COMPLETED"),
  CHILD_CANCELLED: (entry) => event(entry, "CHILD_CANCELLED"),
  HOLD: (entry) => event(entry, "CASE_HELD") && { ...event(entry, "CASE_HELD"), type: "HOLD" },
  RESUME: () => ({ type: "RESUME" }),
  CANCEL: (entry) => ({ type: "CANCEL", reason: event(entry, "CASE_CANCELLED").reason }),
};
