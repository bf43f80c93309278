import "reflect-metadata";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import type { SavedFiles } from "../persistence/backup/back-up-files.js";
import { openFileStore } from "../persistence/files/open-file-store.js";
import { writeBackup } from "../persistence/backup/write-backup.js";
import { runCommand } from "./run-command.js";

const usage = "Usage: npm run backup [-- FILE] [--without-files]";

await runCommand(async () => {
  const config = readConfig(process.env);
  const { file, isWithoutFiles } = readArguments(config.dataDir);
  let saved: SavedFiles | null = null;
  const files = {
    store: openFileStore(config.files.location, config.dataDir),
    onSaved: (summary: SavedFiles) => (saved = summary),
  };
  const rows = await writeBackup(config.database, file, new Date(), isWithoutFiles ? null : files);
  const kilobytes = Math.ceil(statSync(file).size / 1024);
  console.log(`${rows} rows and ${wordsOf(saved)} saved to ${file} (${kilobytes} kB)`);
});

function wordsOf(files: SavedFiles | null): string {
  if (files === null) return "no files";
  const { saved, missing } = files;
  const lost = missing === 0 ? "" : ` (${missing} more are missing from the file store)`;
  return `${saved} ${saved === 1 ? "file" : "files"}${lost}`;
}

/** Without a name: a new file in the data folder, named after the time (UTC). */
function readArguments(dataDir: string): { file: string; isWithoutFiles: boolean } {
  const { positionals, values } = parsed();
  const isWithoutFiles = values["without-files"];
  if (positionals.length > 1) throw new StartupError(usage);
  if (positionals[0] !== undefined) return { file: resolve(positionals[0]), isWithoutFiles };
  const folder = join(dataDir, "backups");
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartupError(`Cannot make ${folder} (${(error as NodeJS.ErrnoException).code})`);
  }
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  return { file: join(folder, `alur-backup-${time}.jsonl.gz`), isWithoutFiles };
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { "without-files": { type: "boolean", default: false } },
    });
  } catch {
    throw new StartupError(usage);
  }
}
