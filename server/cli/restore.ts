import "reflect-metadata";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import {
  type RestoredFiles,
  restoreStoredFiles,
} from "../persistence/backup/restore-stored-files.js";
import { openFileStore } from "../persistence/files/open-file-store.js";
import { restoreBackup } from "../persistence/backup/restore-backup.js";
import { recordRestore } from "../runtime/record-restore.js";
import { runCommand } from "./run-command.js";

const usage = "Usage: npm run restore -- FILE [--replace]";

await runCommand(async () => {
  const { file, replace } = readArguments();
  const config = readConfig(process.env);
  const store = openFileStore(config.files.location, config.dataDir);
  let words = "";
  const rows = await restoreBackup(config.database, file, {
    replace,
    tell: console.log,
    beforeSwap: async () => {
      words = wordsOf(await restoreStoredFiles(file, store));
    },
    afterLoad: (connection) => recordRestore(connection, file, Date.now),
  });
  console.log(
    `${rows} rows restored from ${file}, ${words}; a server that runs answers again in a moment`,
  );
});

function wordsOf({ written, present, areThere }: RestoredFiles): string {
  if (!areThere) return "which holds no files: those of the file store are as they were";
  const there = present === 0 ? "" : ` (${present} were there already)`;
  return `and ${written} ${written === 1 ? "file" : "files"}${there}`;
}

function readArguments(): { readonly file: string; readonly replace: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) {
      return { file: resolve(file), replace: values.replace };
    }
  } catch {
    // An unknown option is answered as a missing file is.
  }
  throw new StartupError(usage);
}
