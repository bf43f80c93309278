import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrations } from "../../../migrations/migrations.js";
import { restoreBackup } from "../../../server/persistence/backup/restore-backup.js";
import { writeBackup } from "../../../server/persistence/backup/write-backup.js";
import { migrate } from "../../../server/persistence/migration/migrate.js";
import { migrationsCurrent } from "../../../server/persistence/migrations-current.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { openSchemaConnection } from "../../../server/persistence/open-schema-connection.js";
import { findAuditFault } from "../../../server/runtime/audit-trail.js";
import { recordRestore } from "../../../server/runtime/record-restore.js";
import { createTestLocation, type TestLocation } from "../../harness/test-database.js";

let folder: string;
let file: string;
let places: TestLocation[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alur-older-"));
  file = join(folder, "backup.jsonl.gz");
  places = [];
});
afterEach(async () => {
  for (const place of places) await place.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyPlace(): Promise<TestLocation> {
  const place = await createTestLocation();
  places.push(place);
  return place;
}

/** A backup as the program of the first migration made it. */
async function writeOldBackup(): Promise<void> {
  const { location } = await emptyPlace();
  const { connection, close } = await openSchemaConnection(location);
  await migrate(connection, migrations.slice(0, 1));
  const rows = [
    "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
    "INSERT INTO sop (office_id, title, created_at) VALUES (1, 'Lama', 1)",
    `INSERT INTO sop_version (sop_id, ordinal, status, draft_slot, revision, document, created_at,
      updated_at) VALUES (1, 1, 'DRAFT', 1, 2, '{}', 1, 2)`,
    "INSERT INTO draft_edit (version_id, revision, at, edits) VALUES (1, 2, 2, '[]')",
  ];
  for (const sql of rows) await connection.run(sql, []);
  await close();
  await writeBackup(location, file, new Date(0));
}

test("a backup of before a migration is restored, and goes through the migration", async () => {
  await writeOldBackup();
  const place = await emptyPlace();
  expect(await restoreBackup(place.location, file)).toBe(4);
  const database = await openDatabase(place.location);
  try {
    expect(await migrationsCurrent(database)).toBe(true);
    const { reader } = database;
    expect(await reader.all("SELECT title FROM sop", [])).toEqual([{ title: "Lama" }]);
    expect(await reader.all("SELECT edits, inverse FROM draft_edit", [])).toEqual([
      { edits: "[]", inverse: null },
    ]);
    expect(await reader.all("SELECT no FROM version_action", [])).toEqual([]);
  } finally {
    await database.close();
  }
});

test("each restore is the last entry of the audit trail, whose chain goes on from the backup's", async () => {
  await writeOldBackup();
  const place = await emptyPlace();
  const restored = (from: string, options: { replace: boolean }, now: number) =>
    restoreBackup(place.location, from, {
      ...options,
      afterLoad: (connection) => recordRestore(connection, from, () => now),
    });
  await restored(file, { replace: false }, 5000);
  const second = join(folder, "second.jsonl.gz");
  await writeBackup(place.location, second, new Date(6000));
  await restored(second, { replace: true }, 7000);
  const database = await openDatabase(place.location);
  try {
    const { reader } = database;
    const entries = await reader.all(
      `SELECT seq, at, actor_type AS type, actor_name AS who, action, subject_type AS about,
        subject_name AS name, changes FROM audit_entry ORDER BY seq`,
      [],
    );
    const act = { type: "SYSTEM", who: "restore", action: "DATABASE_RESTORED", about: "Database" };
    const changes = (name: string, madeAt: string) =>
      JSON.stringify([
        { field: "backupFile", before: null, after: name },
        { field: "backupMadeAt", before: null, after: madeAt },
      ]);
    expect(entries).toEqual([
      {
        ...{ ...act, seq: 1, at: 5000, name: "backup.jsonl.gz" },
        changes: changes("backup.jsonl.gz", "1970-01-01T00:00:00.000Z"),
      },
      {
        ...{ ...act, seq: 2, at: 7000, name: "second.jsonl.gz" },
        changes: changes("second.jsonl.gz", "1970-01-01T00:00:06.000Z"),
      },
    ]);
    expect(await findAuditFault(reader)).toEqual({ entries: 2, fault: null });
  } finally {
    await database.close();
  }
});
