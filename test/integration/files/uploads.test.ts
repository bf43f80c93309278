import { createHash } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";
import { jpeg, pdf, png } from "../../harness/sample-files.js";
import { UploadDesk } from "./upload-desk.js";

const MIB = 1024 * 1024;
const maxBytes = 8 * MIB;

let api: TestApi;
let desk: UploadDesk;
let kabid: TestClient;
let agendaris: TestClient;

beforeAll(async () => {
  api = await startTestApi({ files: { maxBytes } });
  desk = new UploadDesk(api);
  kabid = await api.signIn("kabid");
  agendaris = await api.signIn("agendaris");
});

afterAll(() => api.stop());

test("a file that came whole is ready, under a clean name and with its hash", async () => {
  const bytes = pdf(5000);
  const upload = await desk.create(kabid, "../../etc/Surat\u202e Tugas\u0000.pdf", bytes.length);
  expect(upload).toMatchObject({
    name: "Surat Tugas.pdf",
    size: bytes.length,
    received: 0,
    status: "UPLOADING",
    address: `/uploads/${upload.id}`,
    chunkSize: MIB,
  });
  const answer = await desk.put(kabid, upload.address, bytes);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "READY", received: bytes.length });
  const row = await desk.row(upload.id);
  expect(row.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(row.media_type).toBe("application/pdf");
  // Pieces are gone, and what is stored is one object.
  const mine = (await desk.stored()).filter((name) => name.includes(row.store_key));
  expect(mine).toEqual([expect.stringMatching(/^objects\//)]);
});

test("goes on where it stopped, in pieces as the client likes", async () => {
  const bytes = pdf(3 * MIB);
  const { address, id } = await desk.create(kabid, "besar.pdf", bytes.length);
  for (let at = 0; at < bytes.length; at += 700_000) {
    const head = await desk.ask(kabid, address, "HEAD");
    expect(head.status).toBe(204);
    expect(head.headers.get("upload-offset")).toBe(String(at));
    expect(head.headers.get("upload-length")).toBe(String(bytes.length));
    const piece = bytes.subarray(at, at + 700_000);
    const answer = await desk.put(kabid, address, piece, { "upload-offset": String(at) });
    expect(answer.status).toBe(200);
  }
  const row = await desk.row(id);
  expect(row.state).toBe("READY");
  expect(row.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("keeps what came before the connection was lost", async () => {
  const bytes = pdf(2 * MIB);
  const { address } = await desk.create(kabid, "putus.pdf", bytes.length);
  const sent = 1_500_000;
  await sendPart(address, bytes.subarray(0, sent), bytes.length);
  await expect
    .poll(async () => (await desk.ask(kabid, address, "HEAD")).headers.get("upload-offset"))
    .toBe(String(sent));
  const rest = { "content-range": `bytes ${sent}-${bytes.length - 1}/${bytes.length}` };
  const answer = await desk.put(kabid, address, bytes.subarray(sent), rest);
  expect(await answer.json()).toMatchObject({ status: "READY" });
});

test("a piece for another place is refused with the place, and nothing of it is kept", async () => {
  const bytes = pdf(1000);
  const { address } = await desk.create(kabid, "a.pdf", bytes.length);
  const early = await desk.put(kabid, address, bytes.subarray(500), { "upload-offset": "500" });
  expect([early.status, early.headers.get("upload-offset")]).toEqual([409, "0"]);
  expect((await early.json()).errors[0].extensions.code).toBe("UPLOAD_OFFSET");
  await desk.put(kabid, address, bytes.subarray(0, 500));
  const twice = await desk.put(kabid, address, bytes.subarray(0, 500));
  expect([twice.status, twice.headers.get("upload-offset")]).toEqual([409, "500"]);
});

test("of senders of the same piece one counts, and the file is whole", async () => {
  const bytes = pdf(300_000);
  const { address, id } = await desk.create(kabid, "serentak.pdf", bytes.length);
  const half = 150_000;
  const first = await Promise.all(
    Array.from({ length: 5 }, () => desk.put(kabid, address, bytes.subarray(0, half))),
  );
  expect(first.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  await Promise.all(
    Array.from({ length: 5 }, () =>
      desk.put(kabid, address, bytes.subarray(half), { "upload-offset": String(half) }),
    ),
  );
  const row = await desk.row(id);
  expect(row.state).toBe("READY");
  expect(row.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  // What the slower ones had stored is gone too.
  expect((await desk.stored()).filter((name) => name.startsWith("parts/"))).not.toContainEqual(
    expect.stringContaining(row.store_key),
  );
});

test("only its uploader has it, from Alur's own pages or with a token", async () => {
  const bytes = pdf();
  const { address } = await desk.create(kabid, "a.pdf", bytes.length);
  expect((await desk.put(null, address, bytes)).status).toBe(401);
  for (const method of ["HEAD", "GET", "DELETE"]) {
    expect((await desk.ask(agendaris, address, method)).status).toBe(404);
  }
  expect((await desk.put(agendaris, address, bytes)).status).toBe(404);
  const cookie = await api.signIn("kabid", { cookie: true });
  const foreign = { origin: "https://jahat.example" };
  const forged = await desk.put(cookie, address, bytes, foreign);
  expect([forged.status, (await forged.json()).errors[0].extensions.code]).toEqual([
    403,
    "CSRF_REFUSED",
  ]);
  const form = await desk.put(kabid, address, bytes, { "content-type": "text/plain" });
  expect(form.status).toBe(415);
  expect((await desk.ask(kabid, address, "HEAD")).headers.get("upload-offset")).toBe("0");
  expect((await desk.put(cookie, address, bytes)).status).toBe(200);
});

test("a token needs the scope to start cases", async () => {
  const integrator = { headers: { authorization: `Bearer ${api.integratorSecret}` } };
  const { userErrors, upload } = await desk.announce(integrator, "surat.pdf", 200);
  expect([userErrors, upload?.status]).toEqual([[], "UPLOADING"]);
  const anonymous = await api.send(
    null,
    `mutation { createUpload(input: { name: "a", size: 1 }) {
    userErrors { code } } }`,
  );
  expect(anonymous.errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
});

describe("is refused before a byte is sent", () => {
  test.each([
    [5 * 1024 ** 3, "FILE_TOO_LARGE"],
    [maxBytes + 1, "FILE_TOO_LARGE"],
    [0, "FILE_EMPTY"],
    [-1, "INVALID"],
  ])("a file of %d bytes: %s", async (size, code) => {
    const { upload, userErrors } = await desk.announce(kabid, "a.pdf", size);
    expect([upload, userErrors[0]]).toMatchObject([null, { code, field: "input.size" }]);
  });
});

test("more bytes than announced are refused, and the rest may still come", async () => {
  const bytes = pdf(1000);
  const { address } = await desk.create(kabid, "a.pdf", bytes.length);
  const long = await desk.put(kabid, address, Buffer.concat([bytes, Buffer.alloc(3 * MIB)]));
  expect(long.status).toBe(400);
  expect((await desk.ask(kabid, address, "HEAD")).headers.get("upload-offset")).toBe("0");
  expect((await desk.put(kabid, address, bytes)).status).toBe(200);
});

test("one that is given up leaves nothing", async () => {
  const bytes = pdf(1000);
  const { address, id } = await desk.create(kabid, "a.pdf", bytes.length);
  await desk.put(kabid, address, bytes.subarray(0, 300));
  const { store_key: key } = await desk.row(id);
  expect((await desk.stored()).some((name) => name.includes(key))).toBe(true);
  expect((await desk.ask(kabid, address, "DELETE")).status).toBe(204);
  expect(await desk.row(id)).toBeUndefined();
  expect((await desk.stored()).some((name) => name.includes(key))).toBe(false);
  expect((await desk.ask(kabid, address)).status).toBe(404);
});

test("a name gets the ending of what is in it", async () => {
  const names = await Promise.all(
    (
      [
        ["foto.png", png],
        ["foto.png", jpeg],
        ["tagihan.exe", pdf()],
        ["CON.pdf", pdf()],
        ["...", pdf()],
        ["daftar.csv", Buffer.from("a;b\n1;2\n")],
        [`${"panjang ".repeat(100)}.pdf`, pdf()],
      ] as const
    ).map(async ([name, bytes]) => (await desk.send(kabid, name, bytes)).name),
  );
  expect(names.slice(0, 6)).toEqual([
    "foto.png",
    "foto.png.jpg",
    "tagihan.exe.pdf",
    "_CON.pdf",
    "lampiran.pdf",
    "daftar.csv",
  ]);
  expect(names[6]).toMatch(/^panjang .*\.pdf$/);
  expect(names[6]?.length).toBeLessThanOrEqual(120);
});

/** Sends the beginning of a request's body and hangs up. */
function sendPart(address: string, bytes: Buffer, length: number): Promise<void> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        [
          `PUT ${address} HTTP/1.1`,
          `Host: ${hostname}`,
          `Authorization: ${kabid.headers["authorization"]}`,
          "Content-Type: application/octet-stream",
          `Content-Length: ${length}`,
          "\r\n",
        ].join("\r\n"),
      );
      socket.write(bytes, () => socket.destroy());
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}
