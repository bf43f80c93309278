import type { Logger } from "../kernel/logger.js";
import { systemContext } from "../kernel/system-context.js";
import type { Database } from "../persistence/database.js";
import { startAnsweringCalls } from "../runtime/answer-waiting-calls.js";
import { startMovingDeadlines } from "../runtime/deadline-mover.js";
import { startHousekeeping } from "../runtime/housekeeping.js";
import type { Composition } from "./compose-features.js";

export interface BackgroundWork {
  /** Ends all of it and the API, each in its turn; afterwards nothing holds the database any more. */
  endAround(endApi: () => Promise<void>, graceMs: number): Promise<void>;
}

/** Starts what a server does of itself, beside answering. */
export function startBackgroundWork(it: {
  readonly database: Database;
  readonly composition: Composition;
  readonly now: () => number;
  readonly logger: Logger;
}): BackgroundWork {
  const { database, composition, now, logger } = it;
  const as = (name: string) => () => systemContext(name, now);
  const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  const stopHousekeeping = startHousekeeping(
    database,
    as("housekeeping"),
    failed("housekeeping failed"),
  );
  const stopAnswering = startAnsweringCalls(
    database,
    composition.runner,
    as("Alur"),
    failed("waiting connectors could not be answered"),
  );
  const stopKeepingFiles = composition.files.keeper.start(
    as("files"),
    failed("the file store could not be kept in order"),
  );
  composition.outbox.worker.start({
    onError: failed("the outbox failed"),
    onGivenUp: ({ messageId, attempt }, channel, reason) =>
      logger.error({ messageId, channel, attempt, reason }, "a message was given up"),
  });
  const stopTelling = composition.noticeWork.start(as("Alur"), (error, piece) =>
    logger.error({ err: error, piece }, "people could not be told"),
  );
  const stopWebhooks = composition.webhookRounds.start(
    as("webhooks"),
    failed("webhooks could not be looked after"),
  );
  const stopMoving = startMovingDeadlines(
    composition.mover,
    as("Alur"),
    failed("open deadlines could not follow a calendar"),
  );
  const stopLedger = composition.ledger.start(
    as("throughput"),
    failed("reports could not follow what happened"),
  );
  return {
    async endAround(endApi, graceMs) {
      stopHousekeeping();
      await Promise.all([
        stopAnswering(),
        stopWebhooks(),
        stopMoving(),
        stopTelling(),
        stopLedger(),
      ]);
      // A file that a request puts away meanwhile is scanned by whichever server looks next.
      await Promise.all([
        endApi(),
        composition.outbox.worker.stop(graceMs),
        stopKeepingFiles(graceMs),
      ]);
    },
  };
}
