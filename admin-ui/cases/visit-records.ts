import type { CaseState, Visit } from "../../domain/index.js";
import { eventsOf, type LogEntry, type LogEvent, type LogFile } from "./case-log.js";
import { assigneeOf, momentsOf } from "./case-moments.js";

/** One lane's work at one visit. Times are ISO; `null` is not yet, or never. */
export interface TaskRecord {
  readonly no: number;
  readonly lane: string;
  readonly label: string | null;
  readonly status: CaseState["tasks"][number]["status"];
  readonly openedAt: string;
  readonly claimedAt: string | null;
  readonly closedAt: string | null;
  /** Whether it was completed, and be it undone by now; `closedAt` is when. */
  readonly wasDone: boolean;
  /** Whoever has it or did it, by id. */
  readonly by: string | null;
  readonly outcome: string | null;
  readonly given: LogEvent<"TASK_DONE">["given"];
  readonly brought: readonly string[];
  readonly broughtFiles: NonNullable<LogEvent<"TASK_DONE">["broughtFiles"]>;
  /** Beside the comment. */
  readonly files: readonly LogFile[];
  readonly missing: readonly string[];
  readonly comment: string | null;
}

/** One stay of a case at a step. `round`: which of its stays at that step, from 1. */
export interface VisitRecord {
  readonly no: number;
  readonly node: string;
  readonly round: number;
  readonly status: Visit["status"];
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly child: string | null;
  readonly tasks: readonly TaskRecord[];
}

/** The visits of a log, or of its beginning, in the order of coming. */
export function visitRecords(log: readonly LogEntry[]): readonly VisitRecord[] {
  const state = momentsOf(log).at(-1)?.state;
  if (state === undefined) return [];
  const times = timesOf(log);
  const rounds = new Map<string, number>();
  return state.visits.map(({ no, node, status, child }) => {
    const round = (rounds.get(node) ?? 0) + 1;
    rounds.set(node, round);
    return {
      no,
      node,
      round,
      status,
      openedAt: times.visitOpened.get(no) ?? "",
      closedAt: times.visitClosed.get(no) ?? null,
      child: child === undefined ? null : String(child),
      tasks: state.tasks.filter(({ visit }) => visit === no).map((task) => record(task, times)),
    };
  });
}

function record(task: CaseState["tasks"][number], times: Times): TaskRecord {
  const done = times.done.get(task.no);
  return {
    no: task.no,
    lane: task.lane,
    label: task.label,
    status: task.status,
    openedAt: times.taskOpened.get(task.no) ?? "",
    claimedAt: times.taskClaimed.get(task.no) ?? null,
    closedAt: times.taskClosed.get(task.no) ?? null,
    wasDone: done !== undefined,
    by: assigneeOf(task),
    outcome: done?.outcome ?? null,
    given: done?.given ?? [],
    brought: done?.brought ?? [],
    broughtFiles: done?.broughtFiles ?? [],
    files: done?.files ?? [],
    missing: done?.missing ?? [],
    comment: done?.comment ?? null,
  };
}

type Times = ReturnType<typeof timesOf>;

/** When each visit and task opened and closed. What was done stays so when it is undone later. */
function timesOf(log: readonly LogEntry[]) {
  const visitOpened = new Map<number, string>();
  const visitClosed = new Map<number, string>();
  const taskOpened = new Map<number, string>();
  const taskClaimed = new Map<number, string>();
  const taskClosed = new Map<number, string>();
  const done = new Map<number, LogEvent<"TASK_DONE">>();
  for (const entry of log) {
    const { at } = entry;
    const first = (times: Map<number, string>, no: number): void => {
      if (!times.has(no)) times.set(no, at);
    };
    for (const event of eventsOf(entry)) {
      if (event.type === "VISIT_OPENED") first(visitOpened, event.visit);
      if (event.type === "VISIT_DONE" || event.type === "VISIT_UNDONE") {
        first(visitClosed, event.visit);
      }
      if (event.type === "TASK_OPENED") first(taskOpened, event.task);
      if (event.type === "TASK_CLAIMED" || event.type === "TASK_DELEGATED") {
        taskClaimed.set(event.task, at);
      }
      if (event.type === "TASK_RELEASED") taskClaimed.delete(event.task);
      if (event.type === "TASK_DONE" || event.type === "TASK_WITHDRAWN") {
        first(taskClosed, event.task);
      }
      if (event.type === "TASK_DONE") done.set(event.task, event);
      if (event.type === "CASE_CANCELLED") {
        for (const no of visitOpened.keys()) first(visitClosed, no);
      }
    }
  }
  return { visitOpened, visitClosed, taskOpened, taskClaimed, taskClosed, done };
}
