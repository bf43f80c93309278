import type { Connection } from "mysql2/promise";
import type { Row, RunResult, SqlValue } from "../database.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { withoutValues } from "./mariadb-error.js";
import { asRows, asRunResult, formatted } from "./query.js";

/** Table, column or index exists already, or the index that was to go is gone. */
const alreadyDone = new Set([1050, 1060, 1061, 1091, 1826]);

/** MariaDB's DDL commits by itself, so what was noted may be one statement behind. */
export class MariadbSchemaConnection implements SchemaConnection {
  readonly dialect = "mariadb";

  constructor(private readonly connection: Connection) {}

  async run(sql: string, params: readonly SqlValue[]): Promise<RunResult> {
    return asRunResult(await this.#query(sql, params));
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    return asRows<T>(await this.#query(sql, params));
  }

  async apply(
    ddl: string,
    note: { readonly sql: string; readonly params: readonly SqlValue[] },
  ): Promise<void> {
    await this.run(ddl, []);
    await this.run(note.sql, note.params);
  }

  isAlreadyDone(error: unknown): boolean {
    return alreadyDone.has((error as { errno?: number }).errno ?? 0);
  }

  async #query(sql: string, params: readonly SqlValue[]): Promise<unknown> {
    try {
      const [result] = await this.connection.query(formatted(sql, params));
      return result;
    } catch (error) {
      throw withoutValues(error);
    }
  }
}
