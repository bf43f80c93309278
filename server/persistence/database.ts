import type { EntityManager } from "typeorm";
import type { Context } from "../kernel/context.js";

export type Dialect = "sqlite" | "mariadb";
export type SqlValue = string | number | null;
export type Row = Record<string, unknown>;

export interface RunResult {
  /** Rows that the statement changed; on MariaDB rows matched, so both databases count alike. */
  readonly changes: number;
  readonly insertId: number;
}

/** One write of a batch. `expect` is the number of rows that it must change. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** When another number of rows changes, the whole unit of work restarts (DESIGN §7, rule 3). */
  readonly expect?: number;
}

/** Whatever answers SQL that changes nothing. */
export interface SqlReader {
  get<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T | undefined>;
  all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]>;
}

/** Reads outside a transaction, on a read-only connection. Nothing that decides may rest on them. */
export interface Reader extends SqlReader {
  readonly manager: EntityManager;
}

/** The open transaction. A unit of work awaits nothing else than this. */
export interface Tx extends Reader {
  run(sql: string, params: readonly SqlValue[]): Promise<RunResult>;
  /** Runs the statements in order, in one round trip on MariaDB. */
  batch(statements: readonly Statement[]): Promise<RunResult[]>;
  /** Runs after the commit was acknowledged; never when the unit fails or restarts. */
  afterCommit(action: () => void): void;
}

export interface UnitOfWork {
  /**
   * Runs `work` in one transaction and resolves after its commit. A deadlock, a lost race or a
   * failed `expect` restarts the whole of `work`, with a bound; any other error rolls it back.
   */
  run<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Database {
  readonly dialect: Dialect;
  readonly reader: Reader;
  readonly unitOfWork: UnitOfWork;
  /**
   * Reads of one moment: whatever is committed meanwhile, `work` sees nothing of it. It must await
   * nothing but `reader`, as others may wait for the same connection.
   */
  snapshot<T>(work: (reader: SqlReader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
