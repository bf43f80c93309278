import { migrations } from "../../../migrations/migrations.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { Database, Reader, Row, SqlValue } from "../database.js";
import { migrate } from "../migration/migrate.js";
import { databaseFile, lockDataFolder, prepareDataFolder } from "./data-folder.js";
import { openSqliteSource, type SqliteSource } from "./sqlite-data-source.js";
import { SqliteSchemaConnection } from "./sqlite-schema-connection.js";
import { SqliteStatements } from "./sqlite-statements.js";
import { snapshotsOn } from "./sqlite-snapshot.js";
import {
  defaultUnitOptions,
  SqliteUnitOfWork,
  type SqliteUnitOptions,
} from "./sqlite-unit-of-work.js";

/**
 * Opens the embedded database for writing: takes the folder, checks, migrates, and opens one
 * connection that writes, one that only reads, and one for reads of one moment.
 */
export async function openSqliteDatabase(
  dataDir: string,
  options: SqliteUnitOptions = defaultUnitOptions,
): Promise<Database> {
  prepareDataFolder(dataDir);
  const lock = lockDataFolder(dataDir);
  const opened: SqliteSource[] = [];
  const close = async (): Promise<void> => {
    for (const { source } of opened.reverse()) await source.destroy();
    lock.release();
  };
  try {
    const writer = await openSource(databaseFile(dataDir), false);
    opened.push(writer);
    const statements = new SqliteStatements(writer.handle);
    await migrate(new SqliteSchemaConnection(statements), migrations);
    const reader = await openSource(databaseFile(dataDir), true);
    opened.push(reader);
    const unitOfWork = new SqliteUnitOfWork(statements, writer.source, options);
    const snapshots = await openSource(databaseFile(dataDir), true);
    opened.push(snapshots);
    return {
      dialect: "sqlite",
      reader: new SqliteReader(reader),
      unitOfWork,
      snapshot: snapshotsOn(new SqliteStatements(snapshots.handle)),
      close: async () => {
        await unitOfWork.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the embedded database for reading only, also while a server runs on it. */
export async function openSqliteReader(
  dataDir: string,
): Promise<{ readonly reader: Reader; close(): Promise<void> }> {
  const source = await openSource(databaseFile(dataDir), true);
  return { reader: new SqliteReader(source), close: () => source.source.destroy() };
}

class SqliteReader implements Reader {
  readonly #statements: SqliteStatements;

  constructor(private readonly opened: SqliteSource) {
    this.#statements = new SqliteStatements(opened.handle);
  }

  async get<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T | undefined> {
    return this.#statements.get<T>(sql, params);
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    return this.#statements.all<T>(sql, params);
  }

  get manager() {
    return this.opened.source.manager;
  }
}

async function openSource(file: string, readonly: boolean): Promise<SqliteSource> {
  try {
    return await openSqliteSource(file, readonly);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "SQLITE_NOTADB") {
      throw new StartupError(`${file} is not a database; move it away, or restore a backup`);
    }
    if (code?.startsWith("SQLITE_")) {
      throw new StartupError(
        `Cannot open ${file} (${code}); check that it exists and may be written`,
      );
    }
    throw error;
  }
}
