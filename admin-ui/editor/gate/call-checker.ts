import { isSameValue, type Graph, type Problem } from "../../../domain/index.js";
import {
  connectorCalls,
  isAnswered,
  type CallsTold,
  type ConnectorCalls,
} from "./connector-calls.js";

/** The drawing, and whether the server has it. */
export interface SeenDrawing {
  readonly graph: Graph;
  /** The revision on the server that says the same; `null` where there is none. */
  readonly revision: number | null;
  /** Whether there will be none soon: saving fails, or somebody else was first. */
  readonly isStranded: boolean;
}

/** What the server says of the connectors of its newest revision. */
export interface ServerCalls {
  readonly revision: number;
  readonly problems: readonly Problem[];
}

/** ms without a change after which it is looked whether there is something to ask. */
const restAfter = 300;
/** ms after which what failed is asked again. */
const retryAfter = 30_000;

type Timer = ReturnType<typeof setTimeout> | null;

/**
 * Asks the server about the SOPs that a drawing's connectors run: once it has the drawing, and only
 * where it was not asked about these calls already.
 */
export class CallChecker {
  readonly #ask: () => Promise<ServerCalls | null>;
  readonly #listeners = new Set<() => void>();
  #told: CallsTold = { answer: null, hasFailed: false };
  #seen: SeenDrawing | null = null;
  #looking: Timer = null;
  #retrying: Timer = null;
  #isAsking = false;
  /** Other SOPs may have changed since it was told. */
  #isOld = false;
  /** The calls about which it is not asked again before its time. */
  #failed: ConnectorCalls | null = null;

  /** `ask` answers `null` where the server does not. */
  constructor(ask: () => Promise<ServerCalls | null>) {
    this.#ask = ask;
  }

  readonly told = (): CallsTold => this.#told;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something was drawn or saved. */
  readonly look = (seen: SeenDrawing): void => {
    this.#seen = seen;
    this.#lookAgain(restAfter);
  };

  /** Asks anew also where all is known: somebody may have changed the other SOPs. */
  readonly renew = (): void => {
    this.#isOld = true;
    this.#failed = null;
    this.#lookAgain(0);
  };

  /** Asks nothing until it looks again. */
  stop(): void {
    this.#seen = null;
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#forgetFailure();
  }

  #forgetFailure(): void {
    if (this.#retrying !== null) clearTimeout(this.#retrying);
    this.#retrying = null;
    this.#failed = null;
  }

  #lookAgain(ms: number): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.#consider(), ms);
  }

  async #consider(): Promise<void> {
    const seen = this.#seen;
    if (seen === null || this.#isAsking) return;
    const calls = connectorCalls(seen.graph);
    const isKnown = isAnswered(calls, this.#told.answer);
    if (calls.size === 0 || (isKnown && !this.#isOld)) return;
    if (this.#failed !== null && isSameValue([...calls], [...this.#failed])) return;
    if (seen.revision === null) {
      // Once it is saved, it is looked at again.
      if (seen.isStranded && !isKnown) this.#fail();
      return;
    }
    this.#isAsking = true;
    this.#isOld = false;
    this.#forgetFailure();
    const told = await this.#ask();
    this.#isAsking = false;
    this.#hear(calls, seen.revision, told);
  }

  #hear(calls: ConnectorCalls, revision: number, told: ServerCalls | null): void {
    if (this.#seen === null) return;
    if (told === null) {
      this.#failed = calls;
      this.#retrying = setTimeout(this.renew, retryAfter);
      this.#fail();
    } else if (told.revision === revision) {
      const answer = { calls, problems: told.problems };
      this.#become({ answer, hasFailed: false });
    } else {
      // It is asked about as the server has it once that is here, whatever was known before.
      this.#isOld = true;
      // Where somebody else has saved it, that may take long; its own newer one is here or on its way.
      if (this.#seen.revision === revision) {
        this.#fail();
        return;
      }
    }
    // It may have been drawn on meanwhile.
    this.#lookAgain(restAfter);
  }

  #fail(): void {
    this.#become({ answer: this.#told.answer, hasFailed: true });
  }

  #become(told: CallsTold): void {
    this.#told = told;
    for (const listener of this.#listeners) listener();
  }
}
