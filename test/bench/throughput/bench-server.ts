import { openDatabase } from "../../../server/persistence/open-database.js";
import { startBackgroundWork } from "../../../server/api/background-work.js";
import { composeFeatures } from "../../../server/api/compose-features.js";
import { HttpFront } from "../../../server/api/http-front.js";
import { seedDemo } from "../../../server/api/seed-demo.js";
import { startApi } from "../../../server/api/start-api.js";
import { readConfig } from "../../../server/kernel/config.js";
import { createLogger } from "../../../server/kernel/logger.js";

/** The server as `npm start` has it, with throughput rolled up (`on`) or not at all (`off`). */
const now = (): number => Date.now();
const config = readConfig({ ...process.env, PORT: "0" });
const logger = createLogger("warn");
const front = await HttpFront.listen(config.host, config.port, []);
const database = await openDatabase(config.database);
const throughput = process.argv[2] === "on";
const composition = composeFeatures({ database, now, throughput });
await seedDemo(database, composition.hasher, now);
const api = await startApi(front, {
  ...{ database, composition, now, logger },
  ...{ corsOrigins: [], requireHttps: false, trustProxy: [], uiFolder: config.dataDir },
});
const work = startBackgroundWork({ database, composition, now, logger });
process.once("SIGTERM", () => {
  void work
    .endAround(() => api.close(0), 0)
    .then(() => database.close())
    .then(() => front.close(0))
    .then(() => process.exit(0));
});
console.log(`port ${front.port}`);
