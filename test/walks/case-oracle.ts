import type { CaseCommand } from "../../domain/engine/case-command.js";
import type { CaseStatus, TaskStatus, VisitStatus } from "../../domain/engine/case-state.js";
import type { EdgeKey, GraphNode, LaneKey, NodeKey, OutputKey } from "../../domain/sop/graph.js";
import { type Marking, type Rest, TokenGame } from "./token-game.js";

/** One stay at a node, as the oracle remembers it. */
export interface OracleVisit {
  readonly no: number;
  readonly node: NodeKey;
  /** Every visit before it. */
  readonly past: ReadonlySet<number>;
  /** Those of them that sent the token here. */
  readonly from: readonly number[];
  status: VisitStatus;
  outcome: EdgeKey | null;
  closedBy: number | null;
  child: number | null;
}

export interface OracleTask {
  readonly no: number;
  readonly visit: number;
  readonly lane: LaneKey;
  readonly label: string | null;
  status: TaskStatus;
  assignee: number | null;
  gave: readonly OutputKey[];
}

/** What the outside must do: a case to start for a visit, or something with a called case. */
export type OracleEffect =
  | { readonly type: "START_CASE"; readonly visit: number }
  | { readonly type: "HOLD_CASE" | "RESUME_CASE" | "CANCEL_CASE"; readonly instance: number };

/** A visit or task that opens now; whoever runs the case numbers it. */
export interface Opened {
  readonly node: NodeKey;
  readonly from: readonly number[];
}

type Numbering = (opened: Opened) => {
  readonly visit: number;
  readonly task: (lane: LaneKey) => number;
};
type CommandOf<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;
type Effects = {
  [T in CaseCommand["type"]]: (command: CommandOf<T>, effects: OracleEffect[]) => void;
};

/**
 * What a case must be, told without the engine. It keeps only what has been done and still stands,
 * and after each command plays all of that again from the start: where tokens are then is the
 * marking, and what has no token any more is undone.
 */
export class CaseOracle {
  readonly game: TokenGame;
  status: CaseStatus | "NEW" = "NEW";
  heldByParent = false;
  marking: Marking = { resting: [], waiting: [], ended: 0 };
  readonly visits = new Map<number, OracleVisit>();
  readonly tasks = new Map<number, OracleTask>();
  /** The visits that are done and stand, in the order in which they were done. */
  #done: OracleVisit[] = [];
  #numbering: Numbering | null = null;

  constructor(game: TokenGame) {
    this.game = game;
  }

  /** Takes a command that is allowed, as `reasonsAgainst` says; answers the effects it must have. */
  apply(command: CaseCommand, numbering: Numbering): OracleEffect[] {
    this.#numbering = numbering;
    const effects: OracleEffect[] = [];
    (this.#applied[command.type] as (command: CaseCommand, effects: OracleEffect[]) => void)(
      command,
      effects,
    );
    return effects;
  }

  nodeOf(visit: number): GraphNode {
    return this.game.node(this.visits.get(visit)?.node ?? "");
  }

  isOpen({ status }: OracleTask): boolean {
    return status === "OPEN" || status === "CLAIMED";
  }

  tasksOf(visit: number): OracleTask[] {
    return [...this.tasks.values()].filter((task) => task.visit === visit);
  }

  openTasks(): OracleTask[] {
    return [...this.tasks.values()].filter((task) => this.isOpen(task));
  }

  /** Open visits of connectors: those that still want a case, and those that wait for theirs. */
  connectors(): { readonly unanswered: OracleVisit[]; readonly waiting: OracleVisit[] } {
    const open = [...this.visits.values()].filter(
      ({ no, status }) => status === "OPEN" && this.nodeOf(no).kind === "connector",
    );
    return {
      unanswered: open.filter(({ child }) => child === null),
      waiting: open.filter(({ child }) => child !== null),
    };
  }

  /** The outputs of tasks that are done and were not undone since. */
  outputs(): ReadonlySet<OutputKey> {
    const done = [...this.tasks.values()].filter(({ status }) => status === "DONE");
    return new Set(done.flatMap(({ gave }) => gave));
  }

  /** Those of them that were given on the way to a visit, or at it. */
  outputsBefore(visit: number): ReadonlySet<OutputKey> {
    const past = this.visits.get(visit)?.past;
    const done = [...this.tasks.values()].filter(
      (task) => task.status === "DONE" && (task.visit === visit || past?.has(task.visit)),
    );
    return new Set(done.flatMap(({ gave }) => gave));
  }

  /** The visits that would not be without this one, itself among them. */
  followed(visit: number): OracleVisit[] {
    return [...this.visits.values()].filter(
      ({ no, past, status }) =>
        (status === "OPEN" || status === "DONE") && (no === visit || past.has(visit)),
    );
  }

  /** Whether a task's step is over with it: one is enough, or it is the last. */
  isLast(task: OracleTask): boolean {
    const others = this.tasksOf(task.visit).filter((other) => other !== task);
    const isAny = this.nodeOf(task.visit).mode === "ANY";
    return isAny || others.every(({ status }) => status === "DONE");
  }

