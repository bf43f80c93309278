import type { Connection } from "mysql2/promise";

const rowsInOne = 1000;

/** Inserts the rows behind `insert` ("INSERT INTO t (…) VALUES"), a thousand in a statement. */
export async function insertAll(
  connection: Connection,
  insert: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsInOne) {
    await connection.query(`${insert} ?`, [rows.slice(from, from + rowsInOne)]);
  }
}
