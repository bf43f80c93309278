import type { RowDataPacket } from "mysql2";
import { createConnection, type Connection } from "mysql2/promise";
import { StartupError } from "../../kernel/startup-error.js";
import { connectionOptions, type MariadbTarget } from "./connection-options.js";

/** What the server turned out to be. */
export interface MariadbServer {
  readonly flavour: "mariadb" | "mysql";
  /** Whether it is a node of a Galera cluster. */
  readonly wsrep: boolean;
}

const neededPrivileges = [
  "SELECT",
  "INSERT",
  "UPDATE",
  "DELETE",
  "CREATE",
  "ALTER",
  "INDEX",
  "REFERENCES",
];

/** Connects, or says in one line why that cannot be. Its password stays out of every message. */
export async function connectOrRefuse(target: MariadbTarget): Promise<Connection> {
  const at = `${target.host}:${target.port}`;
  try {
    return await createConnection({ ...connectionOptions(target), multipleStatements: false });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ER_ACCESS_DENIED_ERROR" || code === "ER_ACCESS_DENIED_NO_PASSWORD_ERROR") {
      throw new StartupError(
        `The database at ${at} refuses the user "${target.user}" of DATABASE_URL; check the name and the password`,
      );
    }
    if (code === "ER_DBACCESS_DENIED_ERROR") {
      throw new StartupError(
        `The user "${target.user}" may not use the database "${target.database}" at ${at}; grant it ALL PRIVILEGES on it`,
      );
    }
    if (code === "ER_BAD_DB_ERROR") {
      throw new StartupError(
        `There is no database "${target.database}" at ${at}; create it with CREATE DATABASE, or correct DATABASE_URL`,
      );
    }
    throw new StartupError(
      `Cannot reach the database at ${at} (${code ?? String(error)}); check that it runs, and DATABASE_URL`,
    );
  }
}

/** Refuses a server that is too old, may not be written to, or could lose what it acknowledged. */
export async function checkServer(
  connection: Connection,
  production: boolean,
): Promise<MariadbServer> {
  const variables = await readVariables(connection);
  const version = variables.get("version") ?? "";
  const flavour = /mariadb/i.test(version) ? "mariadb" : "mysql";
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  const isOld = flavour === "mariadb" ? major < 10 || (major === 10 && minor < 6) : major < 8;
  if (isOld) {
    throw new StartupError(
      `The database server is ${version}; Alur needs MariaDB 10.6 or newer, or MySQL 8 or newer`,
    );
  }
  if (production && variables.get("innodb_flush_log_at_trx_commit") !== "1") {
    throw new StartupError(
      "The database could lose acknowledged work in a power cut: set innodb_flush_log_at_trx_commit = 1 (NODE_ENV is production)",
    );
  }
  const wsrep = variables.get("wsrep_on") === "ON";
  if (wsrep) await prepareNode(connection);
  await checkWritable(connection, variables);
  return { flavour, wsrep };
}

/** On a node of Galera, what is read on this connection decides (DESIGN §7, rule 4): it waits for its turn. */
async function prepareNode(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_local_state_comment')",
  );
  const status = new Map(rows.map((row) => [String(row["Variable_name"]), String(row["Value"])]));
  if (status.get("wsrep_ready") !== "ON") {
    throw new StartupError(
      `The database server is a Galera node that is not ready (${status.get("wsrep_local_state_comment")}); start again when it has joined the cluster`,
    );
  }
  await connection.query("SET SESSION wsrep_sync_wait = 1");
}

async function readVariables(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW GLOBAL VARIABLES WHERE Variable_name IN " +
      "('version', 'innodb_flush_log_at_trx_commit', 'read_only', 'wsrep_on')",
  );
  return new Map(rows.map((row) => [String(row["Variable_name"]), String(row["Value"])]));
}

async function checkWritable(
  connection: Connection,
  variables: ReadonlyMap<string, string>,
): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `WITH me AS (SELECT CONCAT("'", REPLACE(CURRENT_USER(), "@", "'@'"), "'") AS grantee)
     SELECT p.privilege_type AS name FROM information_schema.user_privileges p, me
     WHERE p.grantee = me.grantee
     UNION SELECT p.privilege_type FROM information_schema.schema_privileges p, me
     WHERE p.grantee = me.grantee AND DATABASE() LIKE p.table_schema`,
  );
  const held = new Set(rows.map((row) => String(row["name"])));
  const missing = neededPrivileges.filter((name) => !held.has(name));
  // What a role grants is not listed here, so with one the database itself must refuse.
  const [[role]] = await connection.query<RowDataPacket[]>("SELECT CURRENT_ROLE() AS role");
  if (missing.length > 0 && [null, "NONE"].includes(role?.["role"] as string | null)) {
    throw new StartupError(
      `The user of DATABASE_URL lacks ${missing.join(", ")} on the database; grant it ALL PRIVILEGES on it`,
    );
  }
  const mayIgnoreReadOnly = held.has("SUPER") || held.has("READ_ONLY ADMIN");
  if (variables.get("read_only") !== "OFF" && !mayIgnoreReadOnly) {
    throw new StartupError(
      "The database server is read-only; connect to the one that is written to",
    );
  }
}
