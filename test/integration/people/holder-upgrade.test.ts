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

test("holders of before Plt. and Plh. were told apart are still there afterwards", async () => {
  const { connection, close } = await openSchemaConnection(place.location);
  await migrate(connection, migrations.slice(0, 2));
  const rows = [
    "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
    "INSERT INTO `position` (office_id, code, name, is_head) VALUES (1, 'a.k', 'Kepala', 1)",
    `INSERT INTO person (office_id, username, name, locale, must_change_password, created_at)
      VALUES (1, 'ani', 'Ani', 'id', 0, 1)`,
    `INSERT INTO position_holder (position_id, person_id, acting, valid_from, valid_until)
      VALUES (1, 1, 1, 5, 9)`,
  ];
  for (const sql of rows) await connection.run(sql, []);
  await close();
  const database = await openDatabase(place.location);
  try {
    const { reader } = database;
    expect(await reader.all("SELECT * FROM position_holder", [])).toEqual([
      {
        id: 1,
        position_id: 1,
        person_id: 1,
        acting: 1,
        valid_from: 5,
        valid_until: 9,
        acting_as: null,
        stands_in_for: null,
        leave_id: null,
        appointed_by: null,
        appointed_at: null,
        changed_by: null,
        changed_at: null,
      },
    ]);
    expect(await reader.get("SELECT holders_revision FROM position", [])).toEqual({
      holders_revision: null,
    });
    expect(await reader.all("SELECT * FROM leave_report", [])).toEqual([]);
  } finally {
    await database.close();
  }
});
