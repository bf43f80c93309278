import type { DatabaseLocation } from "../../kernel/config.js";
import { RestoreLease } from "../mariadb/restore-lease.js";
import { checkSchema, createBookkeeping } from "../migration/migrate.js";
import { migrations } from "../../../migrations/migrations.js";
import { openSchemaConnection } from "../open-schema-connection.js";
import { buildFromBackup, loadRows, migrateAround, refuseOlderBackup } from "./load-backup.js";
import type { RestoreOptions } from "./restore-backup.js";
import { refuseUnlessEmpty } from "./table-catalogue.js";

/**
 * Tries the backup on an embedded database that nobody sees; then has the servers let go, and puts
 * its rows into the place of those that are there in one transaction, which MariaDB undoes where this
 * process dies.
 */
export async function restoreTables(
  location: DatabaseLocation,
  file: string,
  { replace, patienceMs, tell, beforeSwap, afterLoad }: RestoreOptions,
): Promise<number> {
  const loading = await openSchemaConnection(location);
  const leasing = await openSchemaConnection(location);
  try {
    await checkSchema(loading.connection, migrations);
    await refuseOlderBackup(loading.connection, file);
    if (!replace) await refuseUnlessEmpty(loading.connection);
    await buildFromBackup(privateFile, file);
    await beforeSwap();
    await createBookkeeping(leasing.connection);
    const lease = await RestoreLease.take(leasing.connection);
    try {
      await lease.waitForServers(patienceMs, tell);
      // Again: until now a server could write.
      if (!replace) await refuseUnlessEmpty(loading.connection);
      const total = await migrateAround(loading.connection, file, () =>
        loadRows(loading.connection, file, () => lease.confirm(loading.connection)),
      );
      await afterLoad(loading.connection);
      return total;
    } finally {
      await lease.release();
    }
  } finally {
    await loading.close();
    await leasing.close();
  }
}

/** SQLite's name for a file without one, which is gone however the process ends. */
const privateFile = "";
