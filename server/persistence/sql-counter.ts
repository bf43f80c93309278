import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";

const counting = new AsyncLocalStorage<string[]>();
let counters = 0;

/**
 * A test's hook: runs `work` and returns its result with every SQL statement that it caused, in order,
 * whichever connection ran it. Nothing is counted, and nothing costs, while no call is under way.
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  counters += 1;
  try {
    const result = await counting.run(statements, work);
    return { result, statements };
  } finally {
    counters -= 1;
  }
}

/** Called by whatever sends a statement to a database. */
export function noteStatement(sql: string): void {
  if (counters > 0) counting.getStore()?.push(sql);
}

/** Keeps the caller's count with work that a queue will run later, on behalf of somebody else. */
export function countedAs<T extends () => unknown>(work: T): T {
  return counters > 0 ? (AsyncResource.bind(work) as T) : work;
}
