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

  /** RATE_LIMITED when `maxWaiting` are waiting already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#limit) this.#running += 1;
    else {
      if (this.#waiting.length >= this.#maxWaiting) {
        throw new Refusal("RATE_LIMITED", null, { seconds: 1 });
      }
      await this.#turn();
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
  #turn(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
