import { fileURLToPath } from "node:url";
import { composeFeatures } from "./api/compose.js";
import { HttpFront } from "./api/http-front.js";
import { seedDemo } from "./api/seed-demo.js";
import { startApi } from "./api/start-api.js";
import { welcomeText } from "./api/welcome-text.js";
import { readDemoLogins } from "./features/people/demo-logins.js";
import { assertNoDemoPasswords } from "./features/people/demo-passwords.js";
import { readConfig, type Config } from "./kernel/config.js";
import { createLogger } from "./kernel/logger.js";
import { StartupError } from "./kernel/startup-error.js";
import { systemContext } from "./kernel/system-context.js";
import { hasPeople } from "./persistence/has-people.js";
import { openDatabase } from "./persistence/open-database.js";
import { startHousekeeping } from "./runtime/housekeeping.js";

/** How long running requests may still take once the program was told to stop. */
const graceMs = 10_000;

const uiFolder = fileURLToPath(new URL("../ui", import.meta.url));
const now = (): number => Date.now();

async function start(config: Config): Promise<void> {
  // The port comes first: if it cannot be had, nothing has been changed yet.
  const front = await HttpFront.listen(config.host, config.port);
  try {
    const guarded = config.production && !config.allowDemoPasswords;
    if (guarded && !(await hasPeople(config.database))) {
      throw new StartupError(
        "The database is empty, and production does not load the demo office: make the first account " +
          'with npm run create-admin -- --username NAME --name "Full name" --office "Office"',
      );
    }
    const database = await openDatabase(config.database, { production: config.production });
    try {
      const composition = composeFeatures({ database, now });
      const { hasher } = composition;
      const tokens = await seedDemo(database, hasher, now);
      if (guarded) await assertNoDemoPasswords(database);
      const logger = createLogger(config.logLevel);
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
      const stopHousekeeping = startHousekeeping(
        database,
        () => systemContext("housekeeping", now),
        (error) => logger.error({ err: error }, "housekeeping failed"),
      );
      const logins = config.production ? [] : await readDemoLogins(database);
      stopOnSignals(async () => {
        stopHousekeeping();
        await api.close(graceMs);
        await database.close();
      });
      // Last: whoever reads this may send a signal at once.
      console.log(welcomeText({ config, port: front.port, logins, tokens }));
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    await front.close(0);
    throw error;
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = async (): Promise<void> => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on("SIGINT", () => void onSignal());
  process.on("SIGTERM", () => void onSignal());
}

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(error instanceof StartupError ? `Alur cannot start: ${error.message}` : error);
  process.exit(1);
}
