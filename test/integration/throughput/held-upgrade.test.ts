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

const instance = (id: number, status: string, state: string): string =>
  `INSERT INTO instance (id, sop_id, version_id, office_id, version, status, title, requester_name,
    started_at, last_event_at, state, head_hash) VALUES (${id}, 1, 1, 1, 3, '${status}',
    '"heldByParent":true', 'Ani', 1, 90, '${state}', '')`;

const entry = (id: number, seq: number, at: number, command: string): string =>
  `INSERT INTO history_entry (instance_id, seq, at, actor_type, actor_name, command, events, hash)
    VALUES (${id}, ${seq}, ${at}, 'SYSTEM', 'Alur', '${command}', '[]', '')`;

test("cases that were held before are told of since when, and whether along with another", async () => {
  const { connection, close } = await openSchemaConnection(place.location);
  const before = migrations.findIndex(({ name }) => name === "0016-held-cases");
  await migrate(connection, migrations.slice(0, before));
  const rows = [
    "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
    "INSERT INTO sop (office_id, title, created_at) VALUES (1, 'S', 1)",
    `INSERT INTO sop_version (sop_id, ordinal, status, revision, document, created_at, updated_at)
      VALUES (1, 1, 'ENACTED', 1, '{}', 1, 1)`,
    instance(1, "RUNNING", '{"status":"RUNNING"}'),
    instance(2, "HELD", '{"status":"HELD"}'),
    instance(3, "HELD", '{"status":"HELD","heldByParent":true}'),
    instance(4, "COMPLETED", '{"status":"COMPLETED"}'),
    entry(1, 1, 10, "HOLD"),
    entry(1, 2, 20, "RESUME"),
    entry(2, 1, 30, "HOLD"),
    entry(2, 2, 40, "RESUME"),
    entry(2, 3, 50, "HOLD"),
    entry(2, 4, 60, "COMMENT"),
    entry(3, 1, 70, "HOLD"),
    entry(4, 1, 80, "HOLD"),
  ];
  for (const sql of rows) await connection.run(sql, []);
  await close();
  const database = await openDatabase(place.location);
  try {
    const held = await database.reader.all("SELECT * FROM held_case ORDER BY instance_id", []);
    expect(held).toEqual([
      { instance_id: 2, since: 50, by_parent: 0 },
      { instance_id: 3, since: 70, by_parent: 1 },
    ]);
  } finally {
    await database.close();
  }
});
