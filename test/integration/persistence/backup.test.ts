import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrations } from "../../../migrations/migrations.js";
import type { Context } from "../../../server/kernel/context.js";
import { StartupError } from "../../../server/kernel/startup-error.js";
import { restoreBackup } from "../../../server/persistence/backup/restore-backup.js";
import { dataTables } from "../../../server/persistence/backup/table-catalogue.js";
import { writeBackup } from "../../../server/persistence/backup/write-backup.js";
import type { Database, Row } from "../../../server/persistence/database.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import {
  createTestLocation,
  openTestDatabase,
  type TestDatabase,
  type TestLocation,
} from "../../harness/test-database.js";

const ctx: Context = {
  actor: { type: "SYSTEM", name: "test" },
  locale: "en",
  requestId: "test",
  now: () => 0,
};
const madeAt = new Date(0);

let folder: string;
let file: string;
let source: TestDatabase;
let places: TestLocation[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-backup-"));
  file = join(folder, "backup.jsonl.gz");
  places = [];
  source = await openTestDatabase();
  await fill(source.database);
});
afterEach(async () => {
  await source.drop();
  for (const place of places) await place.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** 250 cases, each under the one before it, and whatever text might be spoilt on the way. */
async function fill({ unitOfWork }: Database): Promise<void> {
  await unitOfWork.run(ctx, async (tx) => {
    const office = await tx.run(
      "INSERT INTO office (code, name, time_zone) VALUES ('a', ?, 'Asia/Jakarta')",
      ["Dinas 🏛️ \u202Eabc' \\ \" \n \u0000 NULL"],
    );
    // A word of MariaDB's SQL, which the backup must quote.
    await tx.run(
      "INSERT INTO `position` (office_id, code, name, is_head) VALUES (?, 'p', 'P', 0)",
      [office.insertId],
    );
    const sop = await tx.run(
      "INSERT INTO sop (office_id, number, title, created_at) VALUES (?, NULL, 'T', 9007199254740991)",
      [office.insertId],
    );
    const version = await tx.run(
      "INSERT INTO sop_version (sop_id, ordinal, status, revision, document, created_at, updated_at) VALUES (?, 1, 'ENACTED', 1, ?, 0, 0)",
      [sop.insertId, JSON.stringify({ text: "x".repeat(200_000) })],
    );
    let parent: number | null = null;
    for (let n = 0; n < 250; n += 1) {
      const params = [sop.insertId, version.insertId, office.insertId, parent];
      const started = await tx.run(
        "INSERT INTO instance (sop_id, version_id, office_id, parent_instance_id, version, status, requester_name, started_at, last_event_at, state, head_hash) VALUES (?, ?, ?, ?, 1, 'RUNNING', 'R', 0, 0, '{}', '')",
        params,
      );
      await tx.run(
        "INSERT INTO history_entry (instance_id, seq, at, actor_type, actor_name, command, events, hash) VALUES (?, 1, -1, 'SYSTEM', 's', 'start', '[]', '')",
        [started.insertId],
      );
      parent = started.insertId;
    }
  });
}

async function contents({ reader }: Database): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const table of dataTables) {
    all[table] = await reader.all(`SELECT * FROM ${table} ORDER BY 1, 2`, []);
  }
  return all;
}

async function emptyPlace(): Promise<TestLocation> {
  const place = await createTestLocation();
  places.push(place);
  return place;
}

async function withDatabase<T>(
  { location }: TestLocation,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(location);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe("a backup", () => {
  test("made while the server runs restores to the same rows, keys going on from there", async () => {
    await expect(writeBackup(source.location, file, madeAt)).resolves.toBe(504);
    const place = await emptyPlace();
    await expect(restoreBackup(place.location, file)).resolves.toBe(504);
    await withDatabase(place, async (database) => {
      await expect(contents(database)).resolves.toEqual(await contents(source.database));
      const { insertId } = await database.unitOfWork.run(ctx, (tx) =>
        tx.run("INSERT INTO office (code, name, time_zone) VALUES ('b', 'B', 'x')", []),
      );
      const offices = await source.database.reader.all("SELECT id FROM office", []);
      expect(insertId).toBeGreaterThan(Math.max(...offices.map((row) => Number(row["id"]))));
    });
  });

  test("is of one instant, whatever is written meanwhile", async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await source.database.unitOfWork.run(ctx, async (tx) => {
          await tx.run("UPDATE instance SET version = version + 1", []);
          await tx.run("UPDATE history_entry SET at = at + 1", []);
        });
      }
    })();
    try {
      await writeBackup(source.location, file, madeAt);
    } finally {
      writing = false;
      await writer;
    }
    const place = await emptyPlace();
    await restoreBackup(place.location, file);
    await withDatabase(place, async ({ reader }) => {
      const together = await reader.all(
        "SELECT DISTINCT i.version - h.at AS apart FROM instance i JOIN history_entry h ON h.instance_id = i.id",
        [],
      );
      expect(together).toEqual([{ apart: 2 }]);
      await expect(reader.all("SELECT DISTINCT version FROM instance", [])).resolves.toHaveLength(
        1,
      );
    });
  });

  test("is readable by its owner only, takes no other's place, and leaves no half", async () => {
    await writeBackup(source.location, file, madeAt);
    await expect(writeBackup(source.location, file, madeAt)).rejects.toThrow(StartupError);
    expect(readdirSync(folder)).toEqual(["backup.jsonl.gz"]);
    const [header] = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    expect(JSON.parse(header ?? "")).toEqual({
      format: "alur-backup",
      version: 1,
      madeAt: "1970-01-01T00:00:00.000Z",
      migrations: migrations.map(({ name }) => name),
    });
  });
});

