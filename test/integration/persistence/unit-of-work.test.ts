import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../../../server/kernel/context.js";
import { Refusal } from "../../../server/kernel/refusal.js";
import type { Database, Tx } from "../../../server/persistence/database.js";
import { Office } from "../../../server/persistence/entities/office.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { UniqueViolation } from "../../../server/persistence/unique-violation.js";
import { openTestDatabase, testDialect, type TestDatabase } from "../../harness/test-database.js";

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};
const insertOffice = "INSERT INTO office (code, name, time_zone) VALUES (?, ?, 'Asia/Jakarta')";
const rename = "UPDATE office SET name = ? WHERE code = ? AND name = ?";

let opened: TestDatabase;
let database: Database;

beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
});
afterAll(() => opened?.drop());
beforeEach(() => run((tx) => tx.run("DELETE FROM office", [])));

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.unitOfWork.run(ctx, work);
const codes = async (): Promise<unknown[]> =>
  (await database.reader.all("SELECT code FROM office ORDER BY code", [])).map(
    (row) => row["code"],
  );
const add = (code: string) => run((tx) => tx.run(insertOffice, [code, code]));

describe("a unit of work", () => {
  test("is seen by readers once it has resolved, as numbers, texts and nulls", async () => {
    const { insertId } = await add("a");
    const late = 9_007_199_254_740_991;
    await run((tx) =>
      tx.run(
        "INSERT INTO session (token_hash, person_id, created_at, expires_at, last_seen_at) SELECT ?, id, 1, 2, ? FROM person",
        ["none", late],
      ),
    );
    await expect(
      database.reader.get("SELECT id, government, ? AS late, COUNT(*) AS n FROM office", [late]),
    ).resolves.toEqual({ id: insertId, government: null, late, n: 1 });
    await expect(database.reader.get("SELECT id FROM office WHERE id = -1", [])).resolves.toBe(
      undefined,
    );
  });

  test("leaves nothing behind when it throws", async () => {
    const failing = run(async (tx) => {
      await tx.run(insertOffice, ["a", "a"]);
      throw new Refusal("FORBIDDEN");
    });
    await expect(failing).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(codes()).resolves.toEqual([]);
  });

  test("keeps what was acknowledged while another rolls back around it", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = run(async (tx) => {
      await tx.run(insertOffice, ["a", "a"]);
      await held;
      throw new Error("rolled back");
    });
    const second = add("b");
    setTimeout(release, 20);
    await expect(first).rejects.toThrow("rolled back");
    await second;
    await expect(codes()).resolves.toEqual(["b"]);
  });

  test("isolates an error among many that run at once", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        run(async (tx) => {
          await tx.run(insertOffice, [`c${n}`, "x"]);
          if (n % 10 === 0) throw new Error(`fails ${n}`);
          return n;
        }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(90);
    const rows = await codes();
    expect(rows).toHaveLength(90);
    expect(rows).not.toContain("c10");
  });

  test("ends its transaction: nothing can be written through it afterwards", async () => {
    let kept: Tx | undefined;
    await run(async (tx) => {
      kept = tx;
      await tx.get("SELECT 1 AS one", []);
    });
    await expect(kept?.run(insertOffice, ["a", "a"])).rejects.toThrow("has ended");
    await expect(kept?.manager.query("SELECT 1")).rejects.toThrow("has ended");
    await expect(codes()).resolves.toEqual([]);
  });

  test("names the constraint that a second row violates, and may go on", async () => {
    await add("a");
    const seen = await run(async (tx) => {
      const error = await tx.run(insertOffice, ["a", "again"]).catch((reason: unknown) => reason);
      await tx.run(insertOffice, ["b", "b"]);
      return error;
    });
    expect(seen).toBeInstanceOf(UniqueViolation);
    expect(seen).toMatchObject({ constraint: "uq_office_code" });
    await expect(codes()).resolves.toEqual(["a", "b"]);
  });

  test("tells upper case from lower and keeps emoji and right-to-left marks", async () => {
    const name = "Dinas 🏛️ \u202Eabc' \\ \"";
    await run((tx) =>
      tx.batch([
        { sql: insertOffice, params: ["a", name] },
        { sql: insertOffice, params: ["A", "?"] },
      ]),
    );
    await expect(
      database.reader.all("SELECT name FROM office WHERE code = ?", ["a"]),
    ).resolves.toEqual([{ name }]);
  });
});

describe("a batch", () => {
  test("counts rows that were met, even where nothing differs", async () => {
    await add("a");
    const results = await run((tx) =>
      tx.batch([
        { sql: rename, params: ["a", "a", "a"], expect: 1 },
        { sql: rename, params: ["x", "a", "b"] },
        { sql: insertOffice, params: ["b", "b"], expect: 1 },
      ]),
    );
    expect(results.map(({ changes }) => changes)).toEqual([1, 0, 1]);
    expect(results[2]?.insertId).toBeGreaterThan(0);
  });

  test("with a failed expectation starts the whole work again", async () => {
    await add("a");
    let tries = 0;
    await run(async (tx) => {
      tries += 1;
      await tx.run(insertOffice, [`try${tries}`, "x"]);
      const from = tries < 3 ? "somebody else's" : "a";
      // Swallowing the error must not save what is already lost.
      await tx
        .batch([{ sql: rename, params: ["new", "a", from], expect: 1 }])
        .catch(() => undefined);
    });
    expect(tries).toBe(3);
    await expect(codes()).resolves.toEqual(["a", "try3"]);
  });

  test("that never meets its expectation is refused as a conflict, with a bound", async () => {
    let tries = 0;
    const hopeless = run((tx) => {
      tries += 1;
      return tx.batch([{ sql: rename, params: ["new", "nobody", "a"], expect: 1 }]);
    });
    await expect(hopeless).rejects.toMatchObject({ name: "Refusal", code: "CONFLICT" });
    expect(tries).toBe(21);
  });

  test("that takes a key which is taken starts again, and then finds it", async () => {
    const key = ["person:1", "m", "k"] as const;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        run(async (tx) => {
          const found = await tx.get(
            "SELECT result FROM idempotency WHERE actor = ? AND mutation = ? AND idem_key = ?",
            key,
          );
          if (found) return;
          await tx.batch([
            { sql: insertOffice, params: [`o${Math.random()}`, "x"] },
            {
              sql: "INSERT INTO idempotency (actor, mutation, idem_key, body_hash, result, created_at) VALUES (?, ?, ?, '', '{}', 0)",
              params: key,
            },
          ]);
        }),
      ),
    );
    await expect(codes()).resolves.toHaveLength(1);
  });
});

