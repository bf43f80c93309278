import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { StartupError } from "../../kernel/startup-error.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { openSqliteFile, type OpenSchemaConnection } from "../open-schema-connection.js";
import { databaseFile, prepareDataFolder } from "../sqlite/data-folder.js";
import { lockForRestore, takeFolderFromServer } from "../sqlite/restore-request.js";
import { buildFromBackup } from "./load-backup.js";
import type { RestoreOptions } from "./restore-backup.js";
import { refuseUnlessEmpty } from "./table-catalogue.js";

/**
 * Builds a second file beside the database, while a server may go on with the first; then takes the
 * folder and renames the one over the other, which is the one step that cannot be halved.
 */
export async function restoreFile(
  dataDir: string,
  file: string,
  { replace, patienceMs, tell, beforeSwap, afterLoad }: RestoreOptions,
): Promise<number> {
  prepareDataFolder(dataDir);
  const alone = lockForRestore(dataDir);
  const target = databaseFile(dataDir);
  const built = `${target}.restoring`;
  try {
    if (!replace) await refuseUnlessEmptyFile(target);
    await removeBuilt(built);
    const total = await buildFromBackup(built, file, afterLoad);
    await sync(built);
    await beforeSwap();
    const folder = await takeFolderFromServer(dataDir, patienceMs, tell);
    try {
      if (!replace) await refuseUnlessEmptyFile(target);
      await settle(target);
      await rename(built, target);
      // Windows cannot sync a folder, and does not need to.
      if (process.platform !== "win32") await sync(dataDir);
    } finally {
      folder.release();
    }
    return total;
  } finally {
    await removeBuilt(built);
    // Last: a server that waits opens the database then.
    alone.release();
  }
}

async function refuseUnlessEmptyFile(target: string): Promise<void> {
  if (!existsSync(target)) return;
  const isReadable = await withFile(target, true, refuseUnlessEmpty);
  if (isReadable) return;
  throw new StartupError(`${target} is damaged; keep a copy of it, then restore with --replace`);
}

/**
 * Moves what the log of the database still holds into it: the log must be gone before another file has
 * its name, and whoever dies in between shall leave the old database whole. What cannot be read cannot
 * be settled, and goes as it is.
 */
async function settle(target: string): Promise<void> {
  if (existsSync(target)) {
    await withFile(target, false, async (connection) => {
      const [done] = await connection.all("PRAGMA wal_checkpoint(TRUNCATE)", []);
      if (done?.["busy"] === 0) return;
      throw new StartupError(
        "Another program reads the database (a backup, perhaps); nothing was changed. Restore when it is done",
      );
    });
  }
  for (const end of ["-wal", "-shm"]) await rm(`${target}${end}`, { force: true });
}

/** `false` where the file is no database that can be read. */
async function withFile(
  target: string,
  readonly: boolean,
  work: (connection: SchemaConnection) => Promise<void>,
): Promise<boolean> {
  let opened: OpenSchemaConnection | undefined;
  try {
    opened = openSqliteFile(target, readonly);
    await work(opened.connection);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "SQLITE_NOTADB" || code?.startsWith("SQLITE_CORRUPT")) return false;
    throw error;
  } finally {
    await opened?.close();
  }
}

async function removeBuilt(built: string): Promise<void> {
  for (const end of ["", "-journal"]) await rm(`${built}${end}`, { force: true });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
