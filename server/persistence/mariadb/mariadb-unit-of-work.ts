import { setTimeout as sleep } from "node:timers/promises";
import type { PoolConnection } from "mysql2";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import { runAfterCommit } from "../after-commit.js";
import type { Tx, UnitOfWork } from "../database.js";
import { LostRace, maxRestarts } from "../lost-race.js";
import { unlessItHangs } from "../unless-it-hangs.js";
import type { MariadbSource } from "./mariadb-data-source.js";
import { mariadbError } from "./mariadb-error.js";
import { MariadbTx } from "./mariadb-tx.js";
import { send } from "./query.js";
import type { UnitFrame } from "./unit-frame.js";

/** Longer than `innodb_lock_wait_timeout`, so that a wait for a lock ends as a lost race. */
const hangsAfterMs = 30_000;
const longestPauseMs = 200;

/** Each unit has a connection of its own; a lost race starts it again on another, after a pause. */
export class MariadbUnitOfWork implements UnitOfWork {
  #running = 0;
  #closed = false;
  #onIdle: () => void = () => undefined;

  constructor(
    private readonly opened: MariadbSource,
    private readonly hangsAfter: number = hangsAfterMs,
  ) {}

  async run<T>(_ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error("The database is closed");
    this.#running += 1;
    try {
      return await this.#runUntilDone(work);
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#onIdle();
    }
  }

  /** Takes no more units and resolves when those that run are done. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  async #runUntilDone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let restarts = 0; ; restarts += 1) {
      const connection = await this.#connection();
      const tx = new MariadbTx(connection, this.opened.source, this.opened.frame);
      try {
        const result = await this.#attempt(tx, connection, work);
        connection.release();
        runAfterCommit(tx.afterCommitActions);
        return result;
      } catch (error) {
        await undo(tx, connection, this.opened.frame, error);
        const lostRace = tx.lostRace ?? (error instanceof LostRace ? error : null);
        if (!lostRace) throw error;
        if (restarts >= maxRestarts) {
          throw Object.assign(new Refusal("CONFLICT"), { cause: lostRace });
        }
        // Jittered, so that those who met do not meet again.
        await sleep(Math.random() * Math.min(2 ** restarts, longestPauseMs));
      }
    }
  }

  async #attempt<T>(
    tx: MariadbTx,
    connection: PoolConnection,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const result = await unlessItHangs(work(tx), this.hangsAfter);
    if (tx.lostRace) throw tx.lostRace;
    tx.end(new Error("This unit of work has ended"));
    if (tx.begun) await commit(connection, this.opened.frame);
    return result;
  }

  #connection(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      this.opened.pool.getConnection((error, connection) =>
        error ? reject(error) : resolve(connection),
      );
    });
  }
}

/**
 * When the connection breaks here, nobody knows whether the commit was done, so the unit must not
 * start again: the error reaches the caller, whose idempotency key makes a second try safe.
 */
async function commit(connection: PoolConnection, frame: UnitFrame): Promise<void> {
  try {
    await send(connection, frame.commit);
  } catch (error) {
    throw mariadbError(error);
  }
}

async function undo(
  tx: MariadbTx,
  connection: PoolConnection,
  frame: UnitFrame,
  error: unknown,
): Promise<void> {
  tx.end(error instanceof Error ? error : new Error(String(error)));
  if (tx.isConnectionLost) {
    connection.destroy();
    return;
  }
  try {
    if (tx.begun) await unlessItHangs(send(connection, frame.rollback), 5000);
    connection.release();
  } catch {
    // Closing it rolls back as well.
    connection.destroy();
  }
}