describe("a race", () => {
  test("for one conditional update has one winner", async () => {
    await add("a");
    const wins = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        run(async (tx) => (await tx.run(rename, [`winner ${n}`, "a", "a"])).changes),
      ),
    );
    expect(wins.reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  test("of read-then-write on one row loses no write", async () => {
    await run((tx) => tx.run(insertOffice, ["a", "0"]));
    await Promise.all(
      Array.from({ length: 40 }, () =>
        run(async (tx) => {
          const row = await tx.get<{ name: string }>(
            "SELECT name FROM office WHERE code = 'a'",
            [],
          );
          const name = row?.name ?? "";
          await tx.batch([
            { sql: rename, params: [String(Number(name) + 1), "a", name], expect: 1 },
          ]);
        }),
      ),
    );
    await expect(database.reader.get("SELECT name FROM office", [])).resolves.toEqual({
      name: "40",
    });
  });

  test("that crosses over (deadlocks on MariaDB) ends well for both", async () => {
    await add("a");
    await add("b");
    const swap = (from: string, to: string) =>
      run(async (tx) => {
        for (const code of [from, to]) {
          await tx.run("UPDATE office SET name = ? WHERE code = ?", [from, code]);
        }
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? swap("a", "b") : swap("b", "a"))),
    );
    const names = await database.reader.all("SELECT DISTINCT name FROM office", []);
    expect(names).toHaveLength(1);
  });
});

describe("afterCommit", () => {
  test("runs once, after the commit, and not for work that failed or started again", async () => {
    await add("a");
    const ran: string[] = [];
    let tries = 0;
    await run(async (tx) => {
      tries += 1;
      tx.afterCommit(() => ran.push(`try ${tries}`));
      const from = tries === 1 ? "nobody's" : "a";
      await tx.batch([{ sql: rename, params: ["new", "a", from], expect: 1 }]);
      expect(ran).toEqual([]);
    });
    const failed = run(async (tx) => {
      tx.afterCommit(() => ran.push("failed"));
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(ran).toEqual(["try 2"]);
  });

  test("cannot undo the unit by throwing", async () => {
    await run(async (tx) => {
      await tx.run(insertOffice, ["a", "a"]);
      tx.afterCommit(() => {
        throw new Error("from a listener (expected as a warning)");
      });
    });
    await expect(codes()).resolves.toEqual(["a"]);
  });
});

describe("TypeORM inside a unit", () => {
  test("reads and writes in the unit's transaction", async () => {
    const failing = run(async (tx) => {
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Office)
        .values({ code: "a", name: "A", government: null, timeZone: "Asia/Jakarta" })
        .execute();
      const id = inserted.identifiers[0]?.["id"] as number;
      await expect(tx.manager.findOneByOrFail(Office, { id })).resolves.toMatchObject({
        id,
        name: "A",
        government: null,
      });
      const { affected } = await tx.manager.update(Office, { id }, { name: "A" });
      expect(affected).toBe(1);
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await expect(codes()).resolves.toEqual([]);
  });

  test("cannot open a transaction of its own", async () => {
    const office = { code: "a", name: "A", government: null, timeZone: "x" };
    const saving = run((tx) => tx.manager.save(Office, office));
    await expect(saving).rejects.toThrow("opens no transaction");
    await expect(codes()).resolves.toEqual([]);
  });
});

if (testDialect === "mariadb") {
  test("a connection that breaks before the commit starts the unit again on another", async () => {
    let tries = 0;
    await run(async (tx) => {
      tries += 1;
      await tx.run(insertOffice, [`try${tries}`, "x"]);
      if (tries === 1) await tx.run("KILL CONNECTION_ID()", []).catch(() => undefined);
      await tx.get("SELECT 1 AS one", []);
    });
    expect(tries).toBe(2);
    await expect(codes()).resolves.toEqual(["try2"]);
  });
}

test("statements are counted for the one who caused them, in and outside of units", async () => {
  const count = (n: number) =>
    countStatements(async () => {
      await add(`n${n}`);
      await database.reader.manager.findBy(Office, { code: "a" });
      for (let i = 0; i < n; i += 1) await database.reader.get("SELECT 1 AS one", []);
    });
  const counted = await Promise.all([count(0), count(1), count(2)]);
  expect(counted.map(({ statements }) => statements.length)).toEqual([2, 3, 4]);
  expect(counted[0].statements[0]).toBe(insertOffice);
});
