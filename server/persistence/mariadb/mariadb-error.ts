import { QueryFailedError } from "typeorm";
import { LostRace } from "../lost-race.js";
import { UniqueViolation } from "../unique-violation.js";

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly sqlMessage?: string;
  readonly fatal?: boolean;
}

const duplicateKey = 1062;
/** Deadlock, lock wait timeout, row changed under a snapshot, Galera node not ready. */
const racesLost = new Set([1213, 1205, 1020, 1047]);
const connectionLost = new Set(["PROTOCOL_CONNECTION_LOST", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** The error as `persistence` shows it: the same for both databases. */
export function mariadbError(error: unknown): unknown {
  const cause = driverError(error);
  if (racesLost.has(cause.errno ?? 0)) {
    return new LostRace(`${cause.code}: ${cause.sqlMessage}`, { cause });
  }
  if (cause.errno !== duplicateKey) return error;
  const key = /for key '(?:[^']*\.)?([^'.]+)'/.exec(cause.sqlMessage ?? "")?.[1] ?? "";
  // Primary keys that are not counted up are taken only by somebody who was faster.
  if (key === "PRIMARY") return new LostRace("The key was taken by somebody else", { cause });
  return new UniqueViolation(key, cause);
}

/** Whether the connection broke, so that nothing more can be said or undone on it. */
export function isConnectionLost(error: unknown): boolean {
  const { code, fatal } = driverError(error);
  return fatal === true || connectionLost.has(code ?? "");
}

function driverError(error: unknown): DriverError {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof cause === "object" && cause !== null ? cause : {};
}
