import { expect, test } from "vitest";
import { clockDifference } from "../../../server/persistence/clock-difference.js";
import { openTestDatabase } from "../../harness/test-database.js";

test("tells by how much a clock is ahead of the database's, or behind it", async () => {
  const { database, drop } = await openTestDatabase();
  const hour = 3_600_000;
  // To the quarter of an hour: how long the answer takes is none of this test's business.
  const quarters = async (ahead: number): Promise<number> =>
    Math.round((await clockDifference(database, () => Date.now() + ahead)) / (hour / 4));
  expect([await quarters(hour), await quarters(-hour), (await quarters(0)) === 0]).toEqual([
    4,
    -4,
    true,
  ]);
  await drop();
});
