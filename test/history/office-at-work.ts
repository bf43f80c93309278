import { type CaseCommand, type CaseEffect, visitWaitingFor } from "../../domain/index.js";
import { parseGlobalId } from "../../server/kernel/global-id.js";
import { positionOfLane } from "../../server/runtime/enacted-version.js";
import { Agenda } from "./agenda.js";
import { CaseFamilies } from "./case-families.js";
import type { CaseRegister } from "./case-register.js";
import type { Desks } from "./desks.js";
import { chooseOutcome, chooseTarget, habits, reasons, workTime } from "./habits.js";
import { type Happened, PlayedCase, type Worker } from "./played-case.js";
import { afterWork, type TimeDice } from "./random-times.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Who is there, beside those who hold positions. */
export interface Staff {
  readonly requesters: readonly Worker[];
  readonly manager: Worker;
}

/** What somebody is about to do with a case. */
interface Turn {
  readonly it: PlayedCase;
  readonly task: number;
  readonly worker: Worker;
  readonly work: number;
}

/**
 * An office that works its cases by chance, in the order of time: who turns to which task when, and
 * what they do with it. What comes of that the engine says (`PlayedCase`).
 */
export class OfficeAtWork {
  readonly cases = new CaseFamilies();
  /** Tasks done in all cases. */
  finished = 0;
  readonly #agenda = new Agenda();
  readonly #lyingAfter = new WeakMap<PlayedCase, number>();
  /** What waits until a case goes on. */
  readonly #waiting = new Map<PlayedCase, ((at: number) => void)[]>();

  constructor(
    private readonly register: CaseRegister,
    private readonly dice: TimeDice,
    private readonly desks: Desks,
    private readonly staff: Staff,
  ) {}

  /**
   * Has a case begin at a moment that is still to come. After `lyingAfter` of its tasks nobody goes on
   * with it.
   */
  plan(at: number, lyingAfter: number = Number.POSITIVE_INFINITY): void {
    this.#agenda.enter(at, (now) => this.#begin(lyingAfter, now));
  }

  /** Lets time pass, up to and including `until`; answers the cases that have ended by then. */
  pass(until: number): readonly PlayedCase[] {
    while (this.#agenda.next <= until) this.#agenda.pass();
    return this.cases.takeEnded();
  }

  #begin(lyingAfter: number, at: number): void {
    const { id, title, rules } = this.register.any(at, this.dice);
    const { version } = rules;
    const start = version.plan.nodes.get(version.plan.start ?? "");
    const positionId = positionOfLane(version, start?.parts[0]?.lane ?? "");
    const starter =
      positionId === null
        ? this.dice.pick(this.staff.requesters)
        : this.desks.other(positionId, this.staff.manager, this.dice);
    if (!starter) throw new Error("Nobody is there to start a case");
    const request = {
      sop: version.sopId,
      version: version.versionId,
      office: version.officeId,
      title,
      requester: starter.id,
      requesterName: starter.name,
      startedBy: starter.id,
    };
    const it = new PlayedCase(id, request, rules);
    this.cases.add(it);
    this.#lyingAfter.set(it, lyingAfter);
    this.#do(it, { type: "START", request, by: starter.id }, starter, at);
    this.#disturb(it, at);
  }

