import type { Database as SqliteHandle } from "better-sqlite3";
import type { DataSource } from "typeorm";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import { runAfterCommit } from "../after-commit.js";
import type { Tx, UnitOfWork } from "../database.js";
import { LostRace, maxRestarts } from "../lost-race.js";
import { countedAs } from "../sql-counter.js";
import { unlessItHangs } from "../unless-it-hangs.js";
import type { SqliteStatements } from "./sqlite-statements.js";
import { SqliteTx } from "./sqlite-tx.js";

export interface SqliteUnitOptions {
  /** How many units may share a commit. */
  readonly maxBatch: number;
  /** After so many milliseconds a unit is taken to await something else than its transaction. */
  readonly hangsAfterMs: number;
}

export const defaultUnitOptions: SqliteUnitOptions = { maxBatch: 64, hangsAfterMs: 5000 };

interface Unit {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Set when its batch was lost: next time it runs alone, so that only the one at fault fails. */
  alone: boolean;
}

interface Finished {
  readonly unit: Unit;
  /** Tells the caller how it went; to be called after the commit. */
  readonly answer: () => void;
}

const begin = "BEGIN IMMEDIATE";
const savepoint = "SAVEPOINT unit";
const keepSavepoint = "RELEASE unit";
const undoSavepoint = "ROLLBACK TO unit";

/**
 * Owns the one writing connection. Units run one after another, first in, first out; those that wait
 * share a commit, each behind a savepoint of its own, and each is answered only after that commit. So
 * are refusals: they may rest on what an earlier unit of the batch wrote.
 */
export class SqliteUnitOfWork implements UnitOfWork {
  readonly #waiting: Unit[] = [];
  #draining = false;
  #closed = false;
  #idle: Promise<void> = Promise.resolve();
  #commits = 0;

  constructor(
    private readonly statements: SqliteStatements,
    private readonly source: DataSource,
    private readonly options: SqliteUnitOptions = defaultUnitOptions,
  ) {}

  /** How many commits there were; several units may have shared each. */
  get commits(): number {
    return this.#commits;
  }

  run<T>(_ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        reject(new Error("The database is closed"));
        return;
      }
      this.#waiting.push({
        work: countedWork(work),
        resolve: resolve as (result: unknown) => void,
        reject,
        alone: false,
      });
      if (this.#draining) return;
      this.#draining = true;
      this.#idle = this.#drain();
    });
  }

  /** Takes no more units and resolves when those that wait are done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#idle;
  }

  /**
   * A turn of the event loop goes before each batch: requests that arrive in it share the batch, and a
   * caller that answers each unit with the next one cannot keep the server from everything else.
   */
  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await new Promise(setImmediate);
        await this.#runBatch();
      }
    } finally {
      this.#draining = false;
    }
  }

  async #runBatch(): Promise<void> {
    const { handle } = this.statements;
    const finished: Finished[] = [];
    const size = this.#waiting[0]?.alone ? 1 : this.options.maxBatch;
    let last: Unit | undefined;
    try {
      this.#command(begin);
      for (let count = 0; count < size; count += 1) {
        last = this.#waiting.shift();
        if (!last) break;
        finished.push(await this.#runUnit(last));
        last = undefined;
      }
      this.#command("COMMIT");
      this.#commits += 1;
    } catch (error) {
      rollBack(handle);
      // BEGIN itself failed: fail whoever is first, or the loop would never end.
      if (!last && finished.length === 0) last = this.#waiting.shift();
      const lost = finished.map(({ unit }) => unit);
      this.#rerunOrFail(last ? [...lost, last] : lost, error);
      return;
    }
    for (const { answer } of finished) answer();
  }

  /**
   * Runs one unit behind its savepoint, again after a lost race. Throws when the whole batch is lost
   * because SQLite has ended the transaction.
   */
  async #runUnit(unit: Unit): Promise<Finished> {
    for (let restarts = 0; ; restarts += 1) {
      this.#command(savepoint);
      const tx = new SqliteTx(this.statements, this.source);
      try {
        const result = await unlessItHangs(unit.work(tx), this.options.hangsAfterMs);
        if (tx.lostRace) throw tx.lostRace;
        tx.end(new Error("This unit of work has ended"));
        this.#command(keepSavepoint);
        const answer = (): void => {
          runAfterCommit(tx.afterCommitActions);
          unit.resolve(result);
        };
        return { unit, answer };
      } catch (error) {
        tx.end(error instanceof Error ? error : new Error(String(error)));
        if (!this.statements.handle.inTransaction) throw error;
        this.#command(undoSavepoint);
        this.#command(keepSavepoint);
        const lostRace = tx.lostRace ?? (error instanceof LostRace ? error : null);
        if (lostRace && restarts < maxRestarts) continue;
        const reason = lostRace
          ? Object.assign(new Refusal("CONFLICT"), { cause: lostRace })
          : error;
        return { unit, answer: () => unit.reject(reason) };
      }
    }
  }

  /** The batch left no trace, so its units may run again, each alone; one that was alone has failed. */
  #rerunOrFail(units: readonly Unit[], error: unknown): void {
    for (const unit of units) if (unit.alone) unit.reject(error);
    const again = units.filter((unit) => !unit.alone);
    for (const unit of again) unit.alone = true;
    this.#waiting.unshift(...again);
  }

  #command(sql: string): void {
    this.statements.command(sql);
  }
}

function countedWork<T>(work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  return countedAs(work as () => unknown) as (tx: Tx) => Promise<T>;
}

function rollBack(handle: SqliteHandle): void {
  try {
    if (handle.inTransaction) handle.exec("ROLLBACK");
  } catch {
    // The next BEGIN fails then, and tells those who wait.
  }
}
