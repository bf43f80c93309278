import type { DatabaseLocation } from "../kernel/config.js";
import type { Database } from "./database.js";
import { openSqliteDatabase } from "./sqlite/sqlite-database.js";

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
  _options: OpenOptions = { production: false },
): Promise<Database> {
  if (location.dialect === "sqlite") return openSqliteDatabase(location.dataDir);
  throw new Error("pending");
}
