import {
  addWorkingTime,
  type CaseEvent,
  type CaseState,
  firstAttention,
  type ReminderRules,
  type StandardTime,
  type TaskState,
  type WorkingCalendar,
} from "../../domain/index.js";
import { assignTask, closeTask, insertTask, undoTask } from "../persistence/case-store.js";
import type { Statement } from "../persistence/database.js";
import { type EnactedVersion, positionOfLane } from "./enacted-version.js";

export interface Projection {
  readonly version: EnactedVersion;
  readonly calendar: WorkingCalendar;
  readonly reminders: ReminderRules;
  readonly instanceId: number;
  readonly requesterId: number | null;
  readonly at: number;
}

type TaskDone = Extract<CaseEvent, { type: "TASK_DONE" }>;

/** The writes that bring the task rows from one state of their case to the next. */
export function projectTasks(
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
  to: Projection,
): Statement[] {
  const completions = new Map(
    events.filter((event) => event.type === "TASK_DONE").map((event) => [event.task, event]),
  );
  return after.tasks.flatMap((task, index) => {
    const old = before.tasks[index];
    if (!old) return [opened(task, after, to)];
    if (old.status === task.status && old.assignee === task.assignee) return [];
    return [changed(old, task, completions.get(task.no), to)];
  });
}

function opened(task: TaskState, state: CaseState, to: Projection): Statement {
  const nodeKey = state.visits[task.visit - 1]?.node ?? "";
  const time = to.version.plan.nodes.get(nodeKey)?.standardTime ?? null;
  const positionId = positionOfLane(to.version, task.lane);
  const dueAt = time && addWorkingTime(to.calendar, to.at, time);
  return insertTask({
    instanceId: to.instanceId,
    no: task.no,
    visit: task.visit,
    nodeKey,
    laneKey: task.lane,
    label: task.label,
    positionId,
    requesterId: positionId === null ? to.requesterId : null,
    status: task.status,
    assigneeId: task.assignee,
    at: to.at,
    dueAt,
    attentionAt: attentionOf(dueAt, time, positionId, to),
  });
}

function attentionOf(
  dueAt: number | null,
  standardTime: StandardTime | null,
  positionId: number | null,
  { calendar, reminders, requesterId, at }: Projection,
): number | null {
  const isRequesters = positionId === null;
  // Of a requester without an account there is nobody to remind.
  if (dueAt === null || (isRequesters && requesterId === null)) return null;
  return firstAttention(calendar, reminders, { openedAt: at, dueAt, standardTime, isRequesters });
}

function changed(
  old: TaskState,
  task: TaskState,
  done: TaskDone | undefined,
  { instanceId, at }: Projection,
): Statement {
  if (task.status === "OPEN" || task.status === "CLAIMED") {
    return assignTask(instanceId, task.no, old.assignee, task.assignee, at);
  }
  if (old.status === "DONE") return undoTask(instanceId, task.no);
  return closeTask({
    instanceId,
    no: task.no,
    status: task.status,
    assigneeId: task.assignee,
    at,
    outcome: done?.outcome ?? null,
    given: done && done.given.length > 0 ? JSON.stringify(done.given) : null,
    comment: done?.comment ?? null,
  });
}
