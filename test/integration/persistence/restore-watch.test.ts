import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import type { Context } from "../../../server/kernel/context.js";
import { restoreBackup } from "../../../server/persistence/backup/restore-backup.js";
import { writeBackup } from "../../../server/persistence/backup/write-backup.js";
import {
  MariadbRestoreWatch,
  RestoreLease,
} from "../../../server/persistence/mariadb/restore-lease.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import {
  openSchemaConnection,
  openSqliteFile,
  type OpenSchemaConnection,
} from "../../../server/persistence/open-schema-connection.js";
import { databaseFile } from "../../../server/persistence/sqlite/data-folder.js";
import {
  lockForRestore,
  SqliteRestoreWatch,
  takeFolderFromServer,
} from "../../../server/persistence/sqlite/restore-request.js";
import { openTestDatabase, testDialect, type TestDatabase } from "../../harness/test-database.js";

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};
const silent = (): void => undefined;

let server: TestDatabase;

beforeEach(async () => {
  server = await openTestDatabase();
});
afterEach(() => server.drop());

// Each database has a way of its own to tell its servers.
if (testDialect === "sqlite") {
  describe("on SQLite", () => {
    const dataDir = (): string => server.url;

    test("a wish counts while the restore that has it lives, and is withdrawn with it", async () => {
      const watch = new SqliteRestoreWatch(dataDir());
      expect(await watch.isAsked()).toBe(false);
      const alone = lockForRestore(dataDir());
      expect(() => lockForRestore(dataDir())).toThrow(/Another restore is running/);
      expect(await watch.isAsked()).toBe(false);
      const taken = takeFolderFromServer(dataDir(), 400, silent);
      await expect.poll(() => watch.isAsked()).toBe(true);
      expect(await watch.isOver()).toBe(false);
      await expect(taken).rejects.toThrow(/did not let go/);
      expect(await watch.isAsked()).toBe(false);
      alone.release();
      expect(await watch.isOver()).toBe(true);
    });

    test("what a killed restore left behind is no wish", async () => {
      writeFileSync(join(dataDir(), "alur.restore.request"), "left");
      expect(await new SqliteRestoreWatch(dataDir()).isAsked()).toBe(false);
    });

    test("a restore that hangs has the database lent once, and not for ever", async () => {
      const watch = new SqliteRestoreWatch(dataDir(), 100);
      const alone = lockForRestore(dataDir());
      writeFileSync(join(dataDir(), "alur.restore.request"), "hanging");
      expect(await watch.isAsked()).toBe(true);
      await expect.poll(() => watch.isOver()).toBe(true);
      expect(await watch.isAsked()).toBe(false);
      writeFileSync(join(dataDir(), "alur.restore.request"), "the next");
      expect(await watch.isAsked()).toBe(true);
      alone.release();
    });

    describe("the file that is replaced", () => {
      let folder: string;
      let location: DatabaseLocation;
      let backup: string;

      beforeEach(async () => {
        folder = mkdtempSync(join(tmpdir(), "alur-restore-"));
        location = { dialect: "sqlite", dataDir: folder };
        backup = join(folder, "backup.jsonl.gz");
        await writeBackup(server.location, backup, new Date(0));
        const database = await openDatabase(location);
        await database.unitOfWork.run(ctx, (tx) =>
          tx.run("INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'x')", []),
        );
        await database.close();
      });
      afterEach(() => rmSync(folder, { recursive: true, force: true }));

      async function officesNow() {
        const database = await openDatabase(location);
        try {
          return await database.reader.all("SELECT name FROM office", []);
        } finally {
          await database.close();
        }
      }

      test("stays while another program reads it", async () => {
        const reading = openSqliteFile(databaseFile(folder));
        await reading.connection.run("UPDATE office SET name = 'B'", []);
        await reading.connection.run("BEGIN", []);
        await reading.connection.all("SELECT * FROM office", []);
        await expect(restoreBackup(location, backup, { replace: true })).rejects.toThrow(
          /Another program reads/,
        );
        await reading.close();
        expect(await officesNow()).toEqual([{ name: "B" }]);
      });

      test("may be damaged, but goes only when told so", async () => {
        writeFileSync(databaseFile(folder), "damaged ".repeat(1000));
        await expect(restoreBackup(location, backup)).rejects.toThrow(/damaged.*--replace/);
        await restoreBackup(location, backup, { replace: true });
        expect(await officesNow()).toEqual([]);
      });
    });
  });
} else {
  describe("on MariaDB", () => {
    let first: OpenSchemaConnection;
    let second: OpenSchemaConnection;

    beforeEach(async () => {
      first = await openSchemaConnection(server.location);
      second = await openSchemaConnection(server.location);
    });
    afterEach(async () => {
      await first.close();
      await second.close();
    });

    test("a restore holds a lease that servers see, and that keeps others from opening", async () => {
      const { reader } = server.database;
      const watch = new MariadbRestoreWatch(server.location);
      expect(await watch.isAsked(reader)).toBe(false);
      const lease = await RestoreLease.take(first.connection);
      await expect(RestoreLease.take(second.connection)).rejects.toThrow(/Another restore/);
      expect([await watch.isAsked(reader), await watch.isOver()]).toEqual([true, false]);
      await expect(openDatabase(server.location)).rejects.toThrow(/being restored/);
      await expect(lease.waitForServers(300, silent)).rejects.toThrow(/did not let go/);
      await lease.release();
      expect(await watch.isOver()).toBe(true);
      expect(await watch.isAsked(reader)).toBe(false);
    });

    test("a server that slept through a restore opens the database anew", async () => {
      const { reader } = server.database;
      const watch = new MariadbRestoreWatch(server.location);
      expect(await watch.isAsked(reader)).toBe(false);
      await (await RestoreLease.take(first.connection)).release();
      expect([await watch.isAsked(reader), await watch.isOver()]).toEqual([true, true]);
      expect(await watch.isAsked(reader)).toBe(false);
    });

    test("a restore that was held up for too long can neither go on nor commit", async () => {
      const lease = await RestoreLease.take(first.connection);
      await second.connection.run("UPDATE lease SET until = 1 WHERE name = 'restore'", []);
      await expect(lease.confirm(second.connection)).rejects.toThrow(
        /held up.*nothing was changed/,
      );
      await expect(lease.waitForServers(60_000, silent)).rejects.toThrow(/held up/);
      await lease.release();
    });

    test("nobody takes a restore for over while it commits", async () => {
      const lease = await RestoreLease.take(first.connection);
      await second.connection.run("BEGIN", []);
      await lease.confirm(second.connection);
      let over: boolean | null = null;
      const asked = new MariadbRestoreWatch(server.location)
        .isOver()
        .then((answer) => (over = answer));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(over).toBeNull();
      await second.connection.run("COMMIT", []);
      expect(await asked).toBe(false);
      await lease.release();
    });
  });
}
