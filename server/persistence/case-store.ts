import type { Row, Statement, Tx } from "./database.js";

/**
 * The hot path: start, claim and complete in hand-written SQL. Every change of a case writes the
 * instance row first, conditionally on its version, so that two of them can never both succeed.
 */

/** What a transition needs to know of a case before it. */
export interface CaseHead {
  readonly instanceId: number;
  readonly sopId: number;
  readonly versionId: number;
  readonly officeId: number;
  /** Number of the last history entry. */
  readonly seq: number;
  readonly requesterId: number | null;
  readonly lastEventAt: number;
  readonly headHash: string;
  /** CaseState as JSON. */
  readonly state: string;
  /** The case whose connector started it, and the visit there; `null` for most. */
  readonly parentInstanceId: number | null;
  readonly parentVisit: number | null;
}

/** The same, and the task that the command is about. */
export interface TaskHead extends CaseHead {
  readonly taskId: number;
  readonly taskNo: number;
  readonly nodeKey: string;
  readonly laneKey: string;
  readonly positionId: number | null;
  /** Set where the task stands in the requester's lane; `null` with `positionId` null: no account. */
  readonly taskRequesterId: number | null;
}

const headColumns = `i.id AS instanceId, i.sop_id AS sopId, i.version_id AS versionId,
  i.office_id AS officeId, i.version AS seq, i.requester_id AS requesterId,
  i.last_event_at AS lastEventAt, i.head_hash AS headHash, i.state AS state,
  i.parent_instance_id AS parentInstanceId, i.parent_visit AS parentVisit`;

const selectHead = `SELECT ${headColumns} FROM instance i WHERE i.id = ?`;

/**
 * The plus hides the value from SQLite's planner, which for a bare `?` would plan this join anew at
 * each execution, for five times the cost.
 */
const selectTaskHead = `SELECT ${headColumns}, t.id AS taskId, t.no AS taskNo,
  t.node_key AS nodeKey, t.lane_key AS laneKey, t.position_id AS positionId,
  t.requester_id AS taskRequesterId
  FROM task t JOIN instance i ON i.id = t.instance_id WHERE t.id = +?`;

export const findCaseHead = (tx: Tx, instanceId: number): Promise<CaseHead | undefined> =>
  tx.get<CaseHead & Row>(selectHead, [instanceId]);

export const findTaskHead = (tx: Tx, taskId: number): Promise<TaskHead | undefined> =>
  tx.get<TaskHead & Row>(selectTaskHead, [taskId]);

/** What a case is about, for the one that it calls. */
export type RequestRow = Pick<NewCase, "title" | "requesterId" | "requesterName">;

export const findRequest = (tx: Tx, instanceId: number): Promise<RequestRow | undefined> =>
  tx.get<RequestRow & Row>(
    `SELECT title, requester_id AS requesterId, requester_name AS requesterName FROM instance
      WHERE id = ?`,
    [instanceId],
  );

/** The instance as it is after the entry `seq + 1`. */
export interface CaseUpdate {
  readonly status: string;
  readonly state: string;
  readonly headHash: string;
  readonly at: number;
  readonly endedAt: number | null;
  /** `undefined`: as it was. */
  readonly holdReason: string | null | undefined;
  /** The calendar by which deadlines were counted now; `null`: none is open; `undefined`: by none. */
  readonly calendarStamp: number | null | undefined;
}

export function updateCase(head: CaseHead, next: CaseUpdate): Statement {
  const { holdReason } = next;
  const stamp = stampAfter(next.calendarStamp);
  return {
    sql: `UPDATE instance SET version = ?, status = ?, state = ?, head_hash = ?, last_event_at = ?,
      ended_at = ?, hold_reason = ${holdReason === undefined ? "hold_reason" : "?"},
      calendar_stamp = ${stamp.sql} WHERE id = ? AND version = ?`,
    params: [
      head.seq + 1,
      next.status,
      next.state,
      next.headHash,
      next.at,
      next.endedAt,
      ...(holdReason === undefined ? [] : [holdReason]),
      ...stamp.params,
      head.instanceId,
      head.seq,
    ],
    expect: 1,
  };
}

/** The older of the two stays: a server that has not heard of a calendar yet must not hide it. */
function stampAfter(stamp: number | null | undefined) {
  if (stamp === undefined) return { sql: "calendar_stamp", params: [] };
  if (stamp === null) return { sql: "NULL", params: [] };
  return {
    sql: "CASE WHEN calendar_stamp < ? THEN calendar_stamp ELSE ? END",
    params: [stamp, stamp],
  };
}

export interface NewCase {
  readonly sopId: number;
  readonly versionId: number;
  readonly officeId: number;
  readonly title: string | null;
  readonly requesterId: number | null;
  readonly requesterName: string;
  readonly startedBy: number | null;
  /** The connector that starts it; `null` where somebody does. */
  readonly parent: { readonly instance: number; readonly visit: number } | null;
  readonly at: number;
}

/** Inserts the row that the first entry then updates; answers its id. */
export async function insertCase(tx: Tx, it: NewCase): Promise<number> {
  const { insertId } = await tx.run(
    `INSERT INTO instance (sop_id, version_id, office_id, version, status, title, requester_id,
      requester_name, started_by, started_at, last_event_at, state, head_hash, parent_instance_id,
      parent_visit) VALUES (?, ?, ?, 0, 'RUNNING', ?, ?, ?, ?, ?, ?, '', '', ?, ?)`,
    [
      it.sopId,
      it.versionId,
      it.officeId,
      it.title,
      it.requesterId,
      it.requesterName,
      it.startedBy,
      it.at,
      it.at,
      it.parent?.instance ?? null,
      it.parent?.visit ?? null,
    ],
  );
  return insertId;
}

