import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { describe, expect, test } from "vitest";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import { StartupError } from "../../../server/kernel/startup-error.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { createTestLocation, testDialect } from "../../harness/test-database.js";

async function refusal(location: DatabaseLocation, production = false): Promise<string> {
  const error = await openDatabase(location, { production }).then(
    async (database) => {
      await database.close();
      return null;
    },
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  const { message } = error as StartupError;
  expect(message).not.toContain("\n");
  return message;
}

async function inFolder(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "alur-test-"));
  try {
    await work(dataDir);
  } finally {
    chmodSync(dataDir, 0o700);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

// Each database can be refused for reasons of its own only.
if (testDialect === "sqlite") {
  describe("an embedded database", () => {
    test("is opened by one process at a time, and again when that has ended", async () => {
      await inFolder(async (dataDir) => {
        const location = { dialect: "sqlite", dataDir } as const;
        const first = await openDatabase(location);
        expect(await refusal(location)).toMatch(/Another Alur is running/);
        await first.close();
        const second = await openDatabase(location);
        await second.close();
      });
    });

    test("is free again when the process that held it was killed", async () => {
      await inFolder(async (dataDir) => {
        const holder = spawn(
          process.execPath,
          [
            "-e",
            'const db = require("better-sqlite3")(process.argv[1]); db.exec("BEGIN EXCLUSIVE"); console.log("held"); setInterval(() => 0, 1000);',
            join(dataDir, "alur.lock"),
          ],
          { stdio: ["ignore", "pipe", "inherit"] },
        );
        await once(holder.stdout, "data");
        expect(await refusal({ dialect: "sqlite", dataDir })).toMatch(/Another Alur is running/);
        expect(readdirSync(dataDir)).not.toContain("alur.db");
        holder.kill("SIGKILL");
        await once(holder, "exit");
        const database = await openDatabase({ dialect: "sqlite", dataDir });
        await database.close();
      });
    });

    test("in a folder that cannot be made is refused", async () => {
      await inFolder(async (dataDir) => {
        writeFileSync(join(dataDir, "file"), "");
        const inFile = join(dataDir, "file", "data");
        expect(await refusal({ dialect: "sqlite", dataDir: inFile })).toContain("DATA_DIR");
        expect(readdirSync(dataDir)).toEqual(["file"]);
      });
    });

    test("that is another file is left as it is", async () => {
      await inFolder(async (dataDir) => {
        writeFileSync(
          join(dataDir, "alur.db"),
          "not a database, but long enough to be read".repeat(50),
        );
        expect(await refusal({ dialect: "sqlite", dataDir })).toContain("is not a database");
      });
    });
  });
} else {
  describe("a MariaDB", () => {
    test("that does not answer, refuses the user or lacks the database is refused", async () => {
      const { location, drop } = await createTestLocation();
      const change = (edit: (url: URL) => void): DatabaseLocation => {
        const url = new URL(location.dialect === "mariadb" ? location.url : "");
        edit(url);
        return { dialect: "mariadb", url: url.href, poolSize: 2 };
      };
      expect(await refusal(change((url) => (url.port = "1")))).toContain("Cannot reach");
      expect(await refusal(change((url) => (url.pathname = "/alur_none")))).toContain("alur_none");
      const denied = await refusal(
        change((url) => {
          url.username = "nobody";
          url.password = "hidden";
        }),
      );
      expect(denied).toContain('"nobody"');
      expect(denied).not.toContain("hidden");
      expect(await refusal(change((url) => url.searchParams.set("x", "1")))).toContain("?ssl=1");
      await drop();
    });

    test("whose user may only read is refused before anything is made", async () => {
      const { location, drop } = await createTestLocation();
      const url = new URL(location.dialect === "mariadb" ? location.url : "");
      const root = await createConnection({ uri: url.href });
      const user = `reader_${process.pid}`;
      await root.query(`CREATE USER ${user}@'%' IDENTIFIED BY 'pw'`);
      await root.query(`GRANT SELECT ON ${url.pathname.slice(1)}.* TO ${user}@'%'`);
      url.username = user;
      url.password = "pw";
      const reader: DatabaseLocation = { dialect: "mariadb", url: url.href, poolSize: 2 };
      expect(await refusal(reader)).toMatch(/lacks .*CREATE/);
      const [tables] = await root.query("SHOW TABLES");
      expect(tables).toEqual([]);
      await root.query(`GRANT ALL ON ${url.pathname.slice(1)}.* TO ${user}@'%'`);
      const database = await openDatabase(reader);
      await database.close();
      await root.query(`DROP USER ${user}@'%'`);
      await root.end();
      await drop();
    });

    test("that could lose acknowledged work is refused in production", async () => {
      const { location, drop } = await createTestLocation();
      const root = await createConnection({
        uri: location.dialect === "mariadb" ? location.url : "",
      });
      const [rows] = await root.query("SELECT @@innodb_flush_log_at_trx_commit AS flush");
      const before = (rows as { flush: number }[])[0]?.flush ?? 1;
      const set = (flush: number) =>
        root.query(`SET GLOBAL innodb_flush_log_at_trx_commit = ${flush}`);
      try {
        await set(2);
        expect(await refusal(location, true)).toContain("innodb_flush_log_at_trx_commit");
        await set(1);
        const database = await openDatabase(location, { production: true });
        await database.close();
      } finally {
        await set(before);
      }
      await root.end();
      await drop();
    });
  });
}
