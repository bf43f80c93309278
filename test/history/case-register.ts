import type { HistoryProcedure } from "./history-procedures.js";
import type { Rulebook } from "./played-case.js";
import type { TimeDice } from "./random-times.js";

/** A case that is about to begin. */
export interface NewCase {
  readonly id: number;
  readonly title: string;
  readonly rules: Rulebook;
}

/** Numbers the cases in the order in which they begin, each by the version that is in force then. */
export class CaseRegister {
  constructor(
    private readonly procedures: readonly HistoryProcedure[],
    private lastId: number,
  ) {}

  /** Of whatever SOP people come with. */
  any(at: number, dice: TimeDice): NewCase {
    let left = dice.share() * this.procedures.reduce((sum, { weight }) => sum + weight, 0);
    const found = this.procedures.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return this.#next(found ?? this.procedures.at(-1), at);
  }

  of(sopId: number, at: number): NewCase {
    return this.#next(
      this.procedures.find((procedure) => procedure.sopId === sopId),
      at,
    );
  }

  #next(procedure: HistoryProcedure | undefined, at: number): NewCase {
    const versions = procedure?.versions ?? [];
    const rules = (versions.find(({ since }) => since <= at) ?? versions.at(-1))?.rules;
    if (!procedure || !rules) throw new Error("There is no such procedure");
    this.lastId += 1;
    return {
      id: this.lastId,
      title: `${procedure.title.slice(0, 80)}, berkas ${this.lastId}`,
      rules,
    };
  }
}
