import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../kernel/logger.js";
import { StartupError } from "../kernel/startup-error.js";
import type { RestoreWatch } from "../persistence/restore-watch.js";
import type { ServedDatabase } from "./serve-database.js";

/** How long running requests may still take once the database is to be let go of or closed. */
const graceMs = 10_000;
const lookEveryMs = 500;
const tryAgainEveryMs = 1000;

export interface LendingOptions {
  /** What is served now. */
  readonly served: ServedDatabase;
  /** Opens the database again and answers requests on it. */
  readonly serveAgain: () => Promise<ServedDatabase>;
  readonly restores: RestoreWatch;
  readonly logger: Logger;
}

/**
 * Lends the database to each restore that asks for it: lets go of it with everything that is
 * remembered of it, waits, and opens what is there then. The result ends this and what is served.
 */
export function lendToRestores(options: LendingOptions): () => Promise<void> {
  const stopping = new AbortController();
  const lending = lendUntil(stopping.signal, options);
  return async () => {
    stopping.abort();
    const served = await lending;
    await served?.close(graceMs);
  };
}

/** Resolves to what is served in the end; `null` where it ends while the database is lent. */
async function lendUntil(
  stopping: AbortSignal,
  { served: first, serveAgain, restores, logger }: LendingOptions,
): Promise<ServedDatabase | null> {
  let served = first;
  while (await paused(lookEveryMs, stopping)) {
    // A database that cannot be asked is away, which every request tells louder.
    if (!(await restores.isAsked(served.reader).catch(() => false))) continue;
    logger.info("a restore asks for the database; letting go of it");
    await served.leave("RESTORING", graceMs);
    while (!(await restores.isOver())) {
      if (!(await paused(lookEveryMs, stopping))) return null;
    }
    const again = await openAgain(stopping, serveAgain, logger);
    if (!again) return null;
    served = again;
    logger.info("the restore is over; answering again");
  }
  return served;
}

/** Whoever restores expects the server to come back, so it tries on whatever is in the way. */
async function openAgain(
  stopping: AbortSignal,
  serveAgain: () => Promise<ServedDatabase>,
  logger: Logger,
): Promise<ServedDatabase | null> {
  let told = "";
  do {
    try {
      return await serveAgain();
    } catch (error) {
      const { message } = error as Error;
      if (message !== told) {
        const detail = error instanceof StartupError ? { reason: message } : { err: error };
        logger.error(detail, "the database cannot be opened after the restore; trying on");
      }
      told = message;
    }
  } while (await paused(tryAgainEveryMs, stopping));
  return null;
}

/** `false` when the pause was broken off because everything ends. */
async function paused(ms: number, stopping: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal: stopping });
    return true;
  } catch {
    return false;
  }
}
