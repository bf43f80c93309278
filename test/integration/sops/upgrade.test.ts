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

test("drafts, saves and notes of before the histories are still there afterwards", async () => {
  const { connection, close } = await openSchemaConnection(place.location);
  await migrate(connection, migrations.slice(0, 1));
  const rows = [
    "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
    "INSERT INTO sop (office_id, title, created_at) VALUES (1, 'Lama', 1)",
    `INSERT INTO sop_version (sop_id, ordinal, status, draft_slot, revision, document, created_at,
      updated_at) VALUES (1, 1, 'DRAFT', 1, 2, '{}', 1, 2)`,
    "INSERT INTO draft_edit (version_id, revision, at, edits) VALUES (1, 2, 2, '[]')",
    `INSERT INTO review_note (version_id, target_type, target_key, text, created_at)
      VALUES (1, 'FIELD', 'number', 'Benarkah?', 1)`,
  ];
  for (const sql of rows) await connection.run(sql, []);
  await close();
  // Opening it is what a new server does: the rest of the migrations run.
  const database = await openDatabase(place.location);
  try {
    const { reader } = database;
    expect(
      await reader.get(
        `SELECT v.notes_revision, e.inverse, e.edits, n.created_by, n.edited_at, n.text,
          o.form_columns FROM sop_version v JOIN draft_edit e ON e.version_id = v.id
          JOIN review_note n ON n.version_id = v.id JOIN sop s ON s.id = v.sop_id
          JOIN office o ON o.id = s.office_id`,
        [],
      ),
    ).toEqual({
      notes_revision: null,
      inverse: null,
      edits: "[]",
      created_by: null,
      edited_at: null,
      text: "Benarkah?",
      form_columns: null,
    });
    for (const table of ["version_action", "draft_presence", "discarded_draft"]) {
      expect(await reader.all(`SELECT * FROM ${table}`, [])).toEqual([]);
    }
  } finally {
    await database.close();
  }
});
