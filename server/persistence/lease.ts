import type { Dialect, RunResult, SqlValue } from "./database.js";
import { LostRace } from "./lost-race.js";
import { mariadbError } from "./mariadb/mariadb-error.js";

/** The little that a lease needs; a `Tx` is one. */
export interface LeaseConnection {
  run(sql: string, params: readonly SqlValue[]): Promise<RunResult>;
}

/** Epoch milliseconds by the database's clock, so that servers need not agree on theirs. */
export const databaseNow: Readonly<Record<Dialect, string>> = {
  sqlite: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  mariadb: "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)",
};

/**
 * Takes the lease for `forMs`, or prolongs it where `owner` holds it already. `false`: somebody else
 * holds it, or was faster. It must be committed before the work that it protects (DESIGN §7, rule 7).
 */
export async function takeLease(
  connection: LeaseConnection,
  dialect: Dialect,
  name: string,
  owner: string,
  forMs: number,
): Promise<boolean> {
  const now = databaseNow[dialect];
  const ignore = dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  try {
    await connection.run(
      `${ignore} INTO lease (name, owner, until, attempt) VALUES (?, '', 0, 0)`,
      [name],
    );
    const { changes } = await connection.run(
      `UPDATE lease SET attempt = CASE WHEN owner = ? THEN attempt ELSE attempt + 1 END, owner = ?, ` +
        `until = ${now} + ? WHERE name = ? AND (owner = ? OR until < ${now})`,
      [owner, owner, forMs, name, owner],
    );
    return changes === 1;
  } catch (error) {
    // On Galera whoever was slower is told of a deadlock, and not that no row was met.
    if (mariadbError(error) instanceof LostRace) return false;
    throw error;
  }
}

export async function releaseLease(
  connection: LeaseConnection,
  name: string,
  owner: string,
): Promise<void> {
  await connection.run("UPDATE lease SET until = 0 WHERE name = ? AND owner = ?", [name, owner]);
}
