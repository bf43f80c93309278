import type { PoolConnection } from "mysql2";
import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import type { Row, RunResult, SqlValue, Statement, Tx } from "../database.js";
import { LostRace } from "../lost-race.js";
import { noteStatement } from "../sql-counter.js";
import { UniqueViolation } from "../unique-violation.js";
import { isConnectionLost, isParentGone, mariadbError } from "./mariadb-error.js";
import { asRows, asRunResult, formatted, send } from "./query.js";
import type { UnitFrame } from "./unit-frame.js";

/** One unit's transaction on a connection of its own. BEGIN travels with the first statement. */
export class MariadbTx implements Tx {
  readonly afterCommitActions: (() => void)[] = [];
  /** Set once the unit must start again, whatever its work makes of the error. */
  lostRace: LostRace | null = null;
  isConnectionLost = false;
  #begun = false;
  #ended: Error | null = null;
  #manager: EntityManager | null = null;

  constructor(
    private readonly connection: PoolConnection,
    private readonly source: DataSource,
    private readonly frame: UnitFrame,
  ) {}

  get begun(): boolean {
    return this.#begun;
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<RunResult> {
    const [result] = await this.#send([formatted(sql, params)], [sql]);
    return asRunResult(result);
  }

  async get<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    const [result] = await this.#send([formatted(sql, params)], [sql]);
    return asRows<T>(result);
  }

  async batch(statements: readonly Statement[]): Promise<RunResult[]> {
    if (statements.length === 0) return [];
    const results = await this.#sendBatch(statements);
    return statements.map(({ sql, expect }, index) => {
      const result = asRunResult(results[index]);
      if (expect !== undefined && result.changes !== expect) {
        this.lostRace = new LostRace(`${result.changes} rows changed instead of ${expect}: ${sql}`);
        throw this.lostRace;
      }
      return result;
    });
  }

  async #sendBatch(statements: readonly Statement[]): Promise<readonly unknown[]> {
    try {
      return await this.#send(
        statements.map(({ sql, params }) => formatted(sql, params)),
        statements.map(({ sql }) => sql),
      );
    } catch (error) {
      // All of a packet runs, also behind a statement that missed its row; and what comes behind may
      // meet the rows of whoever was faster, or miss what they deleted, before anybody has looked at
      // the counts.
      const conditional = statements.some(({ expect }) => expect !== undefined);
      const isRace = error instanceof UniqueViolation || isParentGone(error);
      if (!conditional || !isRace) throw error;
      this.lostRace = new LostRace((error as Error).message, { cause: error });
      throw this.lostRace;
    }
  }

  afterCommit(action: () => void): void {
    this.#assertOpen();
    this.afterCommitActions.push(action);
  }

  get manager(): EntityManager {
    this.#manager ??= this.source.createEntityManager(this.#guardedRunner());
    return this.#manager;
  }

  end(reason: Error): void {
    this.#ended ??= reason;
  }

  #assertOpen(): void {
    if (this.#ended) throw this.#ended;
    if (this.lostRace) throw this.lostRace;
  }

  /** One packet; resolves to one result for each statement. */
  async #send(texts: readonly string[], sources: readonly string[]): Promise<readonly unknown[]> {
    this.#assertOpen();
    const first = !this.#begun;
    this.#begun = true;
    for (const sql of sources) noteStatement(sql);
    const begin = first ? this.frame.begin : [];
    const packet = [...begin, ...texts];
    try {
      const result = await send(this.connection, packet.join(";"));
      const results = packet.length === 1 ? [result] : (result as unknown[]);
      return results.slice(begin.length);
    } catch (error) {
      throw this.#noted(error);
    }
  }

  #noted(error: unknown): unknown {
    if (isConnectionLost(error)) {
      // Nothing of this transaction can have been committed yet.
      this.isConnectionLost = true;
      this.lostRace = new LostRace("The connection broke", { cause: mariadbError(error) });
      return this.lostRace;
    }
    const known = mariadbError(error);
    if (known instanceof LostRace) this.lostRace = known;
    return known;
  }

  /** A query runner of TypeORM on this very connection, which can neither begin nor end anything. */
  #guardedRunner(): QueryRunner {
    const runner = this.source.createQueryRunner();
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const refuse = async (): Promise<never> => {
      throw new Error("TypeORM opens no transaction here: the unit of work is one (no save())");
    };
    return Object.assign(runner, {
      connect: async () => this.connection,
      startTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      query: async (...args: unknown[]): Promise<unknown> => {
        this.#assertOpen();
        if (!this.#begun) {
          this.#begun = true;
          await send(this.connection, this.frame.begin.join(";"));
        }
        try {
          return await query(...args);
        } catch (error) {
          throw this.#noted(error);
        }
      },
    });
  }
}
