import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../server/kernel/context.js";
import { loggableError } from "../../../server/kernel/loggable-error.js";
import type { Tx } from "../../../server/persistence/database.js";
import { openSchemaConnection } from "../../../server/persistence/open-schema-connection.js";
import { UniqueViolation } from "../../../server/persistence/unique-violation.js";
import { openTestDatabase, type TestDatabase } from "../../harness/test-database.js";

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};
const insertOffice = "INSERT INTO office (code, name, time_zone) VALUES (?, ?, 'y')";
const brokenInsert = "INSERT INTO office (code, nothing, time_zone) VALUES (?, ?, 'y')";
const secret = "rahasia for key 'office.uq_none'";

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.drop());

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => {
      throw new Error("It should have failed");
    },
    (error: unknown) => error,
  );
const run = (work: (tx: Tx) => Promise<unknown>) => opened.database.unitOfWork.run(ctx, work);

const shown = (error: unknown): string =>
  inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(loggableError(error));

test.each<[string, () => Promise<unknown>]>([
  ["a write", () => run((tx) => tx.run(brokenInsert, [secret, secret]))],
  ["a batch", () => run((tx) => tx.batch([{ sql: brokenInsert, params: [secret, secret] }]))],
  [
    "a syntax error, which is told with the text around it",
    () => run((tx) => tx.run("UPDATE office SET name = ? WHERE AND", [secret])),
  ],
  ["a read", () => opened.database.reader.all("SELECT ? FROM nothing", [secret])],
  ["TypeORM's write", () => run((tx) => tx.manager.query(brokenInsert, [secret, secret]))],
  [
    "a restore's write",
    async () => {
      const { connection, close } = await openSchemaConnection(opened.location);
      await connection.run(brokenInsert, [secret, secret]).finally(close);
    },
  ],
])("an error of %s shows no value", async (_which, work) => {
  const error = await failureOf(work());
  expect(error).toBeInstanceOf(Error);
  expect(shown(error)).not.toContain("rahasia");
  expect(loggableError(error).code).toMatch(/^(ER_|SQLITE_)/);
});

test("a second row is told by its key, whatever its values look like", async () => {
  const twice = run((tx) =>
    tx.batch([
      { sql: insertOffice, params: [secret, "a"] },
      { sql: insertOffice, params: [secret, "b"] },
    ]),
  );
  const error = await failureOf(twice);
  expect(error).toBeInstanceOf(UniqueViolation);
  expect(error).toMatchObject({ constraint: "uq_office_code" });
  expect(shown(error)).not.toContain("rahasia");
});
