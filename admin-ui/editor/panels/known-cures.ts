import { isCurable, problemId, type Cure, type Problem } from "../../../domain/index.js";
import type { CureAnswer } from "../gate/gate-questions.js";

/** What cures were found, and of which problems none, by the ids of the problems. */
export class KnownCures {
  readonly #cures: CureAnswer;
  readonly #tried: ReadonlySet<string>;

  /** Knows what `answer` says of the problems that were `tried`. */
  constructor(tried: readonly Problem[] = [], answer: CureAnswer = {}) {
    this.#tried = new Set(tried.map(problemId));
    this.#cures = answer;
  }

  /** `null`: there is none. `undefined`: that is not known, yet or at all. */
  of(problem: Problem): Cure | null | undefined {
    const id = problemId(problem);
    const isKnown = this.#tried.has(id) || !isCurable(problem.rule);
    return this.#cures[id] ?? (isKnown ? null : undefined);
  }

  /** The same after nothing could be found out about these: what was known of them is kept. */
  without(tried: readonly Problem[]): KnownCures {
    return new KnownCures(tried, this.#cures);
  }
}
