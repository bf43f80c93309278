import { Refusal } from "./refusal.js";

/** How much of its work a `FairWork` does at once and keeps waiting. */
export interface FairLimits {
  /** Running at once, of all askers and of one. */
  readonly running: number;
  readonly runningOfOne: number;
  /** Waiting for their turn, of all askers and of one. */
  readonly waiting: number;
  readonly waitingOfOne: number;
}

/** What one asker has in hand. */
interface Asker {
  readonly name: string;
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Runs costly work a few at a time, the askers taking turns: who asks for much waits behind their own,
 * not everybody else behind them.
 */
export class FairWork {
  readonly #limits: FairLimits;
  /** Whoever has something running or waiting; whose turn comes first stands first. */
  readonly #askers = new Map<string, Asker>();
  #running = 0;
  #waiting = 0;

  constructor(limits: FairLimits) {
    this.#limits = limits;
  }

  /**
   * RATE_LIMITED when too many wait already, of all askers or of this one. Whoever is `gone` before
   * their turn leaves the line, and this rejects with the signal's reason.
   */
  async run<T>(name: string, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    gone?.throwIfAborted();
    const asker = this.#askers.get(name) ?? { name, running: 0, waiting: [] };
    const { waiting, waitingOfOne } = this.#limits;
    if (this.#mayBegin(asker)) this.#begin(asker);
    else if (this.#waiting >= waiting || asker.waiting.length >= waitingOfOne) {
      throw new Refusal("RATE_LIMITED", null, { seconds: 1 });
    } else {
      this.#askers.set(name, asker);
      await this.#turn(asker, gone);
    }
    try {
      return await work();
    } finally {
      asker.running -= 1;
      this.#running -= 1;
      this.#toBack(asker);
      this.#next();
      this.#forgetIdle(asker);
    }
  }

  #mayBegin({ running }: Asker): boolean {
    return this.#running < this.#limits.running && running < this.#limits.runningOfOne;
  }

  #begin(asker: Asker): void {
    asker.running += 1;
    this.#running += 1;
    this.#toBack(asker);
  }

  /** Behind all others who wait: it has just had its turn. */
  #toBack(asker: Asker): void {
    this.#askers.delete(asker.name);
    this.#askers.set(asker.name, asker);
  }

  #forgetIdle({ name, running, waiting }: Asker): void {
    if (running === 0 && waiting.length === 0) this.#askers.delete(name);
  }

  /** A place that is free goes to the first asker who waits and may run more. */
  #next(): void {
    for (const asker of this.#askers.values()) {
      if (asker.waiting.length === 0 || !this.#mayBegin(asker)) continue;
      // Counted here, so that nobody can slip in between.
      this.#begin(asker);
      this.#waiting -= 1;
      asker.waiting.shift()!();
      return;
    }
  }

  #turn(asker: Asker, gone: AbortSignal | undefined): Promise<void> {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        asker.waiting.splice(asker.waiting.indexOf(begin), 1);
        this.#waiting -= 1;
        this.#forgetIdle(asker);
        reject(gone?.reason);
      };
      const begin = (): void => {
        gone?.removeEventListener("abort", leave);
        resolve();
      };
      gone?.addEventListener("abort", leave);
      asker.waiting.push(begin);
    });
  }
}