describe("a restore", () => {
  test("changes nothing where a server does not let go of the database", async () => {
    await writeBackup(source.location, file, madeAt);
    await source.database.unitOfWork.run(ctx, (tx) =>
      tx.run("UPDATE office SET name = 'Since'", []),
    );
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    const options = { replace: true, patienceMs: 300, tell };
    await expect(restoreBackup(source.location, file, options)).rejects.toThrow(/did not let go/);
    expect(told).toHaveLength(1);
    const { reader } = source.database;
    await expect(reader.all("SELECT name FROM office", [])).resolves.toEqual([{ name: "Since" }]);
    const place = await emptyPlace();
    await expect(restoreBackup(place.location, file)).resolves.toBe(504);
  });

  test("takes the place of what is there only when told so", async () => {
    await writeBackup(source.location, file, madeAt);
    const place = await emptyPlace();
    await withDatabase(place, async (database) => {
      await fill(database);
      await database.unitOfWork.run(ctx, (tx) => tx.run("UPDATE office SET name = 'Old'", []));
    });
    await expect(restoreBackup(place.location, file)).rejects.toThrow(/--replace/);
    await withDatabase(place, async ({ reader }) => {
      await expect(reader.all("SELECT name FROM office", [])).resolves.toEqual([{ name: "Old" }]);
    });
    await restoreBackup(place.location, file, { replace: true });
    await withDatabase(place, async (database) => {
      await expect(contents(database)).resolves.toEqual(await contents(source.database));
    });
  });

  test.each<[string, (whole: string) => Buffer]>([
    ["no gzip", (whole) => Buffer.from(whole)],
    ["cut off", (whole) => gzipSync(whole).subarray(0, 2000)],
    ["without its end", (whole) => gzipSync(whole.slice(0, whole.lastIndexOf('{"rows"')))],
    ["with a row lost", (whole) => gzipSync(whole.replace(/\[\d+,1,-1,.*\n/, ""))],
    ["of another format", () => gzipSync('{"format":"other","migrations":[]}\n')],
    ["with a column that is SQL", (whole) => gzipSync(whole.replace('"time_zone"', '"x) --"'))],
    ["with a column that is unknown", (whole) => gzipSync(whole.replace('"time_zone"', '"zone"'))],
    [
      "with a row that belongs to none",
      (whole) => gzipSync(whole.replace(/\[(\d+),\d+,"p"/, '[$1,99,"p"')),
    ],
    ["with an unknown table", (whole) => gzipSync(whole.replace('"office"', '"lease"'))],
    ["of a newer version", (whole) => gzipSync(whole.replace("0001-initial", "9000-next"))],
    ["of a newer format", (whole) => gzipSync(whole.replace('"version":1', '"version":2'))],
  ])("of a file %s is refused and changes nothing", async (_what, spoil) => {
    await writeBackup(source.location, file, madeAt);
    const spoilt = join(folder, "spoilt");
    writeFileSync(spoilt, spoil(gunzipSync(readFileSync(file)).toString("utf8")));
    const place = await emptyPlace();
    await expect(restoreBackup(place.location, spoilt, { replace: true })).rejects.toThrow(
      StartupError,
    );
    await withDatabase(place, async ({ reader }) => {
      await expect(reader.all("SELECT * FROM office", [])).resolves.toEqual([]);
    });
  });

  test("of a file that is not there says so", async () => {
    const place = await emptyPlace();
    const missing = join(folder, "none");
    await expect(restoreBackup(place.location, missing, { replace: true })).rejects.toThrow(
      /Cannot read/,
    );
    expect(existsSync(missing)).toBe(false);
  });
});
