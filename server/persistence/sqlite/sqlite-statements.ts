import type { Database as SqliteHandle, Statement } from "better-sqlite3";
import type { Row, RunResult, SqlValue } from "../database.js";
import { noteStatement } from "../sql-counter.js";

const maxCached = 500;

/** The prepared statements of one connection. A statement that is used again is not parsed again. */
export class SqliteStatements {
  readonly #cache = new Map<string, Statement<SqlValue[], Row>>();

  constructor(readonly handle: SqliteHandle) {}

  run(sql: string, params: readonly SqlValue[]): RunResult {
    noteStatement(sql);
    const { changes, lastInsertRowid } = this.#prepared(sql).run(...params);
    return { changes, insertId: Number(lastInsertRowid) };
  }

  get<T extends Row>(sql: string, params: readonly SqlValue[]): T | undefined {
    noteStatement(sql);
    return this.#prepared(sql).get(...params) as T | undefined;
  }

  all<T extends Row>(sql: string, params: readonly SqlValue[]): T[] {
    noteStatement(sql);
    return this.#prepared(sql).all(...params) as T[];
  }

  /** BEGIN, COMMIT and the like, which nobody asked for and so nobody counts. */
  command(sql: string): void {
    this.#prepared(sql).run();
  }

  #prepared(sql: string): Statement<SqlValue[], Row> {
    let statement = this.#cache.get(sql);
    if (!statement) {
      statement = this.handle.prepare<SqlValue[], Row>(sql);
      // Lists of keys make ever new texts, which must not pile up; the oldest goes.
      if (this.#cache.size >= maxCached) {
        const [oldest] = this.#cache.keys();
        if (oldest !== undefined) this.#cache.delete(oldest);
      }
      this.#cache.set(sql, statement);
    }
    return statement;
  }
}
