import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { migrations } from "../../../migrations/migrations.js";
import type { DatabaseLocation } from "../../kernel/config.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { SqlValue } from "../database.js";
import { keysetPage, maxPageSize } from "../keyset-page.js";
import { checkSchema, completedMigrations, type SchemaConnection } from "../migration/migrate.js";
import { quoted, quotedList } from "../migration/schema-vocabulary.js";
import { openSchemaConnection, openSqliteFile } from "../open-schema-connection.js";
import { databaseFile } from "../sqlite/data-folder.js";
import { type BackedUpFiles, fileLines } from "./back-up-files.js";
import type { BackupEnd, BackupHeader, BackupTable } from "./backup-format.js";
import { readCatalogue, type TableShape } from "./table-catalogue.js";

/**
 * Writes the whole database, as it is at one instant, to `file`, while servers may go on writing to it.
 * The file appears only when it is complete. Attached files go along where `files` is given. Resolves
 * to the number of rows.
 */
export async function writeBackup(
  location: DatabaseLocation,
  file: string,
  madeAt: Date,
  files: BackedUpFiles | null = null,
): Promise<number> {
  if (existsSync(file)) throw new StartupError(`${file} exists already; choose another name`);
  const { connection, close } = await openForReading(location);
  const partial = `${file}.partial`;
  const counts: Record<string, number> = {};
  try {
    await checkSchema(connection, migrations);
    await beginSnapshot(connection);
    await pipeline(
      Readable.from(lines(connection, madeAt, counts, files)),
      createGzip(),
      // It holds password hashes and people's names.
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await close();
  }
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

async function openForReading(location: DatabaseLocation) {
  if (location.dialect === "mariadb") return openSchemaConnection(location);
  const file = databaseFile(location.dataDir);
  if (!existsSync(file)) {
    throw new StartupError(
      `There is no database in ${location.dataDir}; set DATA_DIR to where it is`,
    );
  }
  return openSqliteFile(file, true);
}

async function beginSnapshot(connection: SchemaConnection): Promise<void> {
  if (connection.dialect === "sqlite") {
    await connection.run("BEGIN", []);
    return;
  }
  await connection.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", []);
  await connection.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", []);
}

async function* lines(
  connection: SchemaConnection,
  madeAt: Date,
  counts: Record<string, number>,
  files: BackedUpFiles | null,
): AsyncGenerator<string> {
  const header: BackupHeader = {
    format: "alur-backup",
    version: 1,
    madeAt: madeAt.toISOString(),
    migrations: await completedMigrations(connection, migrations),
  };
  yield line(header);
  for (const shape of await readCatalogue(connection)) {
    const table: BackupTable = { table: shape.name, columns: shape.columns };
    yield line(table);
    let count = 0;
    for await (const rows of pagesOf(connection, shape)) {
      count += rows.length;
      yield rows.map(line).join("");
    }
    counts[shape.name] = count;
  }
  const end: BackupEnd = { rows: counts };
  if (!files) {
    yield line(end);
    return;
  }
  const summary = { saved: 0, bytes: 0, missing: 0 };
  yield* fileLines(connection, files.store, summary);
  files.onSaved(summary);
  yield line({ ...end, files: summary.saved });
}

/** By the primary key, so that a table of any size needs little memory and no open cursor. */
async function* pagesOf(
  connection: SchemaConnection,
  { name, columns, key }: TableShape,
): AsyncGenerator<readonly (readonly SqlValue[])[]> {
  const { dialect } = connection;
  const order = key.map((column) => ({ sql: quoted(column, dialect), key: column }));
  const select = {
    sql: `SELECT ${quotedList(columns, dialect)} FROM ${quoted(name, dialect)} WHERE 1 = 1`,
    params: [],
  };
  let after: string | null = null;
  do {
    const page = keysetPage({ first: maxPageSize, after }, order);
    const { sql, params } = page.query([select]);
    const { nodes, pageInfo } = page.build(
      await connection.all<Record<string, SqlValue>>(sql, params),
      (row) => columns.map((column) => row[column] ?? null),
    );
    yield nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
