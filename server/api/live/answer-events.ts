import type { ExecutionResult } from "graphql";

export interface Answer {
  readonly result: ExecutionResult;
  /** Whether the stream ends with it. */
  readonly last: boolean;
}

/**
 * A subscription's answers, one per event of `source`. Not an async generator: the `return()` of one
 * waits until the next event comes, and would keep a closed connection's source open that long.
 */
export function answerEvents(
  source: AsyncIterator<unknown>,
  answer: (event: unknown) => Promise<Answer>,
): AsyncGenerator<ExecutionResult, void, void> {
  let ended = false;
  const end = async (): Promise<{ done: true; value: undefined }> => {
    ended = true;
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      if (ended) return { done: true, value: undefined };
      const event = await source.next();
      if (event.done) return { done: true, value: undefined };
      const { result, last } = await answer(event.value);
      if (last) await end();
      return { done: false, value: result };
    },
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await end();
    },
  };
}

/** A stream of one answer, for what is refused at once. */
export function answerOnce(result: ExecutionResult): AsyncGenerator<ExecutionResult, void, void> {
  const events = [result];
  const source: AsyncIterator<unknown> = {
    next: async () => {
      const value = events.shift();
      return value ? { done: false, value } : { done: true, value: undefined };
    },
  };
  return answerEvents(source, async (event) => ({ result: event as ExecutionResult, last: true }));
}
