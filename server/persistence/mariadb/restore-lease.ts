import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseLocation } from "../../kernel/config.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { Reader } from "../database.js";
import { databaseNow, releaseLease, takeLease } from "../lease.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { openSchemaConnection } from "../open-schema-connection.js";
import type { RestoreWatch } from "../restore-watch.js";
import { serverLeasePrefix } from "./server-lease.js";

/** Whoever has it restores the database, and no server may have it open. */
const name = "restore";
/** Servers come back so long after a restore has died. */
const leaseMs = 15_000;
const prolongEveryMs = 3_000;
const lookEveryMs = 250;
const now = databaseNow.mariadb;

/**
 * A restore's right to the database. Servers that see it let go; one that starts refuses. Once it has
 * lapsed it cannot be had back: the servers may be answering again.
 */
export class RestoreLease {
  readonly #timer: NodeJS.Timeout;
  #prolonging: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly connection: SchemaConnection,
    private readonly owner: string,
  ) {
    this.#timer = setInterval(() => {
      // A failure to prolong shows when the restore is to be committed.
      this.#prolonging = this.#prolong(connection).catch(() => false);
    }, prolongEveryMs);
  }

  /** `connection` stays the lease's own: what a transaction does, others do not see. */
  static async take(connection: SchemaConnection): Promise<RestoreLease> {
    const owner = `restore-${randomUUID()}`;
    if (!(await takeLease(connection, "mariadb", name, owner, leaseMs))) {
      throw new StartupError("Another restore is running on the database; wait until it is done");
    }
    return new RestoreLease(connection, owner);
  }

  /** Resolves when no server has the database open; a StartupError when one still has in the end. */
  async waitForServers(patienceMs: number, tell: (line: string) => void): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (let told = false; await this.#doServersRun(); told = true) {
      if (!told) tell("Asking every running server to let go of the database");
      if (performance.now() >= deadline) {
        throw new StartupError(
          `An Alur that runs on the database did not let go of it in ${Math.ceil(patienceMs / 1000)} seconds; nothing was changed. Stop every server, then restore`,
        );
      }
      await sleep(lookEveryMs);
      await this.confirm(this.connection);
    }
  }

  /**
   * Prolongs the lease; a StartupError where it has lapsed. To be asked last in the transaction that
   * restores: it locks the lease's row until the commit, and so holds up whoever wants to know in
   * between whether the restore is over.
   */
  async confirm(connection: SchemaConnection): Promise<void> {
    if (await this.#prolong(connection)) return;
    throw new StartupError(
      "The restore was held up, and the servers have gone on without it; nothing was changed. Restore again",
    );
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#prolonging;
    await releaseLease(this.connection, name, this.owner);
  }

  async #prolong(connection: SchemaConnection): Promise<boolean> {
    const { changes } = await connection.run(
      `UPDATE lease SET until = ${now} + ? WHERE name = ? AND owner = ? AND until > ${now}`,
      [leaseMs, name, this.owner],
    );
    return changes === 1;
  }

  async #doServersRun(): Promise<boolean> {
    const running = await this.connection.all(
      `SELECT 1 FROM lease WHERE name LIKE ? AND until > ${now} LIMIT 1`,
      [`${serverLeasePrefix}%`],
    );
    return running.length > 0;
  }
}

/** Refuses to open a database that a restore has, or is about to commit to. */
export async function refuseDuringRestore(connection: Pick<Reader, "all">): Promise<void> {
  if (!(await isRestoreOver(connection))) {
    throw new StartupError("The database is being restored; start again when that is done");
  }
}

async function isRestoreOver(connection: Pick<Reader, "all">): Promise<boolean> {
  const tables = await connection.all(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'lease'",
    [],
  );
  if (tables.length === 0) return true;
  const held = await connection.all(
    `SELECT 1 FROM lease WHERE name = ? AND until > ${now} LOCK IN SHARE MODE`,
    [name],
  );
  return held.length === 0;
}

export class MariadbRestoreWatch implements RestoreWatch {
  /** How many restores there had been when the database was opened. */
  #restores: number | null = null;

  constructor(private readonly location: DatabaseLocation) {}

  async isAsked(reader: Reader): Promise<boolean> {
    const row = await reader.get<{ attempt: number; held: number }>(
      `SELECT attempt, until > ${now} AS held FROM lease WHERE name = ?`,
      [name],
    );
    const restores = row?.attempt ?? 0;
    this.#restores ??= restores;
    // Another count: this server was held up for so long that a restore took it for dead.
    return row?.held === 1 || restores !== this.#restores;
  }

  async isOver(): Promise<boolean> {
    try {
      const { connection, close } = await openSchemaConnection(this.location);
      try {
        if (!(await isRestoreOver(connection))) return false;
      } finally {
        await close();
      }
    } catch {
      return false;
    }
    this.#restores = null;
    return true;
  }
}
