import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import type { Row, RunResult, SqlValue, Statement, Tx } from "../database.js";
import { LostRace } from "../lost-race.js";
import { sqliteError } from "./sqlite-error.js";
import type { SqliteStatements } from "./sqlite-statements.js";

/** One unit's view of the writing connection; it answers nothing once its unit has ended. */
export class SqliteTx implements Tx {
  readonly afterCommitActions: (() => void)[] = [];
  /** Set once the unit must start again, whatever its work makes of the error. */
  lostRace: LostRace | null = null;
  #ended: Error | null = null;
  #manager: EntityManager | null = null;

  constructor(
    private readonly statements: SqliteStatements,
    private readonly source: DataSource,
  ) {}

  async run(sql: string, params: readonly SqlValue[]): Promise<RunResult> {
    return this.#guarded(() => this.statements.run(sql, params));
  }

  async get<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T | undefined> {
    return this.#guarded(() => this.statements.get<T>(sql, params));
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    return this.#guarded(() => this.statements.all<T>(sql, params));
  }

  async batch(statements: readonly Statement[]): Promise<RunResult[]> {
    return this.#guarded(() =>
      statements.map(({ sql, params, expect }) => {
        const result = this.statements.run(sql, params);
        if (expect !== undefined && result.changes !== expect) {
          throw new LostRace(`${result.changes} rows changed instead of ${expect}: ${sql}`);
        }
        return result;
      }),
    );
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

  #guarded<T>(action: () => T): T {
    this.#assertOpen();
    try {
      return action();
    } catch (error) {
      throw this.#noted(sqliteError(error, this.statements.handle));
    }
  }

  #noted(error: unknown): unknown {
    if (error instanceof LostRace) this.lostRace = error;
    return error;
  }

  /** TypeORM has one query runner per SQLite file; each unit sees it through guards of its own. */
  #guardedRunner(): QueryRunner {
    const shared = this.source.createQueryRunner();
    const runner = Object.create(shared) as QueryRunner;
    const refuse = async (): Promise<never> => {
      throw new Error("TypeORM opens no transaction here: the unit of work is one (no save())");
    };
    return Object.assign(runner, {
      startTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      query: async (sql: string, params?: unknown[], structured?: boolean): Promise<unknown> => {
        this.#assertOpen();
        try {
          return await (structured ? shared.query(sql, params, true) : shared.query(sql, params));
        } catch (error) {
          throw this.#noted(sqliteError(error, this.statements.handle));
        }
      },
    });
  }
}
