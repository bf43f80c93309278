import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileMissing, StoreFull } from "../../../server/persistence/files/file-store.js";
import { S3FileStore } from "../../../server/persistence/files/s3-file-store.js";
import { type S3Server, startS3Server } from "../../harness/s3-server.js";
import { pdf } from "../../harness/sample-files.js";
import { startTestApi } from "../../harness/test-api.js";
import { UploadDesk } from "./upload-desk.js";

let s3: S3Server;
let folder: string;
let store: S3FileStore;

beforeEach(async () => {
  s3 = await startS3Server();
  folder = mkdtempSync(join(tmpdir(), "alur-s3-"));
  store = new S3FileStore(s3.location, folder);
});

afterEach(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("puts, reads whole and in part, lists page by page, and removes", async () => {
  const bytes = Buffer.from("isi berkas");
  for (let at = 0; at < 8; at += 1) await store.put(`parts/a/${at}`, bytes);
  expect([...s3.objects.keys()]).toContain("kantor/parts/a/7");
  expect(await buffer(await store.read("parts/a/3"))).toEqual(bytes);
  expect((await buffer(await store.read("parts/a/3", { start: 4, end: 9 }))).toString()).toBe(
    "berkas",
  );
  const names: string[] = [];
  for await (const { name, modifiedAt } of store.list("parts/a/")) {
    names.push(name);
    expect(Math.abs(modifiedAt - Date.now())).toBeLessThan(60_000);
  }
  expect(names).toEqual(Array.from({ length: 8 }, (_, at) => `parts/a/${at}`));
  for (const name of names) await store.remove(name);
  await store.remove("parts/a/0");
  expect(s3.objects.size).toBe(0);
  await expect(store.read("parts/a/0")).rejects.toThrow(FileMissing);
});

test("asks again after an answer that says nothing, and not after one that does", async () => {
  s3.failures.push({ status: 503, code: "SlowDown" }, { status: 500, code: "InternalError" });
  await store.put("parts/a/0", Buffer.from("x"));
  expect(s3.requests).toHaveLength(3);
  s3.failures.push({ status: 507, code: "XMinioStorageFull" });
  await expect(store.put("parts/a/1", Buffer.from("x"))).rejects.toThrow(StoreFull);
  s3.failures.push({ status: 403, code: "QuotaExceeded" });
  await expect(store.put("parts/a/1", Buffer.from("x"))).rejects.toThrow(StoreFull);
  expect(s3.requests).toHaveLength(5);
});

test("a wrong key is told by what the store says", async () => {
  const wrong = new S3FileStore({ ...s3.location, secretAccessKey: "salah" }, folder);
  await expect(wrong.put("parts/a/0", Buffer.from("x"))).rejects.toThrow(
    /403 SignatureDoesNotMatch/,
  );
  expect(s3.objects.size).toBe(0);
});

test("an upload of several pieces ends as one object, and two servers may each take one of them", async () => {
  const api = await startTestApi({ files: { store } });
  const other = await api.startAnother();
  try {
    const desk = new UploadDesk(api);
    const client = await api.signIn("kabid");
    const bytes = pdf(2_500_000);
    const { address, id } = await desk.create(client, "besar.pdf", bytes.length);
    await desk.put(client, address, bytes.subarray(0, 1_200_000));
    const rest = { "upload-offset": "1200000" };
    const answer = await new UploadDesk(other).put(
      client,
      address,
      bytes.subarray(1_200_000),
      rest,
    );
    expect(await answer.json()).toMatchObject({ status: "READY" });
    const row = await desk.row(id);
    expect(row.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect([...s3.objects.keys()]).toEqual([
      expect.stringMatching(`^kantor/objects/.*${row.store_key}$`),
    ]);
    expect([...s3.objects.values()][0]?.bytes).toEqual(bytes);
    // Nothing in the making stays on this machine.
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    await other.stop();
    await api.stop();
  }
});
