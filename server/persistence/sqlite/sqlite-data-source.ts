import type { Database as SqliteHandle } from "better-sqlite3";
import { DataSource, type ColumnType } from "typeorm";
import { entities } from "../entities/entities.js";
import { statementLogger } from "../statement-logger.js";

/** What the portable column types of the entities are called on SQLite. */
const sqliteTypes: Readonly<Record<string, string>> = {
  bigint: "integer",
  int: "integer",
  tinyint: "integer",
  longtext: "text",
};

export interface SqliteSource {
  readonly source: DataSource;
  /** The very connection that TypeORM uses. */
  readonly handle: SqliteHandle;
}

export async function openSqliteSource(file: string, readonly: boolean): Promise<SqliteSource> {
  let handle: SqliteHandle | undefined;
  const source = new DataSource({
    type: "better-sqlite3",
    database: file,
    readonly,
    fileMustExist: readonly,
    timeout: 5000,
    entities: [...entities],
    logger: statementLogger,
    prepareDatabase: (opened: SqliteHandle) => {
      handle = opened;
      if (readonly) opened.pragma("query_only = ON");
      else {
        opened.pragma("journal_mode = WAL");
        // The driver's default, NORMAL, does not sync at commit.
        opened.pragma("synchronous = FULL");
        // What a savepoint sets aside for its undoing is written to a file otherwise.
        opened.pragma("temp_store = MEMORY");
        // In KiB; and pages that change again and again reach the file less often. The log is synced.
        opened.pragma("cache_size = -65536");
        opened.pragma("wal_autocheckpoint = 8000");
      }
    },
  });
  // The entities name MariaDB's types, as SQLite lacks most; only integers make its keys row ids.
  const { driver } = source;
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => {
    const type = normalizeType(column);
    return sqliteTypes[type] ?? type;
  };
  for (const type of Object.keys(sqliteTypes)) {
    driver.supportedDataTypes.push(type as ColumnType);
  }
  await source.initialize();
  if (!handle) throw new Error("TypeORM opened no connection");
  return { source, handle };
}
