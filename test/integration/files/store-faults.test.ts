import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import { type FileStore, StoreFull } from "../../../server/persistence/files/file-store.js";
import { DiskFileStore } from "../../../server/persistence/files/disk-file-store.js";
import { pdf, zip } from "../../harness/sample-files.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";
import { UploadDesk } from "./upload-desk.js";

const DAY = 24 * 3_600_000;

/** A store in which the operation of this number fails, before it did anything or after. */
class FaultyStore {
  operations = 0;
  failAt = -1;
  mode: "before" | "after" = "before";
  error: () => Error = () => new Error("The power failed");

  constructor(readonly inner: FileStore) {}

  asStore(): FileStore {
    return new Proxy(this.inner, {
      get: (target, name: keyof FileStore) => {
        const method = target[name].bind(target) as (...args: unknown[]) => unknown;
        if (name === "list") return method;
        return async (...args: unknown[]) => {
          const isFailing = this.operations++ === this.failAt;
          if (isFailing && this.mode === "before") throw this.error();
          const result = await method(...args);
          if (isFailing && result instanceof Readable) result.destroy();
          if (isFailing) throw this.error();
          return result;
        };
      },
    });
  }
}

let api: TestApi;
let desk: UploadDesk;
let kabid: TestClient;
let faults: FaultyStore;
let folder: string;
let free: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-faults-"));
  free = 1e12;
  faults = new FaultyStore(new DiskFileStore(folder, { freeBytes: async () => free }));
  api = await startTestApi({ files: { store: faults.asStore() }, logLevel: "silent" });
  desk = new UploadDesk(api);
  kabid = await api.signIn("kabid");
});

