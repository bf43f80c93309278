import { isSameValue } from "../compare/is-same-value.js";
import { compilePlan } from "../plan/compile-plan.js";
import type { Graph } from "../sop/graph.js";
import { foldEvents } from "./apply-event.js";
import type { CaseCommand } from "./case-command.js";
import type { CaseEvent, CaseRequest } from "./case-event.js";
import type { CaseEffect } from "./case-run.js";
import { type CaseState, isOpenTask, unstarted } from "./case-state.js";
import { transition } from "./transition.js";

/** For the specs of the engine. */
export const trialRequest: CaseRequest = {
  sop: 1,
  version: 1,
  office: 1,
  title: null,
  requester: null,
  requesterName: "Nur",
  startedBy: null,
};

/** One case; its state goes through JSON after every command, as it does in the database. */
export class TrialRun {
  state: CaseState = unstarted;
  effects: readonly CaseEffect[] = [];
  readonly log: CaseEvent[] = [];
  readonly plan;

  constructor(graph: Graph, by: number | null = null) {
    this.plan = compilePlan(graph);
    this.do({ type: "START", request: trialRequest, by });
  }

  do(command: CaseCommand): void {
    const result = transition(this.plan, this.state, command);
    if (!result.ok) throw new Error(result.refusal);
    this.log.push(...result.events);
    this.effects = result.effects;
    this.state = JSON.parse(JSON.stringify(result.state)) as CaseState;
    const folded = foldEvents(this.log);
    if (!isSameValue(folded, this.state)) throw new Error("The log says something else");
  }

  refusal(command: CaseCommand): string | null {
    const result = transition(this.plan, this.state, command);
    return result.ok ? null : result.refusal;
  }
}

/** One that is worked by the names of its steps. */
export class TrialCase extends TrialRun {
  /** The open tasks by their nodes. */
  get open(): string[] {
    return this.state.tasks
      .filter(isOpenTask)
      .map((task) => this.state.visits[task.visit - 1]?.node ?? "");
  }

  task(node: string): number {
    return [...this.state.tasks]
      .reverse()
      .find(({ visit }) => this.state.visits[visit - 1]?.node === node)!.no;
  }

  /** The arrow of an outcome. */
  arrow(outcome: string): string {
    const arrows = [...this.plan.nodes.values()].flatMap(({ out }) => out);
    return arrows.find((arrow) => arrow.outcome === outcome)!.key;
  }

  visit(node: string): number {
    return [...this.state.visits].reverse().find((visit) => visit.node === node)!.no;
  }

  complete(node: string, outcome: string | null = null, output: string | null = null): void {
    const given = output === null ? [] : [{ output, reference: "005/12" }];
    const task = this.task(node);
    this.do({ type: "COMPLETE", task, by: 7, outcome, given, comment: null });
  }

  back(from: string, to: string): CaseCommand {
    const task = this.task(from);
    return { type: "RETURN", task, by: 7, to: this.visit(to), reason: "kurang lampiran" };
  }
}
