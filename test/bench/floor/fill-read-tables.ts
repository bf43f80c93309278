import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { createConnection } from "mysql2/promise";
import { insertAll } from "./insert-all.js";
import { readRows, readTables } from "./read-tables.js";

/** Makes the read floor's database; answers its file. */
export function fillSqliteReads(folder: string, instances: number): string {
  const file = join(folder, "http-sql.db");
  const db = new BetterSqlite3(file);
  db.pragma("journal_mode = WAL");
  for (const sql of readTables("sqlite")) db.exec(sql);
  db.transaction(() => {
    for (const { insert, rows } of readRows(instances)) {
      const width = rows[0]?.length ?? 0;
      const statement = db.prepare(`${insert} (${Array(width).fill("?").join(", ")})`);
      for (const row of rows) statement.run(...row);
    }
  })();
  db.close();
  return file;
}

export async function fillMariadbReads(url: string, instances: number): Promise<void> {
  const connection = await createConnection({ uri: url });
  for (const sql of readTables("mariadb")) await connection.query(sql);
  for (const { insert, rows } of readRows(instances)) await insertAll(connection, insert, rows);
  await connection.query("ANALYZE TABLE lane, step, edge, instance, task");
  await connection.end();
}
