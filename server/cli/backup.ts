import "reflect-metadata";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import { writeBackup } from "../persistence/backup/write-backup.js";
import { runCommand } from "./run-command.js";

const usage = "Usage: npm run backup [-- FILE]";

await runCommand(async () => {
  const config = readConfig(process.env);
  const file = readArguments(config.dataDir);
  const rows = await writeBackup(config.database, file, new Date());
  const kilobytes = Math.ceil(statSync(file).size / 1024);
  console.log(`${rows} rows saved to ${file} (${kilobytes} kB)`);
});

/** Without a name: a new file in the data folder, named after the time (UTC). */
function readArguments(dataDir: string): string {
  const { positionals } = parsed();
  if (positionals.length > 1) throw new StartupError(usage);
  if (positionals[0] !== undefined) return resolve(positionals[0]);
  const folder = join(dataDir, "backups");
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartupError(`Cannot make ${folder} (${(error as NodeJS.ErrnoException).code})`);
  }
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return join(folder, `alur-backup-${time}.jsonl.gz`);
}

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: {} });
  } catch {
    throw new StartupError(usage);
  }
}