afterEach(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const keep = async (): Promise<void> => {
  const ctx = systemContext("files", api.clock.now);
  await api.files.keeper.removeExpired(ctx);
  await api.files.keeper.sweep(ctx);
};

/** Every file under the folder of the store, those in the making too. */
const filesLeft = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const bytes = zip({ "a.pdf": pdf(1_500_000), "b.zip": zip({ "c.txt": Buffer.from("isi") }) });

/** Sends a file in two pieces and gives it up; whatever fails, the next request is sent all the same. */
async function wholeLife(): Promise<void> {
  const { address } = await desk.create(kabid, "a.zip", bytes.length);
  const half = bytes.length >> 1;
  await desk.put(kabid, address, bytes.subarray(0, half));
  await desk.put(kabid, address, bytes.subarray(half), { "upload-offset": String(half) });
  await desk.ask(kabid, address, "DELETE");
}

test("whatever fails on the way, nothing is left in the end, and the next upload goes through", async () => {
  await wholeLife();
  const { operations } = faults;
  expect(operations).toBeGreaterThan(8);
  expect(filesLeft()).toEqual([]);
  for (const mode of ["before", "after"] as const) {
    for (let at = 0; at < operations; at += 1) {
      Object.assign(faults, { operations: 0, failAt: at, mode });
      await wholeLife();
      faults.failAt = -1;
      await desk.upload(kabid, "b.pdf", pdf());
    }
  }
  api.clock.advance(31 * DAY);
  await keep();
  expect(filesLeft()).toEqual([]);
  const rows = await api.database.reader.all("SELECT id FROM stored_file", []);
  expect(rows).toEqual([]);
});

describe("a full disk", () => {
  test.each([
    ["while a piece comes", 1],
    ["while it is put together", 3],
  ])("%s is told clearly, and the upload goes on when there is room", async (_when, failAt) => {
    faults.error = () => new StoreFull("full");
    Object.assign(faults, { operations: 0, failAt });
    const pieces = [bytes.subarray(0, 700_000), bytes.subarray(700_000)];
    const { address, id } = await desk.create(kabid, "a.zip", bytes.length);
    const answers: number[] = [];
    for (let at = 0; answers.at(-1) !== 200 || at < bytes.length;) {
      const piece = at === 0 ? pieces[0]! : at === 700_000 ? pieces[1]! : Buffer.alloc(0);
      const answer = await desk.put(kabid, address, piece, { "upload-offset": String(at) });
      answers.push(answer.status);
      if (answer.status === 507) {
        const { errors } = await answer.json();
        expect(errors[0].extensions.code).toBe("STORAGE_FULL");
        expect(errors[0].message).toMatch(/storage is full/);
      }
      at = Number((await desk.ask(kabid, address, "HEAD")).headers.get("upload-offset"));
      expect(answers.length).toBeLessThan(6);
    }
    expect(answers.filter((status) => status === 507)).toHaveLength(1);
    expect((await desk.row(id)).state).toBe("READY");
    // Of the failed attempt nothing is left.
    expect(filesLeft()).toHaveLength(1);
  });

  test("is told before the database's last room is taken", async () => {
    free = 10_000_000;
    const { address } = await desk.create(kabid, "a.pdf", 200);
    const answer = await desk.put(kabid, address, pdf(200 - 16));
    expect(answer.status).toBe(507);
    expect(filesLeft()).toEqual([]);
    free = 1e12;
    expect((await desk.put(kabid, address, pdf(200 - 16))).status).toBe(200);
  });
});

test("pieces that a lost disk has lost make the upload broken, not the server", async () => {
  const { address, id } = await desk.create(kabid, "a.zip", bytes.length);
  await desk.put(kabid, address, bytes.subarray(0, 1000));
  const [part = ""] = await desk.stored();
  await faults.inner.remove(part);
  const rest = await desk.put(kabid, address, bytes.subarray(1000), { "upload-offset": "1000" });
  expect([rest.status, (await rest.json()).problem.code]).toEqual([422, "FILE_BROKEN"]);
  expect((await desk.row(id)).state).toBe("REFUSED");
  expect(filesLeft()).toEqual([]);
});

test("what is never finished or attached is removed in its time, and no sooner", async () => {
  const started = await desk.create(kabid, "a.pdf", 1000);
  await desk.put(kabid, started.address, pdf(400));
  const ready = await desk.upload(kabid, "b.pdf", pdf());
  await keep();
  expect(await desk.stored()).toHaveLength(2);
  api.clock.advance(2 * DAY);
  await keep();
  expect(await desk.row(started.id)).toBeUndefined();
  expect((await desk.row(ready)).state).toBe("READY");
  expect(await desk.stored()).toHaveLength(1);
  api.clock.advance(6 * DAY);
  await keep();
  expect(await desk.row(ready)).toBeUndefined();
  expect(filesLeft()).toEqual([]);
});

test("what was unknown for a while and is known again begins anew when it is unknown", async () => {
  const { id } = await desk.create(kabid, "a.pdf", 10);
  const { store_key: key } = await desk.row(id);
  const name = `objects/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
  await api.files.store.put(name, Buffer.from("x"));
  const setKey = (wanted: string) =>
    api.database.unitOfWork.run(systemContext("test", api.clock.now), (tx) =>
      tx.run("UPDATE stored_file SET store_key = ?, expires_at = ?", [wanted, 1e15]),
    );
  await setKey("0".repeat(32));
  await keep();
  expect(filesLeft()).toHaveLength(2);
  await setKey(key);
  await keep();
  expect(filesLeft()).toEqual([key]);
  api.clock.advance(31 * DAY);
  await setKey("0".repeat(32));
  await keep();
  expect(await desk.stored()).toEqual([name]);
});

test("what no row knows is swept after a month, but not where most of it is unknown", async () => {
  const { store } = api.files;
  const strange = (at: number): string => `objects/aa/bb/aabb${String(at).padStart(28, "0")}`;
  await store.put(strange(1), Buffer.from("x"));
  // It lay there for long as somebody's; unknown it is since a restore just now.
  const longAgo = new Date(api.clock.now() - 100 * DAY);
  utimesSync(join(folder, strange(1)), longAgo, longAgo);
  const mine = await desk.upload(kabid, "b.pdf", pdf());
  const { store_key: key } = await desk.row(mine);
  await api.database.unitOfWork.run(systemContext("test", api.clock.now), (tx) =>
    tx.run("UPDATE stored_file SET expires_at = expires_at + ?", [100 * DAY]),
  );
  await keep();
  api.clock.advance(29 * DAY);
  await keep();
  expect(await desk.stored()).toHaveLength(2);
  api.clock.advance(2 * DAY);
  await keep();
  expect(await desk.stored()).toEqual([expect.stringContaining(key)]);
  expect(filesLeft()).toEqual([key]);
  for (let at = 0; at < 101; at += 1) await store.put(strange(at), Buffer.from("x"));
  api.clock.advance(62 * DAY);
  await expect(keep()).rejects.toThrow(/another installation/);
  expect(await desk.stored()).toHaveLength(102);
});
