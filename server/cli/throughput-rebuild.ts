import "reflect-metadata";
import { parseArgs } from "node:util";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import { systemContext } from "../kernel/system-context.js";
import { openDatabase } from "../persistence/open-database.js";
import { EnactedVersions } from "../runtime/enacted-version.js";
import { LedgerMerger } from "../runtime/throughput/ledger-merger.js";
import { rebuildLedger } from "../runtime/throughput/rebuild-ledger.js";
import { runCommand } from "./run-command.js";

/** Milliseconds between two lines about how far it is. */
const tellEvery = 5_000;

await runCommand(async () => {
  refuseArguments();
  const { database: location } = readConfig(process.env);
  const database = await openDatabase(location);
  try {
    const merger = new LedgerMerger(database, new EnactedVersions());
    let toldAt = performance.now();
    const cases = await rebuildLedger(
      database,
      merger,
      systemContext("throughput:rebuild", Date.now),
      (done) => {
        if (performance.now() - toldAt < tellEvery) return;
        toldAt = performance.now();
        console.log(`cases=${done} …`);
      },
    );
    console.log(`cases=${cases}`);
  } finally {
    await database.close();
  }
});

function refuseArguments(): void {
  try {
    parseArgs({ options: {} });
  } catch {
    throw new StartupError("Usage: npm run throughput:rebuild");
  }
}
