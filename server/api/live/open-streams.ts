import { ApiError } from "../errors/api-error.js";

/** A browser opens a handful; more than this is a program that forgets to close. */
const mostPerAsker = 20;

export interface OpenStream {
  readonly end: () => void;
  /** The same, having told that nobody is signed in any more. */
  readonly refuse: () => void;
  /** Whether it still is its asker who would be answered. */
  readonly isOfAsker: () => Promise<boolean>;
}

/**
 * The event streams that are open, so that one asker cannot pile them up, a stop can end them, and
 * none outlives the session or the token that it was opened with.
 */
export class OpenStreams {
  readonly #streams = new Map<string, Set<OpenStream>>();
  #checking: Promise<void> | null = null;
  #again = false;

  /** Throws RATE_LIMITED when `asker` has too many. The result is called when the stream is over. */
  open(asker: string, stream: OpenStream): () => void {
    const streams = this.#streams.get(asker) ?? new Set();
    if (streams.size >= mostPerAsker) throw new ApiError("RATE_LIMITED");
    streams.add(stream);
    this.#streams.set(asker, streams);
    return () => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(asker) === streams) this.#streams.delete(asker);
    };
  }

  endAll(): void {
    for (const { end } of this.#all()) end();
  }

  /** Ends those whose asker is signed in no longer. Of several calls at once the last counts for all. */
  endOrphans(): Promise<void> {
    if (this.#checking !== null) {
      this.#again = true;
      return this.#checking;
    }
    const check = async (): Promise<void> => {
      do {
        this.#again = false;
        for (const { refuse, isOfAsker } of this.#all()) {
          // Where that cannot be found out just now, the next event asks again anyway.
          if (!(await isOfAsker().catch(() => true))) refuse();
        }
      } while (this.#again);
    };
    this.#checking = check().finally(() => (this.#checking = null));
    return this.#checking;
  }

  #all(): OpenStream[] {
    return [...this.#streams.values()].flatMap((streams) => [...streams]);
  }
}
