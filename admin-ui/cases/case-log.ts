import type { AttachedFile, CaseEvent } from "../../domain/index.js";

/** One entry of a case's log, as the API gives it. */
export interface LogEntry {
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  readonly events: unknown;
}

export type LogEventType = CaseEvent["type"];

/** The domain's events with people and cases by their ids, as the API gives them. */
export type LogEvent<Type extends LogEventType = LogEventType> = Type extends LogEventType
  ? WithIds<Extract<CaseEvent, { type: Type }>>
  : never;
type WithIds<Event> = {
  [Key in keyof Event]: Key extends "by" | "to" | "instance"
    ? Exclude<Event[Key], number> | string
    : WithFileIds<Event[Key]>;
};

/** A file as the log names it, with the id that it is asked for with. */
export type LogFile = Omit<AttachedFile, "file"> & { readonly file: string };

type WithFileIds<Value> = Value extends AttachedFile
  ? LogFile
  : Value extends readonly (infer Item)[]
    ? readonly WithFileIds<Item>[]
    : Value extends { readonly files?: readonly AttachedFile[] }
      ? { [Key in keyof Value]: WithFileIds<Value[Key]> }
      : Value;

const known: Readonly<Record<LogEventType, true>> = {
  CASE_STARTED: true,
  VISIT_OPENED: true,
  VISIT_DONE: true,
  VISIT_UNDONE: true,
  TASK_OPENED: true,
  TASK_CLAIMED: true,
  TASK_RELEASED: true,
  TASK_DELEGATED: true,
  TASK_DONE: true,
  TASK_WITHDRAWN: true,
  TOKEN_PLACED: true,
  TOKEN_TAKEN: true,
  CASE_COMPLETED: true,
  CASE_RETURNED: true,
  CASE_RECALLED: true,
  COMMENT_ADDED: true,
  DEADLINES_MOVED: true,
  CHILD_STARTED: true,
  CHILD_COMPLETED: true,
  CHILD_CANCELLED: true,
  CASE_HELD: true,
  CASE_RESUMED: true,
  CASE_CANCELLED: true,
};

/** What happened, without what a newer server than this page may tell. */
export function eventsOf({ events }: LogEntry): readonly LogEvent[] {
  if (!Array.isArray(events)) return [];
  return (events as readonly LogEvent[]).filter(({ type }) => Object.hasOwn(known, type));
}

/**
 * The names of the people in the log, by their ids: whoever took or did something is the actor of
 * that entry; somebody who has only been given a task is known by having it still.
 */
export function peopleOf(
  log: readonly LogEntry[],
  assignees: Iterable<{ readonly id: string; readonly name: string | null }>,
): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const { id, name } of assignees) if (name !== null) people.set(id, name);
  for (const entry of log) {
    for (const event of eventsOf(entry)) {
      if (event.type !== "TASK_CLAIMED" && event.type !== "TASK_DONE") continue;
      if (event.by !== null) people.set(event.by, entry.actorName);
    }
  }
  return people;
}
