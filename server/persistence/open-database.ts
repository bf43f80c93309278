import type { DatabaseLocation } from "../kernel/config.js";
import type { Database, Reader } from "./database.js";
import { openMariadbDatabase, openMariadbReader } from "./mariadb/mariadb-database.js";
import { openSqliteDatabase, openSqliteReader } from "./sqlite/sqlite-database.js";

export interface OpenOptions {
  /** In production a MariaDB that could lose what it has acknowledged is refused. */
  readonly production: boolean;
}

/**
 * Opens the database for writing, its schema up to date. Whatever can refuse (a StartupError) comes
 * before the first change.
 */
export async function openDatabase(
  location: DatabaseLocation,
  { production }: OpenOptions = { production: false },
): Promise<Database> {
  if (location.dialect === "sqlite") return openSqliteDatabase(location.dataDir);
  return openMariadbDatabase({ url: location.url, poolSize: location.poolSize, production });
}

/** Opens the database for reading only, as it is, also while a server runs on it. */
export async function openDatabaseReader(
  location: DatabaseLocation,
): Promise<{ readonly reader: Reader; close(): Promise<void> }> {
  return location.dialect === "sqlite"
    ? openSqliteReader(location.dataDir)
    : openMariadbReader(location.url);
}
