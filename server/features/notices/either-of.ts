/** Two endless streams as one; it ends with either, and ends both. */
export function eitherOf<T>(
  one: AsyncGenerator<T, void, void>,
  other: AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const sources = [one, other];
  const pending = new Map<AsyncGenerator<T, void, void>, Promise<Arrived<T>>>();
  const ask = (source: AsyncGenerator<T, void, void>): void => {
    pending.set(
      source,
      source.next().then((result) => ({ source, result })),
    );
  };
  const end = async (): Promise<IteratorResult<T, void>> => {
    await Promise.all(sources.map((source) => source.return()));
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      for (const source of sources) if (!pending.has(source)) ask(source);
      const { source, result } = await Promise.race(pending.values());
      pending.delete(source);
      return result.done ? end() : result;
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

interface Arrived<T> {
  readonly source: AsyncGenerator<T, void, void>;
  readonly result: IteratorResult<T, void>;
}
