import type { HistoryRow } from "../persistence/case-store.js";
import type { Reader, Row } from "../persistence/database.js";
import { placeholders } from "../persistence/placeholders.js";
import type { FileRow } from "./check-case-files.js";

/** The row of a case, as far as its log must agree with it. Times are epoch milliseconds. */
export interface InstanceRow extends Row {
  readonly id: number;
  readonly version: number;
  readonly sopId: number;
  readonly versionId: number;
  readonly officeId: number;
  readonly title: string | null;
  readonly requesterId: number | null;
  readonly requesterName: string;
  readonly startedBy: number | null;
  readonly status: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly lastEventAt: number;
  /** CaseState as JSON. */
  readonly state: string;
  readonly headHash: string;
  readonly holdReason: string | null;
  /** Of its row among the cases that are held; `null`: it has none. */
  readonly heldSince: number | null;
  readonly parentInstanceId: number | null;
  readonly parentVisit: number | null;
}

/** The row of a task, as far as the log must agree with it. */
export interface TaskRow extends Row {
  readonly instanceId: number;
  readonly no: number;
  readonly visit: number;
  readonly nodeKey: string;
  readonly laneKey: string;
  readonly label: string | null;
  readonly status: string;
  readonly isOpen: number;
  readonly assigneeId: number | null;
  readonly openedAt: number;
  readonly claimedAt: number | null;
  readonly closedAt: number | null;
  readonly closedBy: number | null;
  readonly outcome: string | null;
  readonly given: string | null;
  readonly comment: string | null;
  readonly dueAt: number | null;
}

/** A case with its whole log, the entries by `seq` and the tasks by `no`. */
export interface CaseLog {
  readonly instance: InstanceRow;
  readonly entries: readonly HistoryRow[];
  readonly tasks: readonly TaskRow[];
  /** What is attached to it, by id. */
  readonly files: readonly FileRow[];
  /** Ids of the people who are noted to take part in it. */
  readonly participants: readonly number[];
}

const selectInstance = `SELECT id, version, sop_id AS sopId, version_id AS versionId, office_id AS officeId, title,
  requester_id AS requesterId, requester_name AS requesterName, started_by AS startedBy,
  status, started_at AS startedAt, ended_at AS endedAt,
  last_event_at AS lastEventAt, state, head_hash AS headHash, hold_reason AS holdReason,
  (SELECT c.since FROM held_case c WHERE c.instance_id = instance.id) AS heldSince,
  parent_instance_id AS parentInstanceId, parent_visit AS parentVisit FROM instance`;

/** The cases behind `after` by id, at most `count`. */
export const readInstances = (
  reader: Reader,
  after: number,
  count: number,
): Promise<InstanceRow[]> =>
  reader.all<InstanceRow>(`${selectInstance} WHERE id > ? ORDER BY id LIMIT ${count}`, [after]);

export const readInstance = (reader: Reader, id: number): Promise<InstanceRow | undefined> =>
  reader.get<InstanceRow>(`${selectInstance} WHERE id = ?`, [id]);

/** Adds the logs and the tasks. What is written meanwhile may already be in them. */
export async function readLogs(
  reader: Reader,
  instances: readonly InstanceRow[],
): Promise<CaseLog[]> {
  if (instances.length === 0) return [];
  const ids = instances.map(({ id }) => id);
  const entries = await reader.all<HistoryRow & Row>(
    `SELECT instance_id AS instanceId, seq, at, actor_type AS actorType, actor_id AS actorId,
      actor_name AS actorName, command, events, hash FROM history_entry
      WHERE instance_id IN (${placeholders(ids)}) ORDER BY instance_id, seq`,
    ids,
  );
  const tasks = await reader.all<TaskRow>(
    `SELECT instance_id AS instanceId, no, visit, node_key AS nodeKey, lane_key AS laneKey, label, status,
      is_open AS isOpen, assignee_id AS assigneeId, opened_at AS openedAt, claimed_at AS claimedAt,
      closed_at AS closedAt, closed_by AS closedBy, outcome, given, comment, due_at AS dueAt
      FROM task
      WHERE instance_id IN (${placeholders(ids)}) ORDER BY instance_id, no`,
    ids,
  );
  const participants = await reader.all<Row & { instanceId: number; personId: number }>(
    `SELECT instance_id AS instanceId, person_id AS personId FROM case_participant
      WHERE instance_id IN (${placeholders(ids)}) ORDER BY instance_id, person_id`,
    ids,
  );
  const files = await reader.all<FileRow>(
    `SELECT id, instance_id AS instanceId, state, name, media_type AS type, size, sha256,
      task_no AS taskNo, purpose, purpose_text AS about FROM stored_file
      WHERE instance_id IN (${placeholders(ids)}) ORDER BY instance_id, id`,
    ids,
  );
  const filesOf = byInstance(files);
  const entriesOf = byInstance(entries);
  const participantsOf = byInstance(participants);
  const tasksOf = byInstance(tasks);
  return instances.map((instance) => ({
    instance,
    entries: entriesOf.get(instance.id) ?? [],
    tasks: tasksOf.get(instance.id) ?? [],
    files: filesOf.get(instance.id) ?? [],
    participants: (participantsOf.get(instance.id) ?? []).map(({ personId }) => personId),
  }));
}

function byInstance<T extends { readonly instanceId: number }>(
  rows: readonly T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.instanceId);
    if (group) group.push(row);
    else groups.set(row.instanceId, [row]);
  }
  return groups;
}