  readonly #applied: Effects = {
    START: ({ by }, effects) => {
      this.status = "RUNNING";
      this.#replay(effects);
      const first = this.tasks.get(1);
      if (by === null || !first || this.nodeOf(first.visit).kind !== "start") return;
      this.#assign(first.no, by);
    },
    CLAIM: ({ task, by }) => this.#assign(task, by),
    RELEASE: ({ task }) => this.#assign(task, null),
    DELEGATE: ({ task, to }) => this.#assign(task, to),
    COMPLETE: ({ task: no, by, outcome, given }, effects) => {
      const task = this.tasks.get(no)!;
      const isLast = this.isLast(task);
      task.status = "DONE";
      task.assignee = by;
      task.gave = given.map(({ output }) => output);
      if (!isLast) return;
      for (const other of this.tasksOf(task.visit)) {
        if (this.isOpen(other)) other.status = "WITHDRAWN";
      }
      this.#finish(task.visit, effects, outcome, no);
    },
    RETURN: ({ to }, effects) => this.#undo(to, effects),
    RECALL: ({ task }, effects) => this.#undo(this.tasks.get(task)!.visit, effects),
    COMMENT: () => {},
    MOVE_DEADLINES: () => {},
    CHILD_STARTED: ({ visit, instance }, effects) => {
      this.visits.get(visit)!.child = instance;
      if (this.nodeOf(visit).call?.waits === false) this.#finish(visit, effects);
    },
    CHILD_COMPLETED: ({ visit }, effects) => this.#finish(visit, effects),
    CHILD_CANCELLED: ({ visit }, effects) => {
      this.visits.get(visit)!.status = "UNDONE";
      this.#replay(effects);
    },
    HOLD: ({ byParent }, effects) => {
      if (byParent && this.status !== "RUNNING") return;
      this.status = "HELD";
      this.heldByParent = byParent === true;
      this.#tellChildren("HOLD_CASE", effects);
    },
    RESUME: ({ byParent }, effects) => {
      if (byParent && !this.heldByParent) return;
      this.status = "RUNNING";
      this.heldByParent = false;
      this.#tellChildren("RESUME_CASE", effects);
      for (const { no } of this.connectors().unanswered) {
        effects.push({ type: "START_CASE", visit: no });
      }
    },
    CANCEL: (_, effects) => {
      this.#tellChildren("CANCEL_CASE", effects);
      this.status = "CANCELLED";
      this.marking = { resting: [], waiting: [], ended: 0 };
      for (const task of this.openTasks()) task.status = "WITHDRAWN";
      for (const visit of this.visits.values()) {
        if (visit.status === "OPEN") visit.status = "WITHDRAWN";
      }
    },
  };

  #assign(no: number, to: number | null): void {
    const task = this.tasks.get(no)!;
    task.assignee = to;
    task.status = to === null ? "OPEN" : "CLAIMED";
  }

  #tellChildren(type: "HOLD_CASE" | "RESUME_CASE" | "CANCEL_CASE", effects: OracleEffect[]): void {
    for (const { child } of this.connectors().waiting) effects.push({ type, instance: child! });
  }

  #finish(
    no: number,
    effects: OracleEffect[],
    outcome: EdgeKey | null = null,
    closedBy: number | null = null,
  ): void {
    const visit = this.visits.get(no)!;
    Object.assign(visit, { status: "DONE", outcome, closedBy });
    this.#done.push(visit);
    this.#replay(effects);
  }

  #undo(no: number, effects: OracleEffect[]): void {
    const undone = this.followed(no);
    const waiting = this.connectors().waiting.filter((visit) => undone.includes(visit));
    for (const { child } of waiting) effects.push({ type: "CANCEL_CASE", instance: child! });
    for (const visit of undone) {
      visit.status = "UNDONE";
      for (const task of this.tasksOf(visit.no)) task.status = "WITHDRAWN";
    }
    this.#done = this.#done.filter((visit) => !undone.includes(visit));
    this.#replay(effects);
  }

  /** Plays what stands from the start; where a token has no visit yet, one opens. */
  #replay(effects: OracleEffect[]): void {
    let marking = this.game.start();
    for (const visit of this.#done) {
      const rest = marking.resting.find((one) => isAt(one, visit));
      if (!rest) throw new Error(`The history has no token for visit ${visit.no}`);
      marking = this.game.finish(marking, rest, visit.no, visit.outcome);
    }
    this.marking = marking;
    const open = [...this.visits.values()].filter(({ status }) => status === "OPEN");
    for (const visit of open) {
      if (!marking.resting.some((rest) => isAt(rest, visit))) {
        throw new Error(`The history has no token for the open visit ${visit.no}`);
      }
    }
    for (const rest of marking.resting) {
      if (!open.some((visit) => isAt(rest, visit))) this.#open(rest, effects);
    }
    if (marking.resting.length + marking.waiting.length === 0) this.status = "COMPLETED";
  }

  #open({ node: key, past, from }: Rest, effects: OracleEffect[]): void {
    const node = this.game.node(key);
    const { visit: no, task: taskOf } = this.#numbering!({ node: key, from });
    const none = { outcome: null, closedBy: null, child: null };
    this.visits.set(no, { no, node: key, past, from, status: "OPEN", ...none });
    if (node.kind === "connector") {
      if (this.status !== "HELD") effects.push({ type: "START_CASE", visit: no });
      return;
    }
    for (const { lane, label } of node.parts) {
      const task = taskOf(lane);
      const unworked = { status: "OPEN" as const, assignee: null, gave: [] };
      this.tasks.set(task, { no: task, visit: no, lane, label, ...unworked });
    }
  }
}

const isAt = (rest: Rest, { node, past }: OracleVisit): boolean =>
  rest.node === node &&
  rest.past.size === past.size &&
  [...past].every((visit) => rest.past.has(visit));
