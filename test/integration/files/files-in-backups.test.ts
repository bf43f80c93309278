import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StartupError } from "../../../server/kernel/startup-error.js";
import type { SavedFiles } from "../../../server/persistence/backup/back-up-files.js";
import { restoreBackup } from "../../../server/persistence/backup/restore-backup.js";
import { restoreStoredFiles } from "../../../server/persistence/backup/restore-stored-files.js";
import { writeBackup } from "../../../server/persistence/backup/write-backup.js";
import type { Row } from "../../../server/persistence/database.js";
import { DiskFileStore } from "../../../server/persistence/files/disk-file-store.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { pdf, png } from "../../harness/sample-files.js";
import { createTestLocation } from "../../harness/test-database.js";
import { CaseDriver } from "../cases/case-driver.js";
import { UploadDesk } from "./upload-desk.js";

let driver: CaseDriver;
let desk: UploadDesk;
let folder: string;
const letter = pdf(600_000);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-backup-"));
  driver = await CaseDriver.start();
  desk = new UploadDesk(driver.api);
  const { id: instanceId } = await driver.start("001");
  const client = await driver.as("pemohon");
  const files = [
    await desk.upload(client, "a.pdf", letter),
    await desk.upload(client, "b.png", png),
  ];
  await driver.mutate("pemohon", "commentOnInstance", { instanceId, files }, "instance { id }");
  // Not attached yet, and not even whole.
  await desk.upload(client, "c.pdf", pdf(10));
  const { address } = await desk.create(client, "d.pdf", 500);
  await desk.put(client, address, pdf(100));
});

afterAll(async () => {
  await driver.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function backUp(name: string): Promise<{ file: string; saved: SavedFiles | null }> {
  const file = join(folder, name);
  let saved: SavedFiles | null = null;
  const onSaved = (summary: SavedFiles): void => void (saved = { ...summary });
  const files = { store: driver.api.files.store, onSaved };
  await writeBackup(driver.api.location, file, new Date(0), files);
  return { file, saved };
}

test("files go along with a backup, into another database and another store, once", async () => {
  const { file, saved } = await backUp("whole.jsonl.gz");
  expect(saved).toEqual({
    saved: 3,
    bytes: letter.length + png.length + pdf(10).length,
    missing: 0,
  });
  const place = await createTestLocation();
  const store = new DiskFileStore(join(folder, "restored"));
  try {
    const restored: unknown[] = [];
    const beforeSwap = async (): Promise<void> =>
      void restored.push(await restoreStoredFiles(file, store));
    await restoreBackup(place.location, file, { beforeSwap });
    await restoreBackup(place.location, file, { beforeSwap, replace: true });
    expect(restored).toEqual([
      { written: 3, present: 0, areThere: true },
      { written: 0, present: 3, areThere: true },
    ]);
    const database = await openDatabase(place.location);
    const rows = await database.reader.all<Row & { name: string; store_key: string }>(
      "SELECT name, store_key FROM stored_file WHERE state = 'ATTACHED' ORDER BY name",
      [],
    );
    await database.close();
    expect(rows.map(({ name }) => name)).toEqual(["a.pdf", "b.png"]);
    const key = rows[0]?.store_key ?? "";
    const object = `objects/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
    expect((await buffer(await store.read(object))).equals(letter)).toBe(true);
  } finally {
    await place.drop();
  }
});

test("a backup whose files are damaged is refused, and the database is as it was", async () => {
  const { file } = await backUp("sound.jsonl.gz");
  const lines = gunzipSync(readFileSync(file)).toString().split("\n");
  const spoilt = (change: (line: string) => string | null): string => {
    const path = join(folder, `spoilt-${Math.random()}.gz`);
    writeFileSync(
      path,
      gzipSync(
        lines
          .map(change)
          .filter((line) => line !== null)
          .join("\n"),
      ),
    );
    return path;
  };
  const isBytes = (line: string): boolean => line.startsWith('{"bytes"');
  const isFile = (line: string): boolean => line.startsWith('{"file"');
  for (const path of [
    spoilt((line) => (isBytes(line) ? null : line)),
    spoilt((line) => (isFile(line) || isBytes(line) ? null : line)),
    spoilt((line) => (isFile(line) ? line.replace("objects/", "objects/../../") : line)),
  ]) {
    const place = await createTestLocation();
    const store = new DiskFileStore(mkdtempSync(join(folder, "store-")));
    const beforeSwap = async (): Promise<void> => void (await restoreStoredFiles(path, store));
    await expect(restoreBackup(place.location, path, { beforeSwap })).rejects.toThrow(StartupError);
    const database = await openDatabase(place.location);
    expect(await database.reader.all("SELECT id FROM person", [])).toEqual([]);
    await database.close();
    await place.drop();
  }
});

test("what the store has lost is counted and stops no backup; a backup without files says so", async () => {
  const [first = ""] = (await desk.stored()).filter((name) => name.startsWith("objects/"));
  await driver.api.files.store.remove(first);
  const { saved } = await backUp("lossy.jsonl.gz");
  expect(saved).toMatchObject({ saved: 2, missing: 1 });
  const without = join(folder, "without.jsonl.gz");
  await writeBackup(driver.api.location, without, new Date(0));
  const store = new DiskFileStore(join(folder, "none"));
  expect(await restoreStoredFiles(without, store)).toEqual({
    written: 0,
    present: 0,
    areThere: false,
  });
});