  /** What may happen to a case whatever is done with its tasks. */
  #disturb(it: PlayedCase, at: number): void {
    const { dice } = this;
    const { manager } = this.staff;
    const soon = (most: number): number => this.#after(it, at, dice.share() * most);
    if (dice.chance(habits.hold)) {
      this.#agenda.enter(soon(20 * HOUR), (now) => this.#hold(it, now));
    }
    if (dice.chance(habits.cancel)) {
      const reason = dice.pick(reasons.cancel) ?? "";
      this.#agenda.enter(soon(40 * HOUR), (now) =>
        this.#attempt(it, { type: "CANCEL", reason }, manager, now),
      );
    }
    if (dice.chance(habits.remark)) {
      const text = dice.pick(reasons.remark) ?? "";
      this.#agenda.enter(soon(20 * HOUR), (now) =>
        this.#attempt(it, { type: "COMMENT", text }, manager, now),
      );
    }
  }

  #hold(it: PlayedCase, at: number): void {
    const reason = this.dice.pick(reasons.hold) ?? "";
    const { manager } = this.staff;
    if (!this.#attempt(it, { type: "HOLD", reason }, manager, at)) return;
    this.#agenda.enter(this.#after(it, at, this.dice.logNormal(12 * HOUR, 0.8)), (now) =>
      this.#attempt(it, { type: "RESUME" }, manager, now),
    );
  }

  /** A task has opened: somebody will turn to it. */
  #expect(it: PlayedCase, no: number, at: number): void {
    const task = it.state.tasks[no - 1];
    if (!task || it.finished >= (this.#lyingAfter.get(it) ?? Infinity)) return;
    const { version, calendar } = it.rules;
    const node = version.plan.nodes.get(it.state.visits[task.visit - 1]?.node ?? "");
    const time = node?.standardTime ?? null;
    const work = workTime(time, calendar.minutesPerWorkingDay, this.dice);
    const positionId = positionOfLane(version, task.lane);
    const { worker, startsAt } =
      positionId === null
        ? { worker: this.#requesterOf(it), startsAt: this.#answersAt(it, at) }
        : this.desks.take(positionId, at, this.dice);
    // The task of a working start is claimed by whoever started.
    if (task.assignee !== null) {
      const starter = this.#requesterOf(it);
      this.#finishLater({ it, task: no, worker: starter, work }, at);
    } else if (this.dice.chance(habits.claim)) {
      this.#turn({ it, task: no, worker, work }, startsAt, (turn, now) => this.#claim(turn, now));
    } else this.#finishLater({ it, task: no, worker, work }, startsAt);
  }

  #requesterOf({ request }: PlayedCase): Worker {
    return { id: request.requester ?? 0, name: request.requesterName };
  }

  #answersAt(it: PlayedCase, at: number): number {
    return this.#after(it, at, this.dice.logNormal(2 * HOUR, 1));
  }

  #claim(turn: Turn, at: number): void {
    const { it, task, worker, work } = turn;
    this.#do(it, { type: "CLAIM", task, by: worker.id }, worker, at);
    const lane = it.state.tasks[task - 1]?.lane ?? "";
    const positionId = positionOfLane(it.rules.version, lane);
    const between = this.#after(it, at, work * this.dice.share());
    const other = positionId === null ? null : this.desks.other(positionId, worker, this.dice);
    if (other && this.dice.chance(habits.delegate)) {
      this.#turn(turn, between, (_, now) => {
        this.#do(it, { type: "DELEGATE", task, by: worker.id, to: other.id }, worker, now);
        this.#finishLater({ ...turn, worker: other }, now);
      });
    } else if (positionId !== null && this.dice.chance(habits.release)) {
      this.#turn(turn, between, (_, now) => {
        this.#do(it, { type: "RELEASE", task, by: worker.id }, worker, now);
        this.#expect(it, task, now);
      });
    } else this.#finishLater(turn, at);
  }

  #finishLater(turn: Turn, at: number): void {
    this.#turn(turn, this.#after(turn.it, at, turn.work), (it, now) => this.#finish(it, now));
  }

  #finish({ it, task: no, worker }: Turn, at: number): void {
    const { dice } = this;
    const { state } = it;
    const task = state.tasks[no - 1];
    const node = it.rules.version.plan.nodes.get(state.visits[(task?.visit ?? 0) - 1]?.node ?? "");
    if (!task || !node) throw new Error(`Case ${it.id} has no task ${no}`);
    if (dice.chance(habits.sendBack)) {
      const to = chooseTarget(state, task.visit, dice);
      const reason = dice.pick(reasons.sendBack) ?? "";
      if (to !== null) {
        this.#do(it, { type: "RETURN", task: no, by: worker.id, to, reason }, worker, at);
        return;
      }
    }
    const comment = dice.chance(habits.comment) ? (dice.pick(reasons.comment) ?? null) : null;
    const outcome = chooseOutcome(node, dice);
    const way = node.out.find(({ key }) => key === outcome);
    const owes = [...node.owes, ...(way?.owes ?? [])];
    const given = owes.map((output) => ({ output, reference: `${it.id}/${no}` }));
    const done = { type: "COMPLETE", task: no, by: worker.id, outcome, given, comment } as const;
    // A form may link what a way around has not given.
    this.#do(it, { ...done, lenient: true }, worker, at);
    if (!dice.chance(habits.recall)) return;
    this.#agenda.enter(this.#after(it, at, 5 * MINUTE), (now) =>
      this.#attempt(it, { type: "RECALL", task: no, by: worker.id }, worker, now),
    );
  }

  /** Has somebody turn to a task, once its case runs, and unless it was closed meanwhile. */
  #turn(turn: Turn, at: number, act: (turn: Turn, at: number) => void): void {
    const { it, task } = turn;
    const come = (now: number): void => {
      if (!it.isOpen(task)) return;
      if (!it.isHeld) return act(turn, now);
      this.#waiting.set(it, [...(this.#waiting.get(it) ?? []), come]);
    };
    this.#agenda.enter(at, come);
  }

  #after(it: PlayedCase, at: number, milliseconds: number): number {
    return afterWork(it.rules.calendar, at, milliseconds);
  }

  #do(it: PlayedCase, command: CaseCommand, by: Worker | null, at: number): void {
    if (!this.#attempt(it, command, by, at)) {
      throw new Error(`Case ${it.id}: ${JSON.stringify(command)} was refused`);
    }
  }

  /** What may come too late; answers whether it did not. */
  #attempt(it: PlayedCase, command: CaseCommand, by: Worker | null, at: number): boolean {
    const finished = it.finished;
    const happened = it.run(command, by, at);
    if (happened === null) return false;
    this.finished += it.finished - finished;
    this.#follow(it, happened, at);
    if (it.hasEnded && this.cases.remove(it)) this.#end(it, at);
    return true;
  }

  #follow(it: PlayedCase, { events, effects }: Happened, at: number): void {
    for (const event of events) {
      if (event.type === "TASK_OPENED") this.#expect(it, event.task, at);
      if (event.type === "CASE_RESUMED") this.#goOn(it, at);
    }
    for (const effect of effects) this.#ask(it, effect, at);
  }

  /** Whoever came while it was held comes again. */
  #goOn(it: PlayedCase, at: number): void {
    const waiting = this.#waiting.get(it) ?? [];
    this.#waiting.delete(it);
    for (const act of waiting) {
      this.#agenda.enter(this.#after(it, at, this.dice.share() * 2 * HOUR), act);
    }
  }

  /** Does what a case asks of another, as the runtime's `followEffects` does. */
  #ask(it: PlayedCase, effect: CaseEffect, at: number): void {
    if (effect.type === "START_CASE") return this.#call(it, effect.visit, effect.sop, at);
    const called = this.cases.called(effect.instance);
    if (!called) return;
    const { type } = effect;
    const command: CaseCommand =
      type === "RESUME_CASE"
        ? { type: "RESUME", byParent: true }
        : type === "HOLD_CASE"
          ? { type: "HOLD", reason: effect.reason, byParent: true }
          : { type: "CANCEL", reason: effect.reason };
    this.#attempt(called, command, null, at);
  }

  #call(parent: PlayedCase, visit: number, sop: string, at: number): void {
    const { id, rules } = this.register.of(parseGlobalId(sop)?.id ?? 0, at);
    const { title, requester, requesterName } = parent.request;
    const { sopId, versionId, officeId } = rules.version;
    const request = {
      ...{ sop: sopId, version: versionId, office: officeId, title, requester, requesterName },
      ...{ startedBy: null, parent: { instance: parent.id, visit } },
    };
    const it = new PlayedCase(id, request, rules, parent);
    this.cases.add(it);
    this.#do(it, { type: "START", request, by: null }, null, at);
    this.#do(parent, { type: "CHILD_STARTED", visit, instance: id }, null, at);
  }

  #end(it: PlayedCase, at: number): void {
    const { id, parent } = it;
    this.#waiting.delete(it);
    const visit = parent && visitWaitingFor(parent.state, id);
    if (visit) {
      const type = it.state.status === "COMPLETED" ? "CHILD_COMPLETED" : "CHILD_CANCELLED";
      this.#do(parent, { type, visit: visit.no, instance: id }, null, at);
    }
    this.cases.keep(it);
  }
}
