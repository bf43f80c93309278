import type { Database as SqliteHandle } from "better-sqlite3";
import { QueryFailedError } from "typeorm";
import { LostRace } from "../lost-race.js";
import { UniqueViolation } from "../unique-violation.js";

/** The error as `persistence` shows it: the same for both databases. */
export function sqliteError(error: unknown, handle: SqliteHandle): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message } = cause as { code?: string; message?: string };
  if (code === "SQLITE_CONSTRAINT_PRIMARYKEY") {
    return new LostRace("The key was taken by somebody else", { cause });
  }
  if (code === "SQLITE_CONSTRAINT_UNIQUE") {
    return new UniqueViolation(constraintName(message ?? "", handle), cause);
  }
  // SQLite's own error names columns only; TypeORM's would carry the values.
  return cause;
}

/** SQLite tells the columns ("UNIQUE constraint failed: sop.office_id, sop.number") and no name. */
function constraintName(message: string, handle: SqliteHandle): string {
  const columns = message.replace(/^.*: /, "").split(", ");
  const [table = ""] = (columns[0] ?? "").split(".");
  const wanted = columns.map((column) => column.slice(table.length + 1)).join(",");
  const ddl = handle
    .prepare<[string], { sql: string }>("SELECT sql FROM sqlite_master WHERE name = ?")
    .get(table)?.sql;
  for (const match of (ddl ?? "").matchAll(/CONSTRAINT "([^"]+)" UNIQUE \(([^)]*)\)/g)) {
    if (match[2]?.replaceAll(/["\s]/g, "") === wanted) return match[1] ?? wanted;
  }
  return wanted;
}
