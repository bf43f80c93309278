import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import type { DatabaseLocation } from "../../server/kernel/config.js";
import type { Database, Dialect } from "../../server/persistence/database.js";
import { openDatabase } from "../../server/persistence/open-database.js";

/** Which database this run of the tests is for. */
export const testDialect: Dialect =
  process.env["ALUR_TEST_DB"] === "mariadb" ? "mariadb" : "sqlite";

/** An empty place for a database, of this test alone. */
export interface TestLocation {
  readonly location: DatabaseLocation;
  /** Removes it. Close what is open on it first. */
  drop(): Promise<void>;
}

export interface TestDatabase extends TestLocation {
  readonly database: Database;
  /** What DATABASE_URL would be; on SQLite the data folder. */
  readonly url: string;
}

export async function createTestLocation(): Promise<TestLocation> {
  return testDialect === "mariadb" ? createMariadbLocation() : createFolder();
}

/** A migrated database of one's own, on whichever database this run is for. `drop()` closes it too. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { location, drop } = await createTestLocation();
  try {
    const database = await openDatabase(location);
    return {
      location,
      database,
      url: location.dialect === "sqlite" ? location.dataDir : location.url,
      drop: async () => {
        await database.close();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Where a second server finds the database: at another node, where the run is on a cluster. */
export function anotherLocation(location: DatabaseLocation): DatabaseLocation {
  const node = process.env["ALUR_TEST_ANOTHER_NODE"];
  if (location.dialect === "sqlite" || !node) return location;
  const url = new URL(location.url);
  url.host = new URL(node).host;
  return { ...location, url: url.href };
}

function createFolder(): TestLocation {
  const dataDir = mkdtempSync(join(tmpdir(), "alur-test-"));
  return {
    location: { dialect: "sqlite", dataDir },
    drop: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function createMariadbLocation(): Promise<TestLocation> {
  const server = process.env["ALUR_TEST_DATABASE_URL"];
  if (!server) throw new Error("ALUR_TEST_DATABASE_URL must name a MariaDB server (npm test does)");
  const name = `alur_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const command = async (sql: string): Promise<void> => {
    const connection = await createConnection({ uri: server });
    try {
      await connection.query(sql);
    } finally {
      await connection.end();
    }
  };
  await command(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    location: { dialect: "mariadb", url: url.href, poolSize: 8 },
    drop: () => command(`DROP DATABASE IF EXISTS ${name}`),
  };
}
