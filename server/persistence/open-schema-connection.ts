import BetterSqlite3 from "better-sqlite3";
import type { DatabaseLocation } from "../kernel/config.js";
import { readTarget } from "./mariadb/connection-options.js";
import { checkServer, connectOrRefuse } from "./mariadb/mariadb-preflight.js";
import { MariadbSchemaConnection } from "./mariadb/mariadb-schema-connection.js";
import type { SchemaConnection } from "./migration/migrate.js";
import { databaseFile } from "./sqlite/data-folder.js";
import { SqliteSchemaConnection } from "./sqlite/sqlite-schema-connection.js";
import { SqliteStatements } from "./sqlite/sqlite-statements.js";

export interface OpenSchemaConnection {
  readonly connection: SchemaConnection;
  close(): Promise<void>;
}

/** One plain connection to the database as it is: no lock, no migration, no pool. */
export async function openSchemaConnection(
  location: DatabaseLocation,
): Promise<OpenSchemaConnection> {
  if (location.dialect === "sqlite") return openSqliteFile(databaseFile(location.dataDir));
  const connection = await connectOrRefuse(readTarget(location.url));
  try {
    await checkServer(connection, false);
  } catch (error) {
    await connection.end();
    throw error;
  }
  return {
    connection: new MariadbSchemaConnection(connection),
    close: () => connection.end(),
  };
}

export function openSqliteFile(file: string, readonly = false): OpenSchemaConnection {
  const handle = new BetterSqlite3(file, { readonly, fileMustExist: readonly, timeout: 5000 });
  try {
    handle.pragma("synchronous = FULL");
    handle.pragma("foreign_keys = ON");
  } catch (error) {
    // Not a database, perhaps: the first look into the file tells.
    handle.close();
    throw error;
  }
  return {
    connection: new SqliteSchemaConnection(new SqliteStatements(handle)),
    close: async () => void handle.close(),
  };
}
