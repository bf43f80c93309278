import { migrations } from "../../../migrations/migrations.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { SqlValue } from "../database.js";
import { completedMigrations, migrate, type SchemaConnection } from "../migration/migrate.js";
import { quoted, quotedList, type Migration } from "../migration/schema-vocabulary.js";
import { notABackup, type BackupTable } from "./backup-format.js";
import { readBackup, readBackupHeader } from "./read-backup.js";
import { openSqliteFile } from "../open-schema-connection.js";
import { dataTables, readCatalogue } from "./table-catalogue.js";

const rowsPerInsert = 100;
/** Well below MariaDB's smallest usual packet. */
const charactersPerInsert = 500_000;

/** The migrations that had run where the backup was made; refuses a backup of a newer program. */
async function migrationsOfBackup(file: string): Promise<readonly Migration[]> {
  const { migrations: names } = await readBackupHeader(file);
  const known = migrations.slice(0, names.length);
  const unknown = names.find((name, index) => known[index]?.name !== name);
  if (unknown !== undefined) {
    throw new StartupError(
      `The backup is of a newer version of Alur (it has migration ${unknown}); restore it with that version`,
    );
  }
  return known;
}

/** Refuses a backup that was made before the newest migration of the database. */
export async function refuseOlderBackup(connection: SchemaConnection, file: string): Promise<void> {
  const then = await migrationsOfBackup(file);
  const now = await completedMigrations(connection, migrations);
  if (now.length > then.length) {
    throw new StartupError(
      "The backup is older than the schema of the database; restore it into an empty database",
    );
  }
}

/**
 * Brings a database that holds no later schema to the one of the backup, and calls `load` there; then
 * goes on to the schema of this program, so that old rows go through the migrations as they would have.
 */
export async function migrateAround<T>(
  connection: SchemaConnection,
  file: string,
  load: () => Promise<T>,
): Promise<T> {
  await refuseOlderBackup(connection, file);
  await migrate(connection, await migrationsOfBackup(file));
  const loaded = await load();
  await migrate(connection, migrations);
  return loaded;
}

/**
 * Makes a new embedded database of the backup, whose schema refuses rows that do not belong together.
 * `afterLoad` may add to it then. Resolves to the number of rows of the backup.
 */
export async function buildFromBackup(
  path: string,
  file: string,
  afterLoad: (connection: SchemaConnection) => Promise<void> = async () => undefined,
): Promise<number> {
  const { connection, close } = openSqliteFile(path);
  try {
    const total = await migrateAround(connection, file, () => loadRows(connection, file));
    await afterLoad(connection);
    return total;
  } catch (error) {
    const { code } = error as { code?: string };
    // SQLITE_ERROR is what a column gives that the schema does not have.
    const isContent = code === "SQLITE_ERROR" || code?.startsWith("SQLITE_CONSTRAINT");
    throw isContent ? notABackup() : error;
  } finally {
    await close();
  }
}

/**
 * Reads the rows of the backup into the tables, in place of those that are there, in one transaction:
 * all or none. `confirm` may still refuse before it is committed. Resolves to their number.
 */
export async function loadRows(
  connection: SchemaConnection,
  file: string,
  confirm: () => Promise<void> = async () => undefined,
): Promise<number> {
  await connection.run("BEGIN", []);
  try {
    await deleteAll(connection);
    const total = await readRows(file, (table, rows) => insert(connection, table, rows));
    await confirm();
    await connection.run("COMMIT", []);
    return total;
  } catch (error) {
    await connection.run("ROLLBACK", []);
    throw error;
  }
}

async function deleteAll(connection: SchemaConnection): Promise<void> {
  const check = (on: 0 | 1) =>
    connection.dialect === "mariadb"
      ? connection.run(`SET SESSION foreign_key_checks = ${on}`, [])
      : null;
  // Cases refer to cases of their own table, and MariaDB looks at each row by itself.
  await check(0);
  // Of the tables that there are: a backup of an older version is loaded into a schema of its time.
  for (const { name } of (await readCatalogue(connection)).toReversed()) {
    await connection.run(`DELETE FROM ${quoted(name, connection.dialect)}`, []);
  }
  await check(1);
}

/** Hands over the rows in groups that suit one INSERT, and checks them against the end of the file. */
async function readRows(
  file: string,
  onRows: (table: BackupTable, rows: readonly (readonly SqlValue[])[]) => Promise<void>,
): Promise<number> {
  const counts: Record<string, number> = {};
  let table: BackupTable | null = null;
  let waiting: (readonly SqlValue[])[] = [];
  let size = 0;
  let total: number | null = null;
  for await (const line of readBackup(file)) {
    if (total !== null) throw notABackup();
    if (line.type === "row") {
      if (!table || line.values.length !== table.columns.length) throw notABackup();
      counts[table.table] = (counts[table.table] ?? 0) + 1;
      waiting.push(line.values);
      size += line.values.reduce<number>((sum, value) => sum + String(value).length, 0);
    }
    const isFull = waiting.length >= rowsPerInsert || size >= charactersPerInsert;
    if (table && waiting.length > 0 && (isFull || line.type !== "row")) {
      await onRows(table, waiting);
      waiting = [];
      size = 0;
    }
    if (line.type === "table") {
      ({ table } = line);
      if (!dataTables.includes(table.table) || table.table in counts) throw notABackup();
      counts[table.table] = 0;
    }
    if (line.type === "end") total = compareCounts(counts, line.end.rows);
  }
  if (total === null) throw notABackup();
  return total;
}

function compareCounts(
  found: Readonly<Record<string, number>>,
  promised: Readonly<Record<string, number>>,
): number {
  let total = 0;
  for (const name of dataTables) {
    if ((found[name] ?? 0) !== (promised[name] ?? 0)) throw notABackup();
    total += found[name] ?? 0;
  }
  return total;
}

async function insert(
  connection: SchemaConnection,
  { table, columns }: BackupTable,
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const one = `(${columns.map(() => "?").join(", ")})`;
  const { dialect } = connection;
  await connection.run(
    `INSERT INTO ${quoted(table, dialect)} (${quotedList(columns, dialect)}) VALUES ${rows.map(() => one).join(", ")}`,
    rows.flat(),
  );
}
