import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Context } from "../../../server/kernel/context.js";
import { releaseLease, takeLease } from "../../../server/persistence/lease.js";
import { openTestDatabase } from "../../harness/test-database.js";

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};

test("a lease has one owner, who may prolong it, until it is released or runs out", async () => {
  const { database, drop } = await openTestDatabase();
  const take = (owner: string, forMs: number) =>
    database.unitOfWork.run(ctx, (tx) => takeLease(tx, database.dialect, "work", owner, forMs));
  const owners = Array.from({ length: 10 }, (_, n) => `server ${n}`);
  const taken = await Promise.all(owners.map((owner) => take(owner, 60_000)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  const winner = owners[taken.indexOf(true)] ?? "";
  const other = owners[taken.indexOf(false)] ?? "";

  await expect(take(winner, 60_000)).resolves.toBe(true);
  await database.unitOfWork.run(ctx, (tx) => releaseLease(tx, "work", other));
  await expect(take(other, 60_000)).resolves.toBe(false);
  await database.unitOfWork.run(ctx, (tx) => releaseLease(tx, "work", winner));
  await expect(take(other, 20)).resolves.toBe(true);
  await sleep(60);
  await expect(take(winner, 20)).resolves.toBe(true);
  await expect(
    database.reader.get("SELECT attempt FROM lease WHERE name = 'work'", []),
  ).resolves.toEqual({
    attempt: 3,
  });
  await drop();
});
