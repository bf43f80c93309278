import type { CaseEvent } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { HistoryEntry, Instance, Task } from "./case-types.js";
import { publicEvents } from "./public-events.js";

export interface InstanceRow extends Row {
  id: number;
  sop_id: number;
  version_id: number;
  office_id: number;
  status: Instance["status"];
  title: string | null;
  requester_id: number | null;
  requester_name: string;
  started_by: number | null;
  started_at: number;
  ended_at: number | null;
  hold_reason: string | null;
  parent_instance_id: number | null;
}

export const instanceColumns = `i.id, i.sop_id, i.version_id, i.office_id, i.status, i.title,
  i.requester_id, i.requester_name, i.started_by, i.started_at, i.ended_at, i.hold_reason,
  i.parent_instance_id`;

export function toInstance(row: InstanceRow): Instance {
  const instance = new Instance();
  instance.rowId = row.id;
  instance.id = toGlobalId("Instance", row.id);
  instance.sopId = row.sop_id;
  instance.versionId = row.version_id;
  instance.officeId = row.office_id;
  instance.requesterId = row.requester_id;
  instance.startedById = row.started_by;
  instance.status = row.status;
  instance.title = row.title;
  instance.requesterName = row.requester_name;
  instance.startedAt = row.started_at;
  instance.endedAt = row.ended_at;
  instance.holdReason = row.hold_reason;
  instance.parentId = row.parent_instance_id;
  return instance;
}

export const instanceById: LoaderDefinition<number, Instance | null> = {
  name: "instanceById",
  async load({ reader }, ids) {
    const rows = await reader.all<InstanceRow>(
      `SELECT ${instanceColumns} FROM instance i WHERE i.id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Map(rows.map((row) => [row.id, toInstance(row)]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

export interface TaskRow extends Row {
  id: number;
  instance_id: number;
  no: number;
  version_id: number;
  node_key: string;
  lane_key: string;
  label: string | null;
  visit: number;
  status: Task["status"];
  position_id: number | null;
  requester_id: number | null;
  assignee_id: number | null;
  opened_at: number;
  claimed_at: number | null;
  closed_at: number | null;
  due_at: number | null;
  outcome: string | null;
  given: string | null;
  comment: string | null;
}

export const taskColumns = `t.id, t.instance_id, t.no, t.node_key, t.lane_key, t.label, t.visit, t.status,
  t.position_id, t.requester_id, t.assignee_id, t.opened_at, t.claimed_at, t.closed_at, t.due_at,
  t.outcome, t.given, t.comment,
  (SELECT i.version_id FROM instance i WHERE i.id = t.instance_id) AS version_id`;

/** `now` decides whether a task that is still open is overdue. */
export function toTask(row: TaskRow, now: number): Task {
  const task = new Task();
  task.rowId = row.id;
  task.id = toGlobalId("Task", row.id);
  task.instanceId = row.instance_id;
  task.no = row.no;
  task.versionId = row.version_id;
  task.nodeKey = row.node_key;
  task.laneKey = row.lane_key;
  task.positionId = row.position_id;
  task.requesterId = row.requester_id;
  task.assigneeId = row.assignee_id;
  task.givenJson = row.given;
  task.label = row.label;
  task.visit = row.visit;
  task.status = row.status;
  task.openedAt = row.opened_at;
  task.claimedAt = row.claimed_at;
  task.closedAt = row.closed_at;
  task.dueAt = row.due_at;
  task.overdue = row.due_at !== null && (row.closed_at ?? now) > row.due_at;
  task.outcome = row.outcome;
  task.comment = row.comment;
  return task;
}

export const taskById: LoaderDefinition<number, Task | null> = {
  name: "taskById",
  async load({ reader, ctx }, ids) {
    const rows = await reader.all<TaskRow>(
      `SELECT ${taskColumns} FROM task t WHERE t.id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Map(rows.map((row) => [row.id, toTask(row, ctx.now())]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

function tasksOf(name: string, where: string): LoaderDefinition<number, readonly Task[]> {
  return {
    name,
    async load({ reader, ctx }, instanceIds) {
      const rows = await reader.all<TaskRow>(
        `SELECT ${taskColumns} FROM task t WHERE t.instance_id IN (${placeholders(instanceIds)})
          ${where} ORDER BY t.instance_id, t.no`,
        [...instanceIds],
      );
      const byInstance = new Map<number, Task[]>(instanceIds.map((id) => [id, []]));
      for (const row of rows) byInstance.get(row.instance_id)?.push(toTask(row, ctx.now()));
      return instanceIds.map((id) => byInstance.get(id) ?? []);
    },
  };
}

/** In the order in which they opened. */
export const tasksOfInstance = tasksOf("tasksOfInstance", "");
export const openTasksOfInstance = tasksOf("openTasksOfInstance", "AND t.is_open = 1");

interface HistoryRow extends Row {
  instance_id: number;
  seq: number;
  at: number;
  actor_type: string;
  actor_id: number | null;
  actor_name: string;
  command: string;
  events: string;
  hash: string;
}

export const historyOfInstance: LoaderDefinition<number, readonly HistoryEntry[]> = {
  name: "historyOfInstance",
  async load({ reader }, instanceIds) {
    const rows = await reader.all<HistoryRow>(
      `SELECT instance_id, seq, at, actor_type, actor_id, actor_name, command, events, hash
        FROM history_entry WHERE instance_id IN (${placeholders(instanceIds)})
        ORDER BY instance_id, seq`,
      [...instanceIds],
    );
    const entries = new Map<number, HistoryEntry[]>(instanceIds.map((id) => [id, []]));
    for (const row of rows) entries.get(row.instance_id)?.push(toHistoryEntry(row));
    return instanceIds.map((id) => entries.get(id) ?? []);
  },
};

const toHistoryEntry = (row: HistoryRow): HistoryEntry =>
  Object.assign(new HistoryEntry(), {
    instanceId: row.instance_id,
    actorType: row.actor_type,
    actorId: row.actor_id,
    seq: row.seq,
    at: row.at,
    actorName: row.actor_name,
    command: row.command,
    events: publicEvents(JSON.parse(row.events) as CaseEvent[]),
    hash: row.hash,
  });
