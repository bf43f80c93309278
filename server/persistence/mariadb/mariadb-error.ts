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
/** Deadlock, lock wait timeout, row changed under a snapshot, Galera node not ready. */
const racesLost = new Set([1213, 1205, 1020, 1047]);
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
  // Only what the database says quotes the statement; what Node says is about the connection.
  const text = sqlMessage === undefined ? message : `The database refused a statement (${code})`;
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

/** Whether the connection broke, so that nothing more can be said or undone on it. */
export function isConnectionLost(error: unknown): boolean {
  const cause = withoutValues(error);
  const { code, fatal } = (cause instanceof Error ? cause : {}) as DriverError;
  return fatal === true || connectionLost.has(code ?? "");
}
