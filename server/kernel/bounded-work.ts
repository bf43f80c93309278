import { Refusal } from "./refusal.js";

/** Runs costly work a few at a time; when the waiting line is full, the next is refused at once. */
export class BoundedWork {
  readonly #limit: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number, maxWaiting: number) {
    this.#limit = limit;
    this.#maxWaiting = maxWaiting;
  }

  /**
   * RATE_LIMITED when `maxWaiting` are waiting already. Whoever is `gone` before their turn leaves the
   * line, and this rejects with the signal's reason.
   */
  async run<T>(work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    gone?.throwIfAborted();
    if (this.#running < this.#limit) this.#running += 1;
    else {
      if (this.#waiting.length >= this.#maxWaiting) {
        throw new Refusal("RATE_LIMITED", null, { seconds: 1 });
      }
      await this.#turn(gone);
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Whoever finishes hands its place over, so that nobody can slip in between. */
  #turn(gone: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(gone?.reason);
      };
      const begin = (): void => {
        gone?.removeEventListener("abort", leave);
        resolve();
      };
      gone?.addEventListener("abort", leave);
      this.#waiting.push(begin);
    });
  }
}
