import type { Plan, PlanNode } from "../plan/plan.js";
import { applyEvent } from "./apply-event.js";
import type { CaseRefusal } from "./case-command.js";
import type { CaseEvent } from "./case-event.js";
import type { CaseRef, CaseState, TaskNo, TaskState, Visit, VisitNo } from "./case-state.js";
import { edgesLeft, joinedTokens, maxMoves, type MovingToken } from "./token-moves.js";

/** What the outside must do for the case in the same unit of work. */
export type CaseEffect =
  /** To be answered with CHILD_STARTED, now or once the SOP is in force. */
  | {
      readonly type: "START_CASE";
      /** The visit of the connector. */
      readonly visit: VisitNo;
      readonly sop: string;
      readonly waits: boolean;
    }
  /** To the case that a connector waits for; one that has ended meanwhile is left alone. */
  | {
      readonly type: "HOLD_CASE" | "CANCEL_CASE";
      readonly instance: CaseRef;
      readonly reason: string;
    }
  | { readonly type: "RESUME_CASE"; readonly instance: CaseRef };

/** Thrown inside a transition to leave it; `transition` turns it into its result. */
export class Refused {
  constructor(readonly refusal: CaseRefusal) {}
}

/**
 * One transition while it is made: each event is applied as it is recorded, so that the state is
 * the fold of the events by construction.
 */
export class CaseRun {
  readonly events: CaseEvent[] = [];
  readonly effects: CaseEffect[] = [];
  readonly #moving: MovingToken[] = [];
  #moves = 0;

  constructor(
    readonly plan: Plan,
    public state: CaseState,
  ) {}

  record(event: CaseEvent): void {
    this.events.push(event);
    this.state = applyEvent(this.state, event);
  }

  refuse(refusal: CaseRefusal): never {
    throw new Refused(refusal);
  }

  /** The task, which must be open in a case that runs. */
  openTask(no: number): TaskState {
    this.requireRunning();
    const task = this.state.tasks[no - 1];
    if (!task) return this.refuse("NOT_FOUND");
    if (task.status === "DONE" || task.status === "WITHDRAWN") return this.refuse("TASK_CLOSED");
    return task;
  }

  /** The same, where nobody else has claimed it. */
  ownTask(no: number, by: number | null): TaskState {
    const task = this.openTask(no);
    if (task.assignee !== null && task.assignee !== by) this.refuse("NOT_YOUR_TASK");
    return task;
  }

  /** A case that is held can still be spoken of and ended. */
  requireUnfinished(): void {
    const { status } = this.state;
    if (status !== "RUNNING" && status !== "HELD") this.refuse("INSTANCE_CLOSED");
  }

  requireRunning(): void {
    if (this.state.status === "HELD") this.refuse("INSTANCE_HELD");
    if (this.state.status !== "RUNNING") this.refuse("INSTANCE_CLOSED");
  }

  visit(no: VisitNo): Visit {
    return this.state.visits[no - 1] ?? this.refuse("NOT_FOUND");
  }

  node(key: string): PlanNode {
    return this.plan.nodes.get(key) ?? this.refuse("NOT_FOUND");
  }

  /** A token comes to a node: it waits, opens work, or passes. */
  enter(node: PlanNode, causes: readonly VisitNo[]): void {
    if (node.opens === "NOTHING") {
      this.#leave(node, null, causes);
      return;
    }
    const visit = this.state.visits.length + 1;
    this.record({ type: "VISIT_OPENED", visit, node: node.key, causes });
    if (node.opens === "TASKS") {
      for (const { lane, label } of node.parts) {
        const task = this.state.tasks.length + 1;
        this.record({ type: "TASK_OPENED", task, visit, lane, label });
      }
      return;
    }
    this.call(visit);
  }

  /** Asks for the case that the visit of a connector runs; the token goes on once that is answered. */
  call(visit: VisitNo): void {
    // What is held starts nothing; resuming asks again.
    if (this.state.status === "HELD") return;
    const { call } = this.node(this.visit(visit).node);
    const sop = call?.sop ?? "";
    this.effects.push({ type: "START_CASE", visit, sop, waits: call?.waits ?? true });
  }

  /** The open visits of connectors that wait for a case, each with that case. */
  waiting(): { readonly visit: VisitNo; readonly instance: CaseRef }[] {
    return this.state.visits.flatMap(({ no, status, child }) =>
      status === "OPEN" && child !== undefined ? [{ visit: no, instance: child }] : [],
    );
  }

  /** The open visits of connectors whose case has not been started. */
  unanswered(): VisitNo[] {
    return this.state.visits
      .filter(
        ({ status, child, node }) =>
          status === "OPEN" && child === undefined && this.node(node).opens === "CALL",
      )
      .map(({ no }) => no);
  }

  /** A visit is done: its token goes on. `task`: whose completion closed it. */
  close(no: VisitNo, outcome: string | null, task?: TaskNo): void {
    const visit = this.visit(no);
    this.record({ type: "VISIT_DONE", visit: no, outcome, ...(task !== undefined && { task }) });
    this.#leave(this.node(visit.node), outcome, [no]);
  }

  /** Moves every token until each waits or is consumed, and completes the case when none is left. */
  settle(): void {
    for (let token = this.#moving.shift(); token; token = this.#moving.shift()) {
      this.#moves += 1;
      if (this.#moves > maxMoves) this.refuse("RUNAWAY");
      const node = this.node(token.edge.to);
      if (node.waitsForAll) this.#arriveAtJoin(node, token);
      else this.enter(node, token.causes);
    }
    const alive =
      this.state.tokens.length > 0 || this.state.visits.some((visit) => visit.status === "OPEN");
    if (!alive && this.state.status === "RUNNING") this.record({ type: "CASE_COMPLETED" });
  }

  #leave(node: PlanNode, outcome: string | null, causes: readonly VisitNo[]): void {
    for (const edge of edgesLeft(node, outcome)) this.#moving.push({ edge, causes });
  }

  #arriveAtJoin(node: PlanNode, { edge, causes }: MovingToken): void {
    this.record({ type: "TOKEN_PLACED", edge: edge.key, causes });
    const joined = joinedTokens(node, this.state.tokens);
    if (!joined) return;
    for (const token of joined.taken) this.record({ type: "TOKEN_TAKEN", edge: token.edge });
    this.enter(node, joined.causes);
  }
}
