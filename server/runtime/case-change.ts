import type { CaseEvent, CaseState } from "../../domain/index.js";
import type { EnactedVersion } from "./enacted-version.js";

/** A case changed: which one, and the tasks, positions and people whose worklists that touches. */
export interface CaseChange {
  readonly instanceId: number;
  readonly officeId: number;
  /** Number and time of the log entry; times are epoch milliseconds. */
  readonly seq: number;
  readonly at: number;
  /** Numbers, within the case, of the tasks that changed. */
  readonly taskNos: readonly number[];
  readonly positionIds: readonly number[];
  readonly personIds: readonly number[];
}

/** The log entry that made the change, and whose case it is. */
export interface ChangingEntry {
  readonly instanceId: number;
  readonly officeId: number;
  readonly seq: number;
  readonly at: number;
  readonly requesterId: number | null;
  /** CaseEvent[] as JSON. */
  readonly events: string;
}

/** What an entry changed, for the server that wrote it and for those that find it in the log. */
export function caseChange(
  { instanceId, officeId, seq, at, requesterId, events }: ChangingEntry,
  version: EnactedVersion,
  before: CaseState,
  after: CaseState,
): CaseChange {
  const touched = after.tasks.filter((task, index) => {
    const old = before.tasks[index];
    return old?.status !== task.status || old.assignee !== task.assignee;
  });
  const people = new Set(touched.flatMap(({ assignee }) => assignee ?? []));
  for (const { assignee } of before.tasks) if (assignee !== null) people.add(assignee);
  if (requesterId !== null) people.add(requesterId);
  return {
    instanceId,
    officeId,
    seq,
    at,
    taskNos: [...touched.map(({ no }) => no), ...tasksWithMovedDeadlines(events)],
    positionIds: [...version.positionIds.values()],
    personIds: [...people],
  };
}

/** A deadline is no part of the state; most entries move none, and are not read for it. */
function tasksWithMovedDeadlines(events: string): readonly number[] {
  if (!events.includes('"DEADLINES_MOVED"')) return [];
  return (JSON.parse(events) as CaseEvent[]).flatMap((event) =>
    event.type === "DEADLINES_MOVED" ? event.moved.map(({ task }) => task) : [],
  );
}
