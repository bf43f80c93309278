import { isDeepStrictEqual } from "node:util";
import { applyEvent, foldEvents } from "../../domain/engine/apply-event.js";
import type { CaseCommand, CaseRefusal } from "../../domain/engine/case-command.js";
import type { CaseEvent } from "../../domain/engine/case-event.js";
import type { CaseEffect } from "../../domain/engine/case-run.js";
import { type CaseState, unstarted } from "../../domain/engine/case-state.js";
import { outputsGiven } from "../../domain/engine/missing-outputs.js";
import type { transition } from "../../domain/engine/transition.js";
import { compilePlan } from "../../domain/plan/compile-plan.js";
import type { Plan } from "../../domain/plan/plan.js";
import type { Graph } from "../../domain/sop/graph.js";
import { CaseOracle } from "./case-oracle.js";
import { FairEnd } from "./fair-end.js";
import { reasonsAgainst } from "./reasons-against.js";
import { TokenGame } from "./token-game.js";
import { firstDifference, nameOfEffect, shownBy, toldBy } from "./told-state.js";
import { WalkFault } from "./walk-fault.js";

export type Transition = typeof transition;

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One case under test: each command is done by the engine and judged by the oracle. */
export class WalkRun {
  readonly oracle: CaseOracle;
  readonly plan: Plan;
  readonly log: CaseEvent[] = [];
  state: CaseState = throughJson(unstarted);
  #text = JSON.stringify(this.state);
  #changes = 0;
  readonly end: FairEnd;

  constructor(
    readonly graph: Graph,
    readonly transition: Transition,
  ) {
    const game = new TokenGame(graph);
    this.oracle = new CaseOracle(game);
    this.plan = compilePlan(graph);
    this.end = new FairEnd(game, this.plan, transition);
  }

  /** Does a command, or sees it refused. Throws a WalkFault where any of it is not as it must be. */
  do(command: CaseCommand): CaseRefusal | null {
    const reasons = reasonsAgainst(this.oracle, command);
    const before = this.state;
    const result = this.transition(this.plan, before, command);
    if (JSON.stringify(before) !== this.#text) {
      throw new WalkFault("the state before was written to");
    }
    if (!result.ok) {
      if (reasons.has(result.refusal)) return result.refusal;
      const why =
        reasons.size === 0 ? "nothing speaks against it" : `it must be ${listed(reasons)}`;
      throw new WalkFault(`refused as ${result.refusal}, but ${why}`);
    }
    if (reasons.size > 0) throw new WalkFault(`done, but it must be refused as ${listed(reasons)}`);

    this.#text = JSON.stringify(result.state);
    this.state = JSON.parse(this.#text) as CaseState;
    if (!isDeepStrictEqual(this.state, result.state)) {
      throw new WalkFault("the state does not survive JSON");
    }
    this.#checkLog(before, result.events);
    this.#checkState(before, command, result.effects);
    this.#checkRetry(command);
    this.end.check(this.state);
    this.#changes += 1;
    if (this.#changes % 3 === 0) this.#checkEveryUndoing();
    return null;
  }

  /** What is only looked at once, when a walk is over: the log told again as a whole. */
  finish(): void {
    if (!isDeepStrictEqual(foldEvents(throughJson(this.log)), this.state)) {
      throw new WalkFault("the fold of the log is not the state");
    }
  }

  #checkLog(before: CaseState, events: readonly CaseEvent[]): void {
    let folded = before;
    for (const event of throughJson(events)) folded = applyEvent(folded, event);
    const difference = firstDifference(this.state, folded);
    if (difference !== null) throw new WalkFault(`the state is not the fold: ${difference}`);
    this.log.push(...events);
  }

  #checkState(before: CaseState, command: CaseCommand, effects: readonly CaseEffect[]): void {
    const visits = this.state.visits.slice(before.visits.length);
    const wanted = this.oracle.apply(command, ({ node }) => {
      const at = visits.findIndex((visit) => visit.node === node);
      const [visit] = at < 0 ? [] : visits.splice(at, 1);
      if (!visit) throw new WalkFault(`no visit of ${node} opens`);
      const task = (lane: string): number => {
        const found = this.state.tasks.find((one) => one.visit === visit.no && one.lane === lane);
        if (!found) throw new WalkFault(`no task of ${node} opens in lane ${lane}`);
        return found.no;
      };
      return { visit: visit.no, task };
    });
    const difference = firstDifference(shownBy(this.state), toldBy(this.oracle));
    if (difference !== null) throw new WalkFault(`the state is not as it must be: ${difference}`);
    const counting = [...outputsGiven(this.state)].toSorted();
    const outputs = firstDifference(counting, [...this.oracle.outputs()].toSorted());
    if (outputs !== null) throw new WalkFault(`other outputs count than must: ${outputs}`);
    const made = effects.map(nameOfEffect).toSorted();
    const other = firstDifference(made, wanted.map(nameOfEffect).toSorted());
    if (other !== null) throw new WalkFault(`the effects are not as they must be: ${other}`);
    for (const effect of effects) {
      if (effect.type !== "START_CASE") continue;
      const { call } = this.oracle.nodeOf(effect.visit);
      if (call?.sop !== effect.sop || call.waits !== effect.waits) {
        throw new WalkFault(`visit ${effect.visit} starts another case than is drawn`);
      }
    }
  }

  /** What can be sent back and recalled from here, and that the end can be reached after each. */
  #checkEveryUndoing(): void {
    const { tasks, visits } = this.oracle;
    for (const { no: task, assignee: by } of tasks.values()) {
      this.#tryUndoing({ type: "RECALL", task, by });
      for (const to of visits.keys()) {
        this.#tryUndoing({ type: "RETURN", task, by, to, reason: "Berkas kurang" });
      }
    }
  }

  #tryUndoing(command: CaseCommand): void {
    const reasons = reasonsAgainst(this.oracle, command);
    const result = this.transition(this.plan, this.state, command);
    if (result.ok === (reasons.size === 0)) {
      if (result.ok) this.end.check(result.state);
      return;
    }
    const found = result.ok ? "done" : result.refusal;
    throw new WalkFault(`${JSON.stringify(command)} would be ${found}, not ${listed(reasons)}`);
  }

  /** Whoever did not hear the answer asks again, and then nothing more may happen. */
  #checkRetry(command: CaseCommand): void {
    const reasons = reasonsAgainst(this.oracle, command);
    const result = this.transition(this.plan, this.state, command);
    if (!result.ok) {
      if (reasons.has(result.refusal)) return;
      throw new WalkFault(`asked again it is refused as ${result.refusal}, not ${listed(reasons)}`);
    }
    if (reasons.size > 0) throw new WalkFault(`asked again it is done, not ${listed(reasons)}`);
    const difference = firstDifference(result.state, this.state);
    if (difference !== null) throw new WalkFault(`asked again it changes the case: ${difference}`);
    if (result.effects.length > 0) throw new WalkFault("asked again it has effects");
  }
}

const listed = (reasons: ReadonlySet<string>): string => [...reasons].join(" or ") || "done";
