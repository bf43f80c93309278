import { fileURLToPath } from "node:url";
import { fillCatalogue } from "../features/sops/catalogue-entry.js";
import { commandScanner } from "../features/files/virus-scanner.js";
import { readDemoLogins, type DemoLogin } from "../features/people/demo-logins.js";
import { assertNoDemoPasswords } from "../features/people/demo-passwords.js";
import type { SeededToken } from "../features/people/people-seed.js";
import type { Config } from "../kernel/config.js";
import type { Logger } from "../kernel/logger.js";
import { StartupError } from "../kernel/startup-error.js";
import { systemContext } from "../kernel/system-context.js";
import { clockDifference } from "../persistence/clock-difference.js";
import type { Database, Reader } from "../persistence/database.js";
import { hasPeople } from "../persistence/has-people.js";
import { openFileStore } from "../persistence/files/open-file-store.js";
import { openDatabase } from "../persistence/open-database.js";
import { startBackgroundWork } from "./background-work.js";
import { composeFeatures } from "./compose-features.js";
import type { HttpFront, Pause } from "./http-front.js";
import { seedDemo } from "./seed-demo.js";
import { startApi } from "./start-api.js";

/** Half of what servers allow each other's clocks (`LogTail`), as each may be off the other way. */
const clockMayDiffer = 30_000;

const uiFolder = fileURLToPath(new URL("../../ui", import.meta.url));

/** One opening of the database, with all that is remembered of it: nothing of it outlives the end. */
export interface ServedDatabase {
  readonly reader: Reader;
  /** The demo's people; none in production. */
  readonly logins: readonly DemoLogin[];
  /** The demo's tokens, where they were made now. */
  readonly tokens: readonly SeededToken[];
  /** Closes the socket, lets running requests finish for `graceMs`, and closes the database. */
  close(graceMs: number): Promise<void>;
  /** As `close`, but the socket stays and answers 503, saying `reason`. */
  leave(reason: Pause, graceMs: number): Promise<void>;
}

/**
 * Opens the database, its schema up to date and the demo in it where it is empty, and answers requests
 * on it. Throws a `StartupError` where that may not be, with everything closed again but the socket.
 */
export async function serveDatabase(
  front: HttpFront,
  config: Config,
  logger: Logger,
  now: () => number,
): Promise<ServedDatabase> {
  const guarded = config.production && !config.allowDemoPasswords;
  if (guarded && !(await hasPeople(config.database))) {
    throw new StartupError(
      "The database is empty, and production does not load the demo office: make the first account " +
        'with npm run create-admin -- --username NAME --name "Full name" --office "Office"',
    );
  }
  const database = await openDatabase(config.database, { production: config.production });
  try {
    await warnOfClock(database, logger, now);
    const { mail, publicUrl, webhooks } = config;
    const { maxBytes, scanCommand, location } = config.files;
    const composition = composeFeatures({
      database,
      now,
      mail,
      publicUrl,
      webhooks,
      files: {
        store: openFileStore(location, config.dataDir),
        scanner: scanCommand === null ? null : commandScanner(scanCommand),
        maxBytes,
        onScanFailure: (err) => logger.warn({ err }, "a file could not be scanned; trying again"),
      },
    });
    const tokens = await seedDemo(database, composition.hasher, now);
    await fillCatalogue(database, systemContext("catalogue", now));
    if (guarded) await assertNoDemoPasswords(database);
    const logins = config.production ? [] : await readDemoLogins(database);
    const api = await startApi(front, {
      database,
      composition,
      now,
      logger,
      corsOrigins: config.corsOrigins,
      requireHttps: config.production,
      trustProxy: config.trustProxy,
      uiFolder,
    });
    const work = startBackgroundWork({ database, composition, now, logger });
    const end = async (endApi: () => Promise<void>, graceMs: number): Promise<void> => {
      await work.endAround(endApi, graceMs);
      await database.close();
    };
    return {
      reader: database.reader,
      logins,
      tokens,
      close: (graceMs) => end(() => api.close(graceMs), graceMs),
      leave: (reason, graceMs) => end(() => api.leave(reason, graceMs), graceMs),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function warnOfClock(database: Database, logger: Logger, now: () => number): Promise<void> {
  const difference = await clockDifference(database, now);
  if (Math.abs(difference) <= clockMayDiffer) return;
  const seconds = Math.round(difference / 1000);
  logger.warn(
    { seconds },
    "this server's clock differs from the database's; set both by NTP, or other servers' windows may not hear what is done here",
  );
}
