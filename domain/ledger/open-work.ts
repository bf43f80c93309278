import { type CaseState, isOpenTask, type TaskNo, type VisitNo } from "../engine/case-state.js";
import type { Plan } from "../plan/plan.js";
import type { LaneKey, NodeKey } from "../sop/graph.js";

/**
 * What a share of a case's time was: the first of these that holds. REQUESTER: it was the requester's
 * turn. WORK: somebody had claimed the task. QUEUE: nobody had.
 */
export type ShareState = "HELD" | "CHILD_SOP" | "REQUESTER" | "WORK" | "QUEUE";

/** A task that is open, or a connector that waits: among these a case's time is divided. */
export interface OpenWork {
  readonly visit: VisitNo;
  /** `null`: a connector, which no task stands for. */
  readonly task: TaskNo | null;
  readonly node: NodeKey;
  /** `null` only where a graph that the rules refuse leaves a case without any open work. */
  readonly lane: LaneKey | null;
  readonly state: ShareState;
  /** Whether the case has been at this step before, by a loop or sent back. */
  readonly isRework: boolean;
}

/** The open work of a case at one moment, by visit and then by task. */
export function openWork(plan: Plan, state: CaseState): readonly OpenWork[] {
  const isHeld = state.status === "HELD";
  const isFirst = new Map<VisitNo, boolean>();
  const known = new Set<NodeKey>();
  const found: OpenWork[] = [];
  for (const { no, node } of state.visits) {
    isFirst.set(no, !known.has(node));
    known.add(node);
  }
  const nodeOf = (visit: VisitNo): NodeKey => state.visits[visit - 1]!.node;
  for (const task of state.tasks) {
    if (!isOpenTask(task)) continue;
    const isRequesters = plan.bindings.get(task.lane)?.type === "REQUESTER";
    const work = task.assignee === null ? "QUEUE" : "WORK";
    found.push({
      visit: task.visit,
      task: task.no,
      node: nodeOf(task.visit),
      lane: task.lane,
      state: isHeld ? "HELD" : isRequesters ? "REQUESTER" : work,
      isRework: isFirst.get(task.visit) === false,
    });
  }
  for (const { no, node, status } of state.visits) {
    const step = plan.nodes.get(node);
    if (status !== "OPEN" || step?.opens !== "CALL") continue;
    found.push({
      visit: no,
      task: null,
      node,
      lane: step.parts[0]?.lane ?? null,
      state: isHeld ? "HELD" : "CHILD_SOP",
      isRework: isFirst.get(no) === false,
    });
  }
  return found.sort((a, b) => a.visit - b.visit || (a.task ?? 0) - (b.task ?? 0));
}
