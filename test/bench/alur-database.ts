import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { createConnection } from "mysql2/promise";

/** A look into Alur's database beside the API, for what the set-up and the load must know. */
export interface AlurDatabase {
  all<T>(sql: string, params?: readonly number[]): Promise<T[]>;
  close(): Promise<void>;
}

export function lookIntoSqlite(dataDir: string): AlurDatabase {
  const db = new BetterSqlite3(join(dataDir, "alur.db"), { readonly: true });
  return {
    all: async <T>(sql: string, params: readonly number[] = []) =>
      db.prepare<number[]>(sql).all(...params) as T[],
    close: async () => void db.close(),
  };
}

export async function lookIntoMariadb(url: string): Promise<AlurDatabase> {
  const connection = await createConnection({ uri: url });
  return {
    all: async <T>(sql: string, params: readonly number[] = []) =>
      (await connection.query(sql, [...params]))[0] as T[],
    close: () => connection.end(),
  };
}
