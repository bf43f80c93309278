import { expect, test } from "vitest";
import { openTestDatabase } from "../../harness/test-database.js";

test("a fresh database has the schema", async () => {
  const { database, drop } = await openTestDatabase();
  await expect(database.reader.all("SELECT * FROM office", [])).resolves.toEqual([]);
  const ctx = {
    actor: { type: "SYSTEM", name: "t" },
    locale: "id",
    requestId: "1",
    now: () => 1,
  } as const;
  const r = await database.unitOfWork.run(ctx, (tx) =>
    tx.run("INSERT INTO office (code, name, time_zone) VALUES (?, ?, ?)", ["a", "b", "c"]),
  );
  expect(r).toEqual({ changes: 1, insertId: 1 });
  const log = await database.reader.manager.dataSource.driver.createSchemaBuilder().log();
  expect(log.upQueries.map((q) => q.query)).toEqual([]);
  await drop();
});