export interface HistoryRow {
  readonly instanceId: number;
  readonly seq: number;
  readonly at: number;
  readonly actorType: string;
  readonly actorId: number | null;
  readonly actorName: string;
  readonly command: string;
  /** CaseEvent[] as JSON. */
  readonly events: string;
  readonly hash: string;
}

export function insertHistory(it: HistoryRow): Statement {
  return {
    sql: `INSERT INTO history_entry
      (instance_id, seq, at, actor_type, actor_id, actor_name, command, events, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      it.instanceId,
      it.seq,
      it.at,
      it.actorType,
      it.actorId,
      it.actorName,
      it.command,
      it.events,
      it.hash,
    ],
  };
}

/** Sorts after every deadline that there is: tasks without one come last. */
export const NO_DEADLINE = 9_007_199_254_740_991;

export interface NewTask {
  readonly instanceId: number;
  readonly no: number;
  readonly visit: number;
  readonly nodeKey: string;
  readonly laneKey: string;
  readonly label: string | null;
  readonly positionId: number | null;
  readonly requesterId: number | null;
  readonly status: string;
  readonly assigneeId: number | null;
  readonly at: number;
  readonly dueAt: number | null;
  /** When it is first looked at for a reminder; `null`: never. */
  readonly attentionAt: number | null;
}

export function insertTask(it: NewTask): Statement {
  return {
    sql: `INSERT INTO task (instance_id, no, visit, node_key, lane_key, label, position_id,
      requester_id, status, is_open, assignee_id, opened_at, claimed_at, due_at, due_sort, attention_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
    params: [
      it.instanceId,
      it.no,
      it.visit,
      it.nodeKey,
      it.laneKey,
      it.label,
      it.positionId,
      it.requesterId,
      it.status,
      it.assigneeId,
      it.at,
      it.assigneeId === null ? null : it.at,
      it.dueAt,
      it.dueAt ?? NO_DEADLINE,
      it.attentionAt ?? NO_DEADLINE,
    ],
  };
}

/** A task changes hands; it must still be in those that the decision rested on. */
export function assignTask(
  instanceId: number,
  no: number,
  from: number | null,
  to: number | null,
  at: number,
): Statement {
  const held = from === null ? "assignee_id IS NULL" : "assignee_id = ?";
  return {
    sql: `UPDATE task SET status = ?, assignee_id = ?, claimed_at = ?
      WHERE instance_id = ? AND no = ? AND is_open = 1 AND ${held}`,
    params: [
      to === null ? "OPEN" : "CLAIMED",
      to,
      to === null ? null : at,
      instanceId,
      no,
      ...(from === null ? [] : [from]),
    ],
    expect: 1,
  };
}

export interface ClosedTask {
  readonly instanceId: number;
  readonly no: number;
  readonly status: "DONE" | "WITHDRAWN";
  readonly assigneeId: number | null;
  readonly at: number;
  readonly outcome: string | null;
  /** GivenOutput[] as JSON. */
  readonly given: string | null;
  readonly comment: string | null;
}

export function closeTask(it: ClosedTask): Statement {
  return {
    sql: `UPDATE task SET status = ?, is_open = 0, assignee_id = ?, closed_at = ?, closed_by = ?,
      claimed_at = COALESCE(claimed_at, ?), outcome = ?, given = ?, comment = ?
      WHERE instance_id = ? AND no = ? AND is_open = 1`,
    params: [
      it.status,
      it.assigneeId,
      it.at,
      it.status === "DONE" ? it.assigneeId : null,
      it.status === "DONE" ? it.at : null,
      it.outcome,
      it.given,
      it.comment,
      it.instanceId,
      it.no,
    ],
    expect: 1,
  };
}

/** A task that was done no longer counts; its row still says who did it, and when. */
export const undoTask = (instanceId: number, no: number): Statement => ({
  sql: "UPDATE task SET status = 'WITHDRAWN' WHERE instance_id = ? AND no = ? AND status = 'DONE'",
  params: [instanceId, no],
  expect: 1,
});

/** Of another deadline everybody is reminded by its own moments. */
export const moveDeadline = (instanceId: number, no: number, dueAt: number): Statement => ({
  sql: `UPDATE task SET due_at = ?, due_sort = ?, attention_at = 0
    WHERE instance_id = ? AND no = ? AND is_open = 1`,
  params: [dueAt, dueAt, instanceId, no],
  expect: 1,
});

/** Has the reminders of a case's open tasks looked at again: while it was held, none was. */
export const wakeReminders = (instanceId: number): Statement => ({
  sql: "UPDATE task SET attention_at = 0 WHERE instance_id = ? AND is_open = 1",
  params: [instanceId],
});

/** Whoever takes part in the case already stays as they are. */
export const addParticipant = (personId: number, instanceId: number): Statement => ({
  sql: `INSERT INTO case_participant (person_id, instance_id)
    SELECT n.person_id, n.instance_id FROM (SELECT ? AS person_id, ? AS instance_id) n
    WHERE NOT EXISTS (SELECT 1 FROM case_participant c
      WHERE c.person_id = n.person_id AND c.instance_id = n.instance_id)`,
  params: [personId, instanceId],
});

export const removeParticipants = (instanceId: number): Statement => ({
  sql: "DELETE FROM case_participant WHERE instance_id = ?",
  params: [instanceId],
});
