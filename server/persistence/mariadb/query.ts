import type { Connection, Pool, ResultSetHeader } from "mysql2";
import { format } from "mysql2";
import type { Row, RunResult, SqlValue } from "../database.js";
import { withoutValues } from "./mariadb-error.js";

/**
 * The text protocol, with the driver's escaping: a prepared statement costs a round trip for each
 * connection, and sends every number as a double, which LIMIT does not take.
 */
export function formatted(sql: string, params: readonly SqlValue[]): string {
  return params.length === 0 ? sql : format(sql, [...params], false, "Z");
}

/** Rejects with errors that tell nothing of the values in `sql`. */
export function send(connection: Connection | Pool, sql: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error, result) =>
      error ? reject(withoutValues(error)) : resolve(result),
    );
  });
}

export const asRows = <T extends Row>(result: unknown): T[] => result as T[];

export function asRunResult(result: unknown): RunResult {
  const { affectedRows, insertId } = result as ResultSetHeader;
  return { changes: affectedRows, insertId };
}
