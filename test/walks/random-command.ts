import type { CaseCommand, CaseCommandType } from "../../domain/engine/case-command.js";
import type { CaseRequest } from "../../domain/engine/case-event.js";
import type { CaseOracle, OracleTask, OracleVisit } from "./case-oracle.js";
import type { Dice } from "./dice.js";

type Weights = Readonly<Partial<Record<CaseCommandType, number>>>;

const running: Weights = {
  COMPLETE: 10,
  CLAIM: 3,
  RELEASE: 0.8,
  DELEGATE: 1,
  RETURN: 2.5,
  RECALL: 2,
  COMMENT: 0.3,
  MOVE_DEADLINES: 0.2,
  HOLD: 0.5,
  RESUME: 0.1,
  CANCEL: 0.06,
  START: 0.05,
  CHILD_STARTED: 0.1,
  CHILD_COMPLETED: 0.1,
  CHILD_CANCELLED: 0.05,
};
const held: Weights = { ...running, COMPLETE: 1, CLAIM: 0.5, RETURN: 0.5, RECALL: 0.5, RESUME: 8 };
/** More of them where there is a connector to answer. */
const calling: Weights = { CHILD_STARTED: 5, CHILD_COMPLETED: 4, CHILD_CANCELLED: 1.5 };

export const walkRequest: CaseRequest = {
  sop: 1,
  version: 1,
  office: 1,
  title: null,
  requester: null,
  requesterName: "Nur",
  startedBy: null,
};

type CommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;

/** Random commands for a case, mostly such as can be done, sometimes with something wrong in them. */
export class RandomCommands {
  constructor(
    readonly dice: Dice,
    /** Whether completions may go without a linked paper. */
    readonly mayBeLenient: boolean,
    readonly people: readonly number[] = [1, 2, 3, 4],
  ) {}

  next(oracle: CaseOracle): CaseCommand {
    if (oracle.status === "NEW") return this.#makers.START(oracle);
    const { unanswered, waiting } = oracle.connectors();
    const isCalling = unanswered.length + waiting.length > 0;
    const weights = oracle.status === "HELD" ? held : running;
    const type = this.dice.weighted({ ...weights, ...(isCalling && calling) } as Required<Weights>);
    return this.#makers[type](oracle);
  }

