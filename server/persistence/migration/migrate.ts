import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../kernel/startup-error.js";
import type { Dialect, Row, RunResult, SqlValue } from "../database.js";
import { databaseNow, releaseLease, takeLease } from "../lease.js";
import { bookkeepingTables } from "./bookkeeping.js";
import type { Migration } from "./schema-vocabulary.js";

/** One connection outside any unit of work, for the schema and for backups. */
export interface SchemaConnection {
  readonly dialect: Dialect;
  run(sql: string, params: readonly SqlValue[]): Promise<RunResult>;
  all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]>;
  /** Runs one DDL statement and notes that it ran; at once where the database can do that. */
  apply(
    ddl: string,
    note: { readonly sql: string; readonly params: readonly SqlValue[] },
  ): Promise<void>;
  /** Whether the error says that what a DDL statement makes is there already. */
  isAlreadyDone(error: unknown): boolean;
}

interface Done {
  readonly name: string;
  readonly statement: number;
  readonly applied_at: number | null;
}

const leaseMs = 60_000;

/** The statements of a migration, numbered as `schema_migration` numbers them. */
export function statementsOf(migration: Migration, dialect: Dialect): readonly string[] {
  return migration.changes.flatMap((change) => change.statements(dialect));
}

/**
 * Refuses a database that a newer program has migrated. Changes nothing, so that it can come before
 * everything else. Returns whether a migration is still to be run.
 */
export async function checkSchema(
  connection: SchemaConnection,
  migrations: readonly Migration[],
): Promise<{ readonly pending: boolean }> {
  if (!(await hasBookkeeping(connection))) return { pending: true };
  const done = await readDone(connection);
  const known = new Map(
    migrations.map((each) => [each.name, statementsOf(each, connection.dialect).length]),
  );
  const unknown = done.find((row) => row.statement >= (known.get(row.name) ?? 0));
  if (unknown) {
    throw new StartupError(
      `The database is of a newer version of Alur (it has migration ${unknown.name}); start that version, or restore an older backup`,
    );
  }
  const applied = done.filter((row) => row.applied_at !== null).length;
  return { pending: applied < [...known.values()].reduce((sum, count) => sum + count, 0) };
}

/** The names of the migrations that have run to their end, in order. */
export async function completedMigrations(
  connection: SchemaConnection,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  if (!(await hasBookkeeping(connection))) return [];
  const applied = (await readDone(connection)).filter((row) => row.applied_at !== null);
  return migrations
    .filter(
      (each) =>
        applied.filter((row) => row.name === each.name).length ===
        statementsOf(each, connection.dialect).length,
    )
    .map((each) => each.name);
}

/**
 * Brings the schema up to date, one recorded statement after another, under a lease: of several
 * servers that start together one migrates and the others wait. What broke off goes on where it was.
 */
export async function migrate(
  connection: SchemaConnection,
  migrations: readonly Migration[],
): Promise<void> {
  const { pending } = await checkSchema(connection, migrations);
  if (!pending) return;
  await createBookkeeping(connection);
  const owner = `migration-${randomUUID()}`;
  await waitForLease(connection, owner);
  try {
    // Read again: another server may have migrated while this one waited.
    await checkSchema(connection, migrations);
    const done = new Map(
      (await readDone(connection)).map((row) => [`${row.name}/${row.statement}`, row]),
    );
    for (const each of migrations) {
      for (const [index, ddl] of statementsOf(each, connection.dialect).entries()) {
        const row = done.get(`${each.name}/${index}`);
        if (row && row.applied_at !== null) continue;
        await applyStatement(connection, each.name, index, ddl, row !== undefined);
        await takeLease(connection, connection.dialect, "migration", owner, leaseMs);
      }
    }
  } finally {
    await releaseLease(connection, "migration", owner);
  }
}

async function applyStatement(
  connection: SchemaConnection,
  name: string,
  statement: number,
  ddl: string,
  wasBegun: boolean,
): Promise<void> {
  const now = databaseNow[connection.dialect];
  const key = [name, statement] as const;
  if (!wasBegun) {
    await connection.run("INSERT INTO schema_migration (name, statement) VALUES (?, ?)", key);
  }
  const note = {
    sql: `UPDATE schema_migration SET applied_at = ${now} WHERE name = ? AND statement = ?`,
    params: key,
  };
  try {
    await connection.apply(ddl, note);
  } catch (error) {
    // Where DDL commits by itself, it may have run although nobody could note it any more.
    if (!wasBegun || !connection.isAlreadyDone(error)) throw error;
    await connection.run(note.sql, note.params);
  }
}

async function waitForLease(connection: SchemaConnection, owner: string): Promise<void> {
  for (let waited = 0; waited <= 2 * leaseMs; waited += 250) {
    if (await takeLease(connection, connection.dialect, "migration", owner, leaseMs)) return;
    await sleep(250);
  }
  throw new StartupError(
    "Another server has been migrating the database for two minutes; wait until it is done, then start again",
  );
}

async function readDone(connection: SchemaConnection): Promise<readonly Done[]> {
  return connection.all<Done & Row>("SELECT name, statement, applied_at FROM schema_migration", []);
}

async function hasBookkeeping(connection: SchemaConnection): Promise<boolean> {
  const catalogue =
    connection.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_migration'";
  return (await connection.all(catalogue, [])).length > 0;
}

/** Makes the tables that no migration makes, where they are missing. */
export async function createBookkeeping(connection: SchemaConnection): Promise<void> {
  for (const each of bookkeepingTables) {
    for (const ddl of each.statements(connection.dialect)) {
      await connection.run(ddl.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"), []);
    }
  }
}
