import { existsSync } from "node:fs";
import type { DatabaseLocation } from "../kernel/config.js";
import {
  openSchemaConnection,
  openSqliteFile,
  type OpenSchemaConnection,
} from "./open-schema-connection.js";
import { databaseFile } from "./sqlite/data-folder.js";

const findTable = {
  sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'person'",
  mariadb:
    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'person'",
};

/** Whether there is anybody in the database; asked before it is made or migrated, and changes nothing. */
export async function hasPeople(location: DatabaseLocation): Promise<boolean> {
  if (location.dialect === "mariadb") return await readPeople(await openSchemaConnection(location));
  const file = databaseFile(location.dataDir);
  if (!existsSync(file)) return false;
  try {
    return await readPeople(openSqliteFile(file, true));
  } catch (error) {
    // Whoever opens it for good tells what is wrong with the file.
    if ((error as { code?: string }).code?.startsWith("SQLITE_")) return true;
    throw error;
  }
}

async function readPeople({ connection, close }: OpenSchemaConnection): Promise<boolean> {
  try {
    if ((await connection.all(findTable[connection.dialect], [])).length === 0) return false;
    return (await connection.all("SELECT 1 FROM person LIMIT 1", [])).length > 0;
  } finally {
    await close();
  }
}
