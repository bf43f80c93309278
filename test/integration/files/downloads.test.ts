import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { pdf } from "../../harness/sample-files.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { UploadDesk } from "./upload-desk.js";

let driver: CaseDriver;
let desk: UploadDesk;
let address: string;
let caseId: string;
const bytes = pdf(3000);
const name = "Nota é “dinas” (1).pdf";

beforeAll(async () => {
  driver = await CaseDriver.start(undefined, { logLevel: "silent" });
  desk = new UploadDesk(driver.api);
  const instance = await driver.start("001");
  caseId = instance.id;
  const id = await desk.upload(await driver.as("pemohon"), name, bytes);
  await driver.mutate(
    "pemohon",
    "commentOnInstance",
    { instanceId: instance.id, text: "Lampiran", files: [id] },
    "instance { id }",
  );
  const { history } = await driver.read(instance.id, "history { events }");
  const [event] = history.flatMap((one: AnyData) => one.events).filter((one: AnyData) => one.files);
  address = `/files/${event.files[0].file}`;
});

afterAll(() => driver.stop());

const get = async (by: string | TestClient | null, headers = {}, path = address) =>
  desk.ask(typeof by === "string" ? await driver.as(by) : by, path, "GET", headers);

test("is sent as a download that nothing can make a page of", async () => {
  const answer = await get("pemohon");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(bytes.length),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("sandbox"),
    "accept-ranges": "bytes",
    etag: `"${createHash("sha256").update(bytes).digest("hex")}"`,
  });
  const disposition = answer.headers.get("content-disposition");
  expect(disposition).toMatch(/^attachment; /);
  expect(disposition).toContain(
    "filename*=UTF-8''Nota%20%C3%A9%20%E2%80%9Cdinas%E2%80%9D%20%281%29.pdf",
  );
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

describe("to whoever may read the case", () => {
  test.each(["pemohon", "admin", "kadis", "manajer", "loket", "kabid"])(
    "%s has it",
    async (who) => {
      expect((await get(who)).status).toBe(200);
    },
  );

  // Of another office, without any part in the case.
  test.each(["pkykasi", "pkykabid", "anton"])(
    "%s gets nothing, not even that it is there",
    async (who) => {
      const [it, nothing] = [
        await get(who),
        await get(who, {}, `/files/${toGlobalId("CaseFile", 999_999)}`),
      ];
      expect([it.status, nothing.status]).toEqual([404, 404]);
      const [told, asNothing] = [await it.json(), await nothing.json()];
      expect(told.errors[0].message).toBe(asNothing.errors[0].message);
    },
  );

  test("nobody who is not signed in", async () => {
    expect((await get(null)).status).toBe(401);
  });

  test("a token only with the scope to read cases", async () => {
    const create = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { code } } }`;
    const withScopes = async (scopes: string[]): Promise<TestClient> => {
      const input = { name: `t ${scopes.join()}`, scopes };
      const { createApiToken } = await driver.gql("admin", create, { input });
      expect(createApiToken.userErrors).toEqual([]);
      return { headers: { authorization: `Bearer ${createApiToken.secret}` } };
    };
    expect((await get(await withScopes(["CASES_READ"]))).status).toBe(200);
    expect((await get(await withScopes(["TASKS_READ", "SOPS_READ", "CASES_START"]))).status).toBe(
      404,
    );
  });

  test("another site's page not, with the cookie that the browser would send", async () => {
    const cookie = await driver.api.signIn("pemohon", { cookie: true });
    expect((await get(cookie, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await get(cookie, { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
});

test("whoever follows the case by its receipt is told of no file", async () => {
  const { receipt, instance } = await driver.mutate(
    "loket",
    "startInstance",
    { sopId: driver.sop("001"), requesterName: "Bu Tanpa Akun" },
    "receipt { number secret } instance { id }",
  );
  const id = await desk.upload(await driver.as("loket"), "catatan-dalam.pdf", bytes);
  const comment = { instanceId: instance.id, text: "Untuk kantor", files: [id] };
  const said = await driver.mutate("loket", "commentOnInstance", comment, "instance { id }");
  expect(said.userErrors).toEqual([]);
  const document = `query ($input: FollowCaseInput!) { followCase(input: $input) {
    case { status history { kind step lane outcome reason } } userErrors { code } } }`;
  const { followCase } = await driver.api.gql(null, document, { input: receipt });
  expect(followCase.case.history.length).toBeGreaterThan(0);
  expect(JSON.stringify(followCase)).not.toContain("catatan-dalam");
  // Nor is there a field to ask for them with.
  const { schema } = await driver.api.gql(
    null,
    `{ schema: __schema { types { name fields { name type { name ofType { name } } } } } }`,
  );
  const followed = schema.types.filter(({ name }: AnyData) => name.startsWith("Follow"));
  expect(followed.length).toBeGreaterThan(1);
  expect(JSON.stringify(followed)).not.toContain("CaseFile");
});

describe("a part", () => {
  test.each([
    ["bytes=0-99", 0, 99],
    ["bytes=2900-", 2900, bytes.length - 1],
    ["bytes=-10", bytes.length - 10, bytes.length - 1],
    ["bytes=100-999999", 100, bytes.length - 1],
  ])("%s", async (range, start, end) => {
    const answer = await get("pemohon", { range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(start, end + 1));
  });

  test("behind the end is not there; of another file than before, all of it", async () => {
    const behind = await get("pemohon", { range: "bytes=99999-" });
    expect([behind.status, behind.headers.get("content-range")]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ]);
    const other = await get("pemohon", { range: "bytes=0-9", "if-range": '"of-another"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
    const several = await get("pemohon", { range: "bytes=0-9,20-29" });
    expect(several.status).toBe(200);
  });
});

test("an upload is no file of a case, and a file of a case no upload any more", async () => {
  const client = await driver.as("pemohon");
  const id = await desk.upload(client, "a.pdf", pdf());
  const asFile = toGlobalId("CaseFile", (await desk.row(id)).id);
  expect((await get("pemohon", {}, `/files/${asFile}`)).status).toBe(404);
  await driver.mutate(
    "pemohon",
    "commentOnInstance",
    { instanceId: caseId, files: [id] },
    "instance { id }",
  );
  expect((await get("pemohon", {}, `/files/${asFile}`)).status).toBe(200);
  const given = await desk.ask(client, `/uploads/${id}`, "DELETE");
  expect([given.status, (await given.json()).errors[0].extensions.code]).toEqual([
    409,
    "FILE_TAKEN",
  ]);
  expect((await get("pemohon", {}, `/files/${asFile}`)).status).toBe(200);
});

test("what is on record and not in the store is told as that", async () => {
  const id = await desk.upload(await driver.as("pemohon"), "a.pdf", pdf());
  await driver.mutate(
    "pemohon",
    "commentOnInstance",
    { instanceId: caseId, files: [id] },
    "instance { id }",
  );
  const row = await desk.row(id);
  const stored = (await desk.stored()).find((one) => one.endsWith(row.store_key)) ?? "";
  await driver.api.files.store.remove(stored);
  const answer = await get("pemohon", {}, `/files/${toGlobalId("CaseFile", row.id)}`);
  expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([
    500,
    "FILE_MISSING",
  ]);
});
