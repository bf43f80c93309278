/** Which entry of the log, and its time in epoch milliseconds. */
export interface EntryKey {
  readonly instanceId: number;
  readonly seq: number;
  readonly at: number;
}

/** The same text for the same entry. */
export const keyOf = ({ instanceId, seq }: EntryKey): string => `${instanceId}:${seq}`;

/** The log entries that this server's listeners know of, as far back as it looks. */
export class ToldEntries {
  /** Until when each is kept. */
  readonly #known = new Map<string, number>();

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#known.size;
  }

  has(entry: EntryKey): boolean {
    return this.#known.has(keyOf(entry));
  }

  /**
   * `false` where it was known. `now`: an entry whose time has long passed is kept from now on, and
   * one from a clock that runs ahead until that time has come. Past the limit the oldest are forgotten.
   */
  add(entry: EntryKey, now: number): boolean {
    const key = keyOf(entry);
    if (this.#known.has(key)) return false;
    this.#known.set(key, Math.max(entry.at, now));
    if (this.#known.size > this.limit) {
      const oldest = this.#known.keys().next();
      if (!oldest.done) this.#known.delete(oldest.value);
    }
    return true;
  }

  forgetBefore(moment: number): void {
    for (const [key, until] of this.#known) if (until < moment) this.#known.delete(key);
  }
}
