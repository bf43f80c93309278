import type { Pool, PoolConnection } from "mysql2";
import type { Database, Row, SqlReader, SqlValue } from "../database.js";
import { noteStatement } from "../sql-counter.js";
import { asRows, formatted, send } from "./query.js";

/** Reads of one moment, each on a connection of the pool for as long as it takes. */
export function snapshotsOn(pool: Pool): Database["snapshot"] {
  return async (work) => {
    const connection = await connectionOf(pool);
    let isClean = false;
    try {
      // The pool's own level, READ COMMITTED, sees something else with each statement.
      await send(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      await send(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
      const result = await work(readerOn(connection));
      await send(connection, "COMMIT");
      isClean = true;
      return result;
    } finally {
      if (isClean) connection.release();
      // What it is in the middle of nobody knows; the pool opens another one.
      else connection.destroy();
    }
  };
}

function connectionOf(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
  });
}

function readerOn(connection: PoolConnection): SqlReader {
  const all = async <T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> => {
    noteStatement(sql);
    return asRows<T>(await send(connection, formatted(sql, params)));
  };
  return {
    all,
    get: async <T extends Row>(sql: string, params: readonly SqlValue[]) =>
      (await all<T>(sql, params))[0],
  };
}
