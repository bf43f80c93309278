import { QueryFailedError } from "typeorm";
import { LostRace } from "../lost-race.js";
import { UniqueViolation } from "../unique-violation.js";

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
  readonly sqlMessage?: string;
  readonly fatal?: boolean;
}

const duplicateKey = 1062;
/**
 * Deadlock, lock wait timeout, row changed under a snapshot, Galera node not ready, and the savepoint
 * of a unit that another node's commit has rolled back.
 */
const racesLost = new Set([1213, 1205, 1020, 1047, 1305]);
/**
 * Errors whose message names tables, columns and limits, but never quotes a value: too many
 * connections, disk full, a column that must not be null, a table, column or key that is there or is
 * not there, a full table, a denied command, a read-only server, a value out of range or too long, no
 * default, a violated foreign key, a doubled constraint; and the lost races.
 */
const tellNoValues = new Set([
  1040,
  1021,
  1048,
  1050,
  1054,
  1060,
  1061,
  1091,
  1114,
  1142,
  1146,
  1264,
  1290,
  1364,
  1406,
  1451,
  1452,
  1826,
  ...racesLost,
]);
const connectionLost = new Set(["PROTOCOL_CONNECTION_LOST", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/**
 * What the database or the way to it failed with. The driver's own error carries the whole statement
 * with its values, and quotes some in its message: neither may reach a log or a terminal.
 */
export class MariadbFailure extends Error {
  override readonly name = "MariadbFailure";

  constructor(
    message: string,
    /** As MariaDB or Node names it: "ER_DUP_ENTRY". */
    readonly code: string | null,
    /** MariaDB's number of it. */
    readonly errno: number | null,
    /** Whether the connection cannot be used any more. */
    readonly fatal: boolean,
    /** Name of the key that a second row violated. */
    readonly key: string | null,
  ) {
    super(message);
  }
}

/** The driver's error without what was sent; every other error as it is. */
export function withoutValues(error: unknown): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error) || cause instanceof MariadbFailure) return cause;
  const { errno, code, message, sqlMessage, fatal }: DriverError = cause;
  if (code === undefined && sqlMessage === undefined) return cause;
  // What the database says may quote the statement; what Node says is about the connection.
  const isSafe = sqlMessage === undefined || tellNoValues.has(errno ?? 0);
  const text = isSafe ? (sqlMessage ?? message) : `The database refused a statement (${code})`;
  return new MariadbFailure(
    text ?? "",
    code ?? null,
    errno ?? null,
    fatal === true,
    // At the end: what comes before may quote a value that looks the same.
    /for key '(?:[^']*\.)?([^'.]+)'$/.exec(sqlMessage ?? "")?.[1] ?? null,
  );
}

/** The error as `persistence` shows it: the same for both databases. */
export function mariadbError(error: unknown): unknown {
  const cause = withoutValues(error);
  if (!(cause instanceof MariadbFailure)) return cause;
  if (racesLost.has(cause.errno ?? 0)) return new LostRace(cause.message, { cause });
  if (cause.errno !== duplicateKey) return cause;
  // Primary keys that are not counted up are taken only by somebody who was faster.
  if (cause.key === "PRIMARY") return new LostRace("The key was taken by somebody else", { cause });
  return new UniqueViolation(cause.key ?? "", cause);
}

/** ER_NO_REFERENCED_ROW_2. */
const noReferencedRow = 1452;

/** Whether a row was to refer to one that is not there. */
export const isParentGone = (error: unknown): boolean =>
  error instanceof MariadbFailure && error.errno === noReferencedRow;

/** Whether the connection broke, so that nothing more can be said or undone on it. */
export function isConnectionLost(error: unknown): boolean {
  const cause = withoutValues(error);
  const { code, fatal } = (cause instanceof Error ? cause : {}) as DriverError;
  return fatal === true || connectionLost.has(code ?? "");
}
