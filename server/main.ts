import { HttpFront } from "./api/http-front.js";
import { lendToRestores } from "./api/lend-to-restores.js";
import { serveDatabase } from "./api/serve-database.js";
import { welcomeText } from "./api/welcome-text.js";
import { readConfig, type Config } from "./kernel/config.js";
import { createLogger } from "./kernel/logger.js";
import { StartupError } from "./kernel/startup-error.js";
import { watchRestores } from "./persistence/restore-watch.js";

const now = (): number => Date.now();

async function start(config: Config): Promise<void> {
  // The port comes first: if it cannot be had, nothing has been changed yet.
  const front = await HttpFront.listen(config.host, config.port, config.corsOrigins);
  try {
    const logger = createLogger(config.logLevel);
    const serve = () => serveDatabase(front, config, logger, now);
    const served = await serve();
    const restores = watchRestores(config.database);
    const stop = lendToRestores({ served, serveAgain: serve, restores, logger });
    stopOnSignals(async () => {
      await stop();
      await front.close(0);
    });
    // Last: whoever reads this may send a signal at once.
    const { logins, tokens } = served;
    console.log(welcomeText({ config, port: front.port, logins, tokens }));
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
