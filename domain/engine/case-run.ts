import type { Plan, PlanEdge, PlanNode } from "../plan/plan.js";
import { applyEvent } from "./apply-event.js";
import type { CaseRefusal } from "./case-command.js";
import type { CaseEvent } from "./case-event.js";
import type { CaseState, TaskState, Visit, VisitNo } from "./case-state.js";

/** What the outside must do for the case in the same unit of work. */
export interface CaseEffect {
  readonly type: "START_CASE";
  /** The visit of the connector. */
  readonly visit: VisitNo;
  readonly sop: string;
  readonly waits: boolean;
}

/** Thrown inside a transition to leave it; `transition` turns it into its result. */
export class Refused {
  constructor(readonly refusal: CaseRefusal) {}
}

/** More moves than any drawn SOP makes at once: a graph that goes round without any work in it. */
const MAX_MOVES = 10_000;

interface MovingToken {
  readonly edge: PlanEdge;
  readonly causes: readonly VisitNo[];
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
    const sop = node.call?.sop ?? "";
    const waits = node.call?.waits ?? true;
    this.effects.push({ type: "START_CASE", visit, sop, waits });
    if (!waits) this.close(visit, null);
  }

  /** A visit is done: its token goes on. */
  close(no: VisitNo, outcome: string | null): void {
    const visit = this.visit(no);
    this.record({ type: "VISIT_DONE", visit: no, outcome });
    this.#leave(this.node(visit.node), outcome, [no]);
  }

  /** Moves every token until each waits or is consumed, and completes the case when none is left. */
  settle(): void {
    for (let token = this.#moving.shift(); token; token = this.#moving.shift()) {
      this.#moves += 1;
      if (this.#moves > MAX_MOVES) this.refuse("RUNAWAY");
      const node = this.node(token.edge.to);
      if (node.waitsForAll) this.#arriveAtJoin(node, token);
      else this.enter(node, token.causes);
    }
    const alive =
      this.state.tokens.length > 0 || this.state.visits.some((visit) => visit.status === "OPEN");
    if (!alive && this.state.status === "RUNNING") this.record({ type: "CASE_COMPLETED" });
  }

  #leave(node: PlanNode, outcome: string | null, causes: readonly VisitNo[]): void {
    for (const edge of node.out) {
      if (node.leaves === "EVERY_EDGE" || edge.key === outcome) this.#moving.push({ edge, causes });
    }
  }

  #arriveAtJoin(node: PlanNode, { edge, causes }: MovingToken): void {
    this.record({ type: "TOKEN_PLACED", edge: edge.key, causes });
    const arrived = node.in.map((key) => this.state.tokens.find((token) => token.edge === key));
    if (!arrived.every((token) => token !== undefined)) return;
    for (const token of arrived) this.record({ type: "TOKEN_TAKEN", edge: token.edge });
    const all = new Set(arrived.flatMap((token) => token.causes));
    this.enter(
      node,
      [...all].sort((a, b) => a - b),
    );
  }
}
