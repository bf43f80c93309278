import { randomUUID } from "node:crypto";
import type { Context } from "../kernel/context.js";
import type { Database } from "../persistence/database.js";
import { takeLease } from "../persistence/lease.js";

export interface LeasedWorkOptions {
  readonly database: Database;
  /** Of the lease, at most 60 characters; the same on every server. */
  readonly name: string;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Whether there is anything to do; left out: always. It spares the lease, which is a commit. */
  readonly isNeeded?: () => Promise<boolean>;
  /**
   * Does what there is to do, and ends early where the signal says so: the server stops. It must bear
   * being cut off, and being done by two at once.
   */
  readonly work: (ctx: Context, signal: AbortSignal) => Promise<void>;
  readonly makeContext: () => Context;
  readonly onError: (error: unknown) => void;
}

/** How much longer than the pause between two looks a server that says nothing keeps the others away. */
const grace = 60_000;

/**
 * Does a piece of work now and every so often, on one server at a time: the lease is committed before
 * the work begins, and whoever dies gives way when it ends. It only saves work, as what is done is
 * decided by the rows themselves. The result stops it and waits for what is under way.
 */
export function startLeasedWork(options: LeasedWorkOptions): () => Promise<void> {
  const { database, name, every, isNeeded, work, makeContext, onError } = options;
  const owner = randomUUID();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const once = async (): Promise<void> => {
    if (isNeeded && !(await isNeeded())) return;
    const ctx = makeContext();
    const isOurs = await database.unitOfWork.run(ctx, (tx) =>
      takeLease(tx, database.dialect, name, owner, every + grace),
    );
    if (isOurs) await work(ctx, stopping.signal);
  };
  const run = (): void => {
    running ??= once()
      .catch(onError)
      .finally(() => (running = null));
  };
  run();
  const timer = setInterval(run, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
