import type { Database, SqlReader } from "../database.js";
import type { SqliteStatements } from "./sqlite-statements.js";

/**
 * Reads of one moment on a connection of their own: the snapshot begins with the first read, and those
 * who want one take turns.
 */
export function snapshotsOn(statements: SqliteStatements): Database["snapshot"] {
  const reader: SqlReader = {
    get: async (sql, params) => statements.get(sql, params),
    all: async (sql, params) => statements.all(sql, params),
  };
  let last: Promise<unknown> = Promise.resolve();
  const once = async <T>(work: (reader: SqlReader) => Promise<T>): Promise<T> => {
    statements.command("BEGIN");
    try {
      return await work(reader);
    } finally {
      statements.command("COMMIT");
    }
  };
  return (work) => {
    const turn = last.then(() => once(work));
    last = turn.catch(() => undefined);
    return turn;
  };
}
