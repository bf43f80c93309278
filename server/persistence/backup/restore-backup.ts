import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { DatabaseLocation } from "../../kernel/config.js";
import { StartupError } from "../../kernel/startup-error.js";
import { databaseNow, releaseLease, takeLease } from "../lease.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { quoted } from "../migration/schema-vocabulary.js";
import { openSchemaConnection, openSqliteFile } from "../open-schema-connection.js";
import { databaseFile, lockDataFolder, prepareDataFolder } from "../sqlite/data-folder.js";
import { checkBackup, loadRows, migrateAround } from "./load-backup.js";
import { readCatalogue } from "./table-catalogue.js";

const leaseMs = 120_000;

/**
 * Puts the backup in the place of the database, which must be empty unless `replace`, and which no
 * server may be running on. It is restored whole or not at all. Resolves to the number of rows.
 */
export async function restoreBackup(
  location: DatabaseLocation,
  file: string,
  replace: boolean,
): Promise<number> {
  await checkBackup(file);
  return location.dialect === "sqlite"
    ? restoreFile(location.dataDir, file, replace)
    : restoreTables(location, file, replace);
}

/** Builds a second file and renames it over the first, which is the one step that cannot be halved. */
async function restoreFile(dataDir: string, file: string, replace: boolean): Promise<number> {
  prepareDataFolder(dataDir);
  const lock = lockDataFolder(dataDir);
  const target = databaseFile(dataDir);
  const built = `${target}.restoring`;
  const removeBuilt = () =>
    Promise.all(["", "-journal"].map((end) => rm(`${built}${end}`, { force: true })));
  try {
    if (existsSync(target)) await settle(target, replace);
    await removeBuilt();
    const { connection, close } = openSqliteFile(built);
    let total = 0;
    try {
      await migrateAround(connection, file, async () => {
        total = await loadRows(connection, file, async () => undefined);
      });
    } finally {
      await close();
    }
    await sync(built);
    await rename(built, target);
    // Windows cannot sync a folder, and does not need to.
    if (process.platform !== "win32") await sync(dataDir);
    return total;
  } finally {
    await removeBuilt();
    lock.release();
  }
}

/** Checks that the database may go, and moves what its log still holds into it, so that it goes whole. */
async function settle(target: string, replace: boolean): Promise<void> {
  const { connection, close } = openSqliteFile(target);
  try {
    if (!replace) await refuseUnlessEmpty(connection);
    await connection.all("PRAGMA wal_checkpoint(TRUNCATE)", []);
  } finally {
    await close();
  }
  for (const end of ["-wal", "-shm"]) await rm(`${target}${end}`, { force: true });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function restoreTables(
  location: DatabaseLocation,
  file: string,
  replace: boolean,
): Promise<number> {
  const loading = await openSchemaConnection(location);
  // The lease must be seen by others, so it cannot be prolonged in the transaction that loads.
  const leasing = await openSchemaConnection(location);
  const owner = `restore-${randomUUID()}`;
  const prolong = () => takeLease(leasing.connection, "mariadb", "restore", owner, leaseMs);
  try {
    await refuseWhileServersRun(leasing.connection);
    if (!replace) await refuseUnlessEmpty(loading.connection);
    let total = 0;
    await migrateAround(loading.connection, file, async () => {
      if (!(await prolong())) {
        throw new StartupError("Another restore is running on the database; wait until it is done");
      }
      try {
        // Again: a server may have started between the first look and the lease.
        await refuseWhileServersRun(leasing.connection);
        total = await loadRows(loading.connection, file, async () => void (await prolong()));
      } finally {
        await releaseLease(leasing.connection, "restore", owner);
      }
    });
    return total;
  } finally {
    await loading.close();
    await leasing.close();
  }
}

async function refuseWhileServersRun(connection: SchemaConnection): Promise<void> {
  const tables = await connection.all(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'lease'",
    [],
  );
  if (tables.length === 0) return;
  const running = await connection.all(
    `SELECT 1 FROM lease WHERE name LIKE 'server:%' AND until > ${databaseNow.mariadb}`,
    [],
  );
  if (running.length > 0) {
    throw new StartupError(
      "Alur is running on the database; stop every server (after a crash, wait 30 seconds), then restore",
    );
  }
}

async function refuseUnlessEmpty(connection: SchemaConnection): Promise<void> {
  for (const { name } of await readCatalogue(connection)) {
    const rows = await connection.all(
      `SELECT 1 FROM ${quoted(name, connection.dialect)} LIMIT 1`,
      [],
    );
    if (rows.length > 0) {
      throw new StartupError(
        "The database is not empty; back it up, then restore with --replace to lose what it holds now",
      );
    }
  }
}
