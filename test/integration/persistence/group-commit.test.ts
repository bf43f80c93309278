import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Context } from "../../../server/kernel/context.js";
import { Refusal } from "../../../server/kernel/refusal.js";
import type { Database, Tx } from "../../../server/persistence/database.js";
import { openSqliteDatabase } from "../../../server/persistence/sqlite/sqlite-database.js";
import type { SqliteUnitOfWork } from "../../../server/persistence/sqlite/sqlite-unit-of-work.js";

// What only the embedded database does. It needs no server, so it runs with either.

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};
const insertOffice = "INSERT INTO office (code, name, time_zone) VALUES (?, 'x', 'y')";

let dataDir: string;
let database: Database;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "alur-test-"));
  database = await openSqliteDatabase(dataDir, { maxBatch: 8, hangsAfterMs: 100 });
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.unitOfWork.run(ctx, work);
const add = (code: string) => run((tx) => tx.run(insertOffice, [code]));
const commits = (): number => (database.unitOfWork as SqliteUnitOfWork).commits;
const count = async (): Promise<unknown> =>
  (await database.reader.get("SELECT COUNT(*) AS n FROM office", []))?.["n"];

test("units that wait share commits, as many as a batch takes, in their order", async () => {
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      run(async (tx) => {
        await tx.run(insertOffice, [`c${n}`]);
        order.push(n);
      }),
    ),
  );
  expect(commits()).toBe(3);
  expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  await expect(count()).resolves.toBe(20);
});

test("nobody is answered before the commit that holds their work", async () => {
  const other = new BetterSqlite3(join(dataDir, "alur.db"), { readonly: true });
  const visible = other.prepare("SELECT COUNT(*) FROM office WHERE code = ?").pluck();
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      await add(`c${n}`);
      expect(visible.get(`c${n}`)).toBe(1);
    }),
  );
  other.close();
});

test("a unit that awaits something else fails, and those behind it go on", async () => {
  const before = add("before");
  let late: unknown = null;
  const hung = run(async (tx) => {
    await tx.run(insertOffice, ["hung"]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    late = await tx.run(insertOffice, ["late"]).catch((error: unknown) => error);
  });
  const after = add("after");
  await expect(hung).rejects.toThrow(/await nothing but its transaction/);
  await before;
  await after;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(late).toBeInstanceOf(Error);
  await expect(count()).resolves.toBe(2);
});

test("when SQLite itself ends the transaction, the whole batch runs again", async () => {
  const tries: string[] = [];
  const units = ["a", "b", "c"].map((code) =>
    run(async (tx) => {
      tries.push(code);
      await tx.run(insertOffice, [code]);
      // What a full disk or an I/O error does by itself.
      if (code === "b" && tries.length === 2) await tx.run("ROLLBACK", []);
      if (code === "b" && tries.length === 2) throw new Error("disk full");
    }),
  );
  await Promise.all(units);
  expect(tries).toEqual(["a", "b", "a", "b", "c"]);
  await expect(count()).resolves.toBe(3);
});

test("a commit that never succeeds fails the unit at fault and no other", async () => {
  const orphan =
    "INSERT INTO `position` (office_id, code, name, is_head) VALUES (999, 'p', 'p', 0)";
  const deferred = run(async (tx) => {
    await tx.manager.query("PRAGMA defer_foreign_keys = ON");
    await tx.run(orphan, []);
  });
  const settled = await Promise.allSettled([add("a"), deferred, add("b")]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await add("c");
  await expect(count()).resolves.toBe(3);
});

test("a refusal that rests on what was never committed is thought over again", async () => {
  let tries = 0;
  const lost = run(async (tx) => {
    await tx.run(insertOffice, ["a"]);
    // Only the commit finds out.
    await tx.manager.query("PRAGMA defer_foreign_keys = ON");
    await tx.run(
      "INSERT INTO `position` (office_id, code, name, is_head) VALUES (999, 'p', 'p', 0)",
      [],
    );
  });
  const refused = run(async (tx) => {
    tries += 1;
    const found = await tx.get("SELECT id FROM office WHERE code = 'a'", []);
    if (found) throw new Refusal("DUPLICATE_NUMBER");
    return "free";
  });
  const settled = await Promise.allSettled([lost, refused]);
  expect(settled).toMatchObject([{ status: "rejected" }, { status: "fulfilled", value: "free" }]);
  expect(tries).toBe(2);
});

test("a refusal is answered after the commit that it shares", async () => {
  const order: string[] = [];
  const slow = run(async (tx) => {
    await tx.run(insertOffice, ["a"]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    order.push("last unit");
  });
  const refused = run(async () => {
    throw new Refusal("FORBIDDEN");
  }).catch(() => order.push("refused"));
  const behind = run(async (tx) => {
    await tx.get("SELECT 1 AS one", []);
    await new Promise((resolve) => setTimeout(resolve, 30));
    order.push("last unit");
  });
  await Promise.all([slow, refused, behind]);
  expect(order).toEqual(["last unit", "last unit", "refused"]);
});

test("one caller after another leaves the event loop to others", async () => {
  let fired = false;
  setTimeout(() => (fired = true), 0);
  for (let n = 0; n < 50; n += 1) await add(`c${n}`);
  expect(fired).toBe(true);
});

test("closing waits for the units that were taken and takes no more", async () => {
  const units = Array.from({ length: 20 }, (_, n) => add(`c${n}`));
  const closing = database.close();
  await expect(add("late")).rejects.toThrow("closed");
  await Promise.all(units);
  await closing;
  database = await openSqliteDatabase(dataDir);
  await expect(count()).resolves.toBe(20);
});
