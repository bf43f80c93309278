import type { LoggedEvents } from "../../domain/ledger/case-moments.js";
import type { Graph } from "../../domain/sop/graph.js";

/** A task, or a wait at a connector, by its events alone. */
export interface PlainStay {
  readonly lane: string;
  readonly node: string;
  readonly isRework: boolean;
  readonly openedAt: number;
  endedAt: number | null;
  isDone: boolean;
}

/**
 * Every task and every waiting connector of a case, in the plainest way. It shares no code with the
 * ledger and knows nothing of the engine's state.
 */
export function plainStays(graph: Graph, log: readonly LoggedEvents[]): readonly PlainStay[] {
  const stays: PlainStay[] = [];
  const tasks = new Map<number, PlainStay>();
  const calls = new Map<number, PlainStay>();
  const visits = new Map<number, { node: string; isRework: boolean }>();
  const end = (stay: PlainStay | undefined, at: number, isDone: boolean): void => {
    if (!stay || stay.endedAt !== null) return;
    stay.endedAt = at;
    stay.isDone = isDone;
  };
  const open = (visit: number, lane: string, openedAt: number): PlainStay => {
    const stay = { ...visits.get(visit)!, lane, openedAt, endedAt: null, isDone: false };
    stays.push(stay);
    return stay;
  };
  for (const { at, events } of log) {
    for (const event of events) {
      if (event.type === "VISIT_OPENED") {
        const isRework = [...visits.values()].some(({ node }) => node === event.node);
        visits.set(event.visit, { node: event.node, isRework });
        const node = graph.nodes.find(({ key }) => key === event.node)!;
        if (node.kind === "connector") {
          calls.set(event.visit, open(event.visit, node.parts[0]!.lane, at));
        }
      }
      if (event.type === "TASK_OPENED") {
        tasks.set(event.task, open(event.visit, event.lane, at));
      }
      if (event.type === "TASK_DONE") end(tasks.get(event.task), at, true);
      if (event.type === "TASK_WITHDRAWN") end(tasks.get(event.task), at, false);
      if (event.type === "VISIT_DONE") end(calls.get(event.visit), at, true);
      if (event.type === "VISIT_UNDONE") end(calls.get(event.visit), at, false);
      if (event.type === "CASE_CANCELLED") for (const stay of stays) end(stay, at, false);
    }
  }
  return stays;
}
