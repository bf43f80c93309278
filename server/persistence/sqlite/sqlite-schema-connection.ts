import type { Row, RunResult, SqlValue } from "../database.js";
import type { SchemaConnection } from "../migration/migrate.js";
import type { SqliteStatements } from "./sqlite-statements.js";

/** SQLite's DDL takes part in transactions, so a statement and the note that it ran are one. */
export class SqliteSchemaConnection implements SchemaConnection {
  readonly dialect = "sqlite";

  constructor(private readonly statements: SqliteStatements) {}

  async run(sql: string, params: readonly SqlValue[]): Promise<RunResult> {
    return this.statements.run(sql, params);
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    return this.statements.all<T>(sql, params);
  }

  async apply(
    ddl: string,
    note: { readonly sql: string; readonly params: readonly SqlValue[] },
  ): Promise<void> {
    this.statements.handle.transaction(() => {
      this.statements.handle.exec(ddl);
      this.statements.run(note.sql, note.params);
    })();
  }

  isAlreadyDone(): boolean {
    return false;
  }
}
