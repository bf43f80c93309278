import { demoPassword } from "../../server/features/people/demo-passwords.js";
import { readConfig } from "../../server/kernel/config.js";
import { StartupError } from "../../server/kernel/startup-error.js";
import { openDatabase } from "../../server/persistence/open-database.js";
import { readSettings } from "./history-settings.js";
import { makeHistory } from "./make-history.js";

/**
 * Makes an office with a long history in the database of DATA_DIR or DATABASE_URL, whose people have the
 * demo's password. The last line says what there is then.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), Date.now());
  const { database: location, production } = readConfig(process.env);
  if (production) throw new StartupError("A made-up history is not for production");
  const database = await openDatabase(location);
  try {
    const from = performance.now();
    const seconds = (): string => ((performance.now() - from) / 1000).toFixed(1);
    let told = 0;
    const made = await makeHistory(database, settings, (finished) => {
      const tenths = Math.floor((10 * finished) / settings.tasks);
      if (tenths <= told) return;
      told = tenths;
      console.log(`${finished} tasks finished after ${seconds()} s`);
    });
    const { office, cases, finishedTasks, openTasks, rows } = made;
    console.log(`${office.name}: sign in as ${office.managerName} with ${demoPassword}`);
    console.log("Reports tell of it once npm run throughput:rebuild has been run.");
    console.log(
      `office=${office.code} cases=${cases} finished_tasks=${finishedTasks} open_tasks=${openTasks} rows=${rows} seconds=${seconds()}`,
    );
  } finally {
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  // A slip at the keyboard is told in a line; where the program was says nothing about it.
  const isSlip = error instanceof StartupError || String(error).includes("npm run history");
  console.error(isSlip && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