  readonly #makers: { [T in CaseCommandType]: (oracle: CaseOracle) => CommandOf<T> } = {
    START: () => ({ type: "START", request: walkRequest, by: this.#personOrProgram() }),
    CLAIM: (oracle) => {
      const { no, assignee } = this.#task(oracle);
      const over = assignee !== null && this.dice.chance(0.2) ? { over: assignee } : {};
      return { type: "CLAIM", task: no, by: this.#person(), ...over };
    },
    RELEASE: (oracle) => {
      const { no, assignee } = this.#task(oracle, ({ status }) => status === "CLAIMED");
      const by = this.#mostly(assignee) ?? this.#person();
      return { type: "RELEASE", task: no, by, ...(this.dice.chance(0.15) && { force: true }) };
    },
    DELEGATE: (oracle) => {
      const { no, assignee } = this.#task(oracle);
      return {
        type: "DELEGATE",
        task: no,
        by: this.#mostly(assignee) ?? this.#person(),
        to: this.#person(),
      };
    },
    COMPLETE: (oracle) => this.#complete(oracle),
    RETURN: (oracle) => {
      const { no, assignee, visit } = this.#task(oracle);
      const past = [...(oracle.visits.get(visit)?.past ?? [])];
      const anywhere = this.dice.below(oracle.visits.size + 2);
      return {
        type: "RETURN",
        task: no,
        by: this.#mostly(assignee) ?? this.#personOrProgram(),
        to: this.dice.chance(0.9) ? (this.dice.pick(past) ?? anywhere) : anywhere,
        reason: this.#reason(),
      };
    },
    RECALL: (oracle) => {
      const closing = [...oracle.visits.values()].flatMap(({ status, closedBy }) =>
        status === "DONE" && closedBy !== null ? (oracle.tasks.get(closedBy) ?? []) : [],
      );
      // What was done last is what can be taken back most often.
      const late = this.dice.chance(0.7) ? closing.slice(-2) : closing;
      const { no, assignee } = this.dice.chance(0.9)
        ? (this.dice.pick(late) ?? this.#task(oracle))
        : this.#task(oracle, () => true);
      return { type: "RECALL", task: no, by: this.dice.chance(0.9) ? assignee : this.#person() };
    },
    COMMENT: () => ({ type: "COMMENT", text: this.#reason() }),
    MOVE_DEADLINES: (oracle) => {
      const moved = [{ task: this.#task(oracle).no, from: 1, to: 2 }];
      return { type: "MOVE_DEADLINES", calendar: 1, moved };
    },
    CHILD_STARTED: (oracle) => ({
      type: "CHILD_STARTED",
      visit: this.#visit(oracle, oracle.connectors().unanswered).no,
      instance: 1000 + this.dice.below(1_000_000),
    }),
    CHILD_COMPLETED: (oracle) => ({ type: "CHILD_COMPLETED", ...this.#child(oracle) }),
    CHILD_CANCELLED: (oracle) => ({ type: "CHILD_CANCELLED", ...this.#child(oracle) }),
    HOLD: () => ({
      type: "HOLD",
      reason: this.#reason(),
      ...(this.dice.chance(0.3) && { byParent: true }),
    }),
    RESUME: ({ heldByParent }) => ({
      type: "RESUME",
      ...(this.dice.chance(0.9) === heldByParent && { byParent: true }),
    }),
    CANCEL: () => ({ type: "CANCEL", reason: this.#reason() }),
  };

  #complete(oracle: CaseOracle): CommandOf<"COMPLETE"> {
    const { dice } = this;
    const { no, assignee, visit } = this.#task(oracle);
    const isKnown = oracle.visits.has(visit);
    const node = isKnown ? oracle.nodeOf(visit) : null;
    const arrows = node ? oracle.game.arrowsFrom(node.key).map(({ key }) => key) : [];
    const isDecision = node?.kind === "decision";
    const wrong = dice.pick([null, "nowhere", ...arrows]) ?? null;
    const right = isDecision ? this.#outcome(oracle, arrows) : null;
    const own = dice.chance(0.85) ? (node?.outputs ?? []) : [];
    const given = dice.chance(0.03) ? [...own, "unknown"] : own;
    return {
      type: "COMPLETE",
      task: no,
      by: this.#mostly(assignee) ?? this.#personOrProgram(),
      outcome: dice.chance(0.95) ? right : wrong,
      given: given.map((output) => ({ output, reference: "ada" })),
      comment: dice.chance(0.1) ? "baik" : null,
      ...(this.mayBeLenient && dice.chance(0.5) && { lenient: true }),
    };
  }

  /** Any outcome, less often one that ends the case at once: there is little to walk after that. */
  #outcome({ game }: CaseOracle, arrows: readonly string[]): string {
    const ending = new Set(
      game.graph.edges.filter(({ to }) => game.node(to).kind === "end").map(({ key }) => key),
    );
    const first = this.dice.pick(arrows)!;
    return ending.has(first) && this.dice.chance(0.6) ? this.dice.pick(arrows)! : first;
  }

  /** An open task mostly, now and then any other or none at all. */
  #task(
    oracle: CaseOracle,
    fits: (task: OracleTask) => boolean = (task) => oracle.isOpen(task),
  ): Pick<OracleTask, "no" | "assignee" | "visit"> {
    const all = [...oracle.tasks.values()];
    const fitting = all.filter(fits);
    const nobody = { no: this.dice.below(all.length + 3), assignee: null, visit: 0 };
    if (this.dice.chance(0.02)) return nobody;
    if (this.dice.chance(0.93) && fitting.length > 0) return this.dice.pick(fitting)!;
    return this.dice.pick(all) ?? nobody;
  }

  #visit(
    oracle: CaseOracle,
    fitting: readonly OracleVisit[],
  ): { no: number; child: number | null } {
    if (this.dice.chance(0.93) && fitting.length > 0) return this.dice.pick(fitting)!;
    return this.dice.pick([...oracle.visits.values()]) ?? { no: 1, child: null };
  }

  #child(oracle: CaseOracle): { visit: number; instance: number } {
    const { no, child } = this.#visit(oracle, oracle.connectors().waiting);
    return { visit: no, instance: child !== null && this.dice.chance(0.96) ? child : 7 };
  }

  #person(): number {
    return this.dice.pick(this.people)!;
  }

  #personOrProgram(): number | null {
    return this.dice.chance(0.1) ? null : this.#person();
  }

  /** Whoever has it, mostly; else `null`, for anybody. */
  #mostly(assignee: number | null): number | null {
    return this.dice.chance(0.92) ? assignee : null;
  }

  #reason(): string {
    return this.dice.chance(0.93) ? "Berkas kurang" : " ";
  }
}
