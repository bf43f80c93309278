/**
 * Tells this server that an account, a session or a token changed, so that nothing that it remembers
 * about them is used once more. Other servers find out when their memory expires.
 */
export class AccountChanges {
  readonly #listeners = new Set<() => void>();

  /** Answers what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** To be called after the commit. */
  readonly announce = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
