import { StartupError } from "../../kernel/startup-error.js";

export interface MariadbTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Whether to speak TLS, with a certificate that this machine trusts. */
  readonly tls: boolean;
}

/** `mysql://user:password@host:3306/name`, with `?ssl=1` for TLS. The URL was checked by `readConfig`. */
export function readTarget(text: string): MariadbTarget {
  const url = new URL(text);
  const wrong = [...url.searchParams.keys()].find((name) => name !== "ssl");
  if (wrong !== undefined) {
    throw new StartupError(`DATABASE_URL may only have ?ssl=1 behind the name, not "${wrong}"`);
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    tls: ["1", "true"].includes(url.searchParams.get("ssl") ?? ""),
  };
}

/** What every connection is opened with, so that both databases give the same JavaScript values. */
export function connectionOptions(target: MariadbTarget) {
  return {
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    ...(target.tls ? { ssl: { rejectUnauthorized: true } } : {}),
    charset: "utf8mb4",
    timezone: "Z",
    connectTimeout: 10_000,
    supportBigNumbers: true,
    bigNumberStrings: false,
    decimalNumbers: true,
    // So that affectedRows counts the rows that were met, as SQLite does, and not those that differ.
    flags: ["FOUND_ROWS"],
  };
}

/**
 * What every session is told. Strict, and with backslashes as the driver escapes them. READ COMMITTED,
 * because under REPEATABLE READ gap locks deadlock (DESIGN §7, rule 7).
 */
export function sessionSettings(wsrep: boolean): string {
  const settings = [
    "sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    "innodb_lock_wait_timeout = 10",
    ...(wsrep ? ["wsrep_sync_wait = 1"] : []),
  ];
  return `SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; SET SESSION ${settings.join(", ")}`;
}
