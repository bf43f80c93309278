import { afterAll, beforeAll, expect, test } from "vitest";
import { migrations } from "../../../migrations/migrations.js";
import { migrate } from "../../../server/persistence/migration/migrate.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { openSchemaConnection } from "../../../server/persistence/open-schema-connection.js";
import { createTestLocation, type TestLocation } from "../../harness/test-database.js";

let place: TestLocation;
beforeAll(async () => {
  place = await createTestLocation();
});
afterAll(() => place?.drop());

test("cases that were open before calendars could change follow the first that does", async () => {
  const { connection, close } = await openSchemaConnection(place.location);
  const before = migrations.findIndex(({ name }) => name.startsWith("0009"));
  await migrate(connection, migrations.slice(0, before));
  const instance = (status: string, endedAt: string) => `INSERT INTO instance (sop_id, version_id,
    office_id, version, status, requester_name, started_at, ended_at, last_event_at, state, head_hash)
    VALUES (1, 1, 1, 1, '${status}', 'Nur', 1, ${endedAt}, 1, '{}', 'x')`;
  const rows = [
    "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
    "INSERT INTO sop (office_id, title, created_at) VALUES (1, 'S', 1)",
    `INSERT INTO sop_version (sop_id, ordinal, status, revision, document, created_at, updated_at)
      VALUES (1, 1, 'ENACTED', 1, '{}', 1, 1)`,
    instance("RUNNING", "NULL"),
    instance("HELD", "NULL"),
    instance("COMPLETED", "5"),
  ];
  for (const sql of rows) await connection.run(sql, []);
  await close();
  const database = await openDatabase(place.location);
  try {
    const found = await database.reader.all(
      "SELECT status, calendar_stamp AS stamp FROM instance ORDER BY id",
      [],
    );
    expect(found).toEqual([
      { status: "RUNNING", stamp: 0 },
      { status: "HELD", stamp: 0 },
      { status: "COMPLETED", stamp: null },
    ]);
  } finally {
    await database.close();
  }
});
