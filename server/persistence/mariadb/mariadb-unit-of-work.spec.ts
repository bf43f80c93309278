import { expect, test, vi } from "vitest";
import { systemContext } from "../../kernel/system-context.js";
import { maxRestarts } from "../lost-race.js";
import type { MariadbSource } from "./mariadb-data-source.js";
import { MariadbUnitOfWork } from "./mariadb-unit-of-work.js";
import { type UnitFrame, unitFrame } from "./unit-frame.js";

const ctx = systemContext("test", () => 0);
const deadlock = { errno: 1213, code: "ER_LOCK_DEADLOCK" };

/** A pool whose statements fail as `failure` says; it keeps what was sent. */
function poolOf(
  failure: (sql: string, sent: readonly string[]) => object | null,
  frame: UnitFrame = unitFrame(false),
) {
  const begin = `${frame.begin.join(";")};`;
  const sent: string[] = [];
  let taken = 0;
  const connection = {
    query(sql: string, done: (error: Error | null, result?: unknown) => void) {
      const found = failure(sql, sent);
      sent.push(sql);
      if (found) done(Object.assign(new Error("no"), { sqlMessage: "no" }, found));
      else if (!sql.startsWith(begin)) done(null, {});
      else done(null, [...frame.begin.map(() => ({})), { affectedRows: 1, insertId: 0 }]);
    },
    release: () => (taken -= 1),
    destroy: () => (taken -= 1),
  };
  const pool = {
    getConnection(done: (error: null, connection: object) => void) {
      taken += 1;
      done(null, connection);
    },
  };
  const source = { pool, source: {}, frame } as unknown as MariadbSource;
  return { source, sent, taken: () => taken };
}

const times = (sent: readonly string[], sql: string): number =>
  sent.filter((one) => one === sql).length;

test.each([
  ["a deadlock or a failed certification", deadlock],
  ["a lock that was waited for too long", { errno: 1205, code: "ER_LOCK_WAIT_TIMEOUT" }],
  ["a row that changed under a snapshot", { errno: 1020, code: "ER_CHECKREAD" }],
  ["a node that is not ready", { errno: 1047, code: "ER_UNKNOWN_COM_ERROR" }],
])("a COMMIT that fails with %s starts the whole unit again", async (_what, error) => {
  const pool = poolOf((sql, sent) =>
    sql === "COMMIT" && times(sent, "COMMIT") < 2 ? error : null,
  );
  const told = vi.fn<() => void>();
  let runs = 0;
  const result = await new MariadbUnitOfWork(pool.source).run(ctx, async (tx) => {
    runs += 1;
    await tx.run("UPDATE a SET b = 1", []);
    tx.afterCommit(told);
    return runs;
  });
  expect([result, runs]).toEqual([3, 3]);
  expect(told).toHaveBeenCalledTimes(1);
  const attempt = ["BEGIN;UPDATE a SET b = 1", "COMMIT"];
  expect(pool.sent).toEqual([...attempt, "ROLLBACK", ...attempt, "ROLLBACK", ...attempt]);
  expect(pool.taken()).toBe(0);
});

test("a unit that was broken off between its statements starts again, whatever it makes of the error", async () => {
  const pool = poolOf((sql, sent) =>
    sql === "UPDATE c SET d = 1" && times(sent, sql) < 1 ? deadlock : null,
  );
  let runs = 0;
  await new MariadbUnitOfWork(pool.source).run(ctx, async (tx) => {
    runs += 1;
    await tx.run("UPDATE a SET b = 1", []);
    await tx.run("UPDATE c SET d = 1", []).catch(() => undefined);
  });
  expect(runs).toBe(2);
  expect(times(pool.sent, "COMMIT")).toBe(1);
});

test("a COMMIT that never comes through is refused as a conflict, with a bound", async () => {
  const pool = poolOf((sql) => (sql === "COMMIT" ? deadlock : null));
  const done = new MariadbUnitOfWork(pool.source).run(ctx, (tx) =>
    tx.run("UPDATE a SET b = 1", []),
  );
  await expect(done).rejects.toMatchObject({ name: "Refusal", code: "CONFLICT" });
  expect(times(pool.sent, "COMMIT")).toBe(maxRestarts + 1);
  expect(pool.taken()).toBe(0);
});

test("a COMMIT whose answer is lost may have been done, and is not done again", async () => {
  const pool = poolOf((sql) =>
    sql === "COMMIT" ? { code: "PROTOCOL_CONNECTION_LOST", fatal: true } : null,
  );
  let runs = 0;
  const done = new MariadbUnitOfWork(pool.source).run(ctx, async (tx) => {
    runs += 1;
    await tx.run("UPDATE a SET b = 1", []);
  });
  await expect(done).rejects.toMatchObject({ code: "PROTOCOL_CONNECTION_LOST" });
  expect(runs).toBe(1);
});

test("on a cluster, a unit that was rolled back under its own statements is not committed, and starts again", async () => {
  const { begin, commit, rollback } = unitFrame(true);
  const gone = { errno: 1305, code: "ER_SP_DOES_NOT_EXIST" };
  const pool = poolOf(
    (sql, sent) => (sql === commit && times(sent, commit) < 1 ? gone : null),
    unitFrame(true),
  );
  const { changes } = await new MariadbUnitOfWork(pool.source).run(ctx, (tx) =>
    tx.run("UPDATE a SET b = 1", []),
  );
  expect(changes).toBe(1);
  const attempt = [[...begin, "UPDATE a SET b = 1"].join(";"), commit];
  expect(pool.sent).toEqual([...attempt, rollback, ...attempt]);
  // The commit comes only behind the release, and the session is as it was for whoever has it next.
  expect(commit).toMatch(/^RELEASE SAVEPOINT .*; COMMIT; SET autocommit = 1$/);
  expect(pool.taken()).toBe(0);
});
