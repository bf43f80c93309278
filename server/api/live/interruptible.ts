export interface Interruptible extends AsyncIterator<unknown> {
  /** Makes the `next()` that waits, or the next one, answer an event of nothing. */
  interrupt(): void;
}

/** A source of events of which nobody has to wait for the next. */
export function interruptible(source: AsyncIterator<unknown>): Interruptible {
  let wake: (() => void) | null = null;
  let isInterrupted = false;
  /** Asked for and not answered yet: an interrupted event is not lost, it comes next. */
  let pending: Promise<IteratorResult<unknown>> | null = null;
  return {
    interrupt() {
      isInterrupted = true;
      wake?.();
    },
    next() {
      return new Promise((resolve, reject) => {
        const nothing = (): void => {
          isInterrupted = false;
          wake = null;
          resolve({ done: false, value: undefined });
        };
        if (isInterrupted) return nothing();
        wake = nothing;
        pending ??= source.next();
        pending.then((result) => {
          // Whoever was woken before has gone on, and the next one takes it.
          if (wake !== nothing) return;
          [wake, pending] = [null, null];
          resolve(result);
        }, reject);
      });
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}
