import { ApiError } from "../errors/api-error.js";

/** A browser opens a handful; more than this is a program that forgets to close. */
const mostPerAsker = 20;

/** The event streams that are open, so that one asker cannot pile them up and a stop can end them. */
export class OpenStreams {
  readonly #ends = new Map<string, Set<() => void>>();

  /** Throws RATE_LIMITED when `asker` has too many. The result is called when the stream is over. */
  open(asker: string, end: () => void): () => void {
    const ends = this.#ends.get(asker) ?? new Set();
    if (ends.size >= mostPerAsker) throw new ApiError("RATE_LIMITED");
    ends.add(end);
    this.#ends.set(asker, ends);
    return () => {
      ends.delete(end);
      if (ends.size === 0 && this.#ends.get(asker) === ends) this.#ends.delete(asker);
    };
  }

  endAll(): void {
    for (const ends of [...this.#ends.values()]) for (const end of [...ends]) end();
  }
}
