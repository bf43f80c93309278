import { strToU8 } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";
import {
  craftedZip,
  docx,
  inDrops,
  jpeg,
  odt,
  pdf,
  png,
  xlsx,
  zip,
} from "../../harness/sample-files.js";
import { UploadDesk } from "./upload-desk.js";

let api: TestApi;
let desk: UploadDesk;
let kabid: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  desk = new UploadDesk(api);
  kabid = await api.signIn("kabid");
});

afterAll(() => api.stop());

const text = (content: string): Buffer => Buffer.from(content);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
/** Compresses a thousandfold. */
const zeros = (size: number): Buffer => Buffer.alloc(size);
const noise = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 7919 * at) % 251));

const hidden = zip({ "a.exe": text("MZ") });

const nested = (depth: number): Buffer =>
  depth === 0 ? zip({ "a.txt": text("isi") }) : zip({ "dalam.zip": nested(depth - 1) });

describe("may not be attached", () => {
  afterEach(async () => {
    // Whatever was refused, nothing of it is left in the store.
    expect(await desk.stored()).toEqual([]);
  });

  test.each<[what: string, name: string, bytes: Buffer, code: string]>([
    ["a page", "laporan.pdf", text("<!DOCTYPE html><p>x"), "FILE_TYPE"],
    ["a page behind blanks", "a.txt", text("\ufeff \n<html><script>1</script>"), "FILE_TYPE"],
    ["an SVG", "logo.svg", text(svg), "FILE_TYPE"],
    ["an SVG that is called a picture", "logo.png", text(svg), "FILE_TYPE"],
    ["an SVG behind an XML line", "a.txt", text(`<?xml version="1.0"?>${svg}`), "FILE_TYPE"],
    ["a shell script", "catatan.txt", text("#!/bin/sh\nrm -rf /"), "FILE_TYPE"],
    ["a script by its name", "hitung.js", text("alert(1)"), "FILE_TYPE"],
    ["a batch file", "mulai.txt", text("@echo off\r\ndel *"), "FILE_TYPE"],
    ["PHP", "a.txt", text("halo <?php system($_GET[1]); ?>"), "FILE_TYPE"],
    ["a program for Windows", "surat.pdf", text("MZ\u0090\u0000"), "FILE_TYPE"],
    ["a program for Linux", "surat", text("\u007fELF\u0002"), "FILE_TYPE"],
    ["what nobody knows", "data.bin", noise(2000), "FILE_TYPE"],
    ["an old office document", "lama.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "FILE_TYPE"],
    ["a text with a zero in it", "a.txt", text(`a${"b".repeat(70_000)}\u0000`), "FILE_TYPE"],
    ["macros in Word", "a.docx", docx({ "word/vbaProject.bin": noise(50) }), "FILE_MACROS"],
    ["macros in LibreOffice", "a.odt", odt({ "Basic/Standard/M.xml": text("x") }), "FILE_MACROS"],
    ["a program in Word", "a.docx", docx({ "word/x.bin": text("MZ\u0000\u0001") }), "FILE_TYPE"],
    ["a script in a ZIP", "a.zip", zip({ "x/y.js": text("alert(1)") }), "FILE_TYPE"],
    ["a program beside what is packed", "a.zip", zip({ "__MACOSX/a": text("MZ") }), "FILE_TYPE"],
    ["a page in a ZIP", "a.zip", zip({ "y.txt": text("<html>") }), "FILE_TYPE"],
    ["a program in a ZIP in a ZIP", "a.zip", zip({ "b.zip": zip({ c: text("MZ") }) }), "FILE_TYPE"],
    ["a Java archive", "a.zip", zip({ "A.class": Buffer.from("cafebabe", "hex") }), "FILE_TYPE"],
    ["a bomb", "a.zip", zip({ "a.txt": zeros(60_000_000) }), "ARCHIVE_UNSAFE"],
    ["a bomb in Word", "a.docx", docx({ "word/a.xml": zeros(60_000_000) }), "ARCHIVE_UNSAFE"],
    [
      "a ZIP in a ZIP that comes out in drops",
      "a.zip",
      craftedZip([{ name: "b.zip", content: hidden, packed: inDrops(hidden) }]),
      "ARCHIVE_UNSAFE",
    ],
    [
      "a bomb that announces little",
      "a.zip",
      craftedZip([{ name: "a.txt", content: zeros(30_000_000), announced: 1000 }]),
      "ARCHIVE_UNSAFE",
    ],
    [
      "a bomb of entries on one another",
      "a.zip",
      craftedZip(
        Array.from({ length: 500 }, (_, at) => ({ name: `${at}`, content: zeros(1_000_000) })),
        true,
      ),
      "ARCHIVE_UNSAFE",
    ],
    ["archives in archives in archives", "a.zip", nested(3), "ARCHIVE_UNSAFE"],
    [
      "too many entries",
      "a.zip",
      craftedZip(
        Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: text("a") })),
      ),
      "ARCHIVE_UNSAFE",
    ],
    [
      "a locked archive",
      "a.zip",
      craftedZip([{ name: "a.txt", content: text("isi"), flags: 1 }]),
      "ARCHIVE_UNSAFE",
    ],
    ["a ZIP that was cut off", "a.zip", docx().subarray(0, 200), "ARCHIVE_UNSAFE"],
    [
      "a ZIP without anything",
      "a.zip",
      Buffer.concat([text("PK\u0003\u0004"), noise(90)]),
      "ARCHIVE_UNSAFE",
    ],
  ])("%s", async (_what, name, bytes, code) => {
    const { address } = await desk.create(kabid, name, bytes.length);
    const answer = await desk.put(kabid, address, bytes);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ status: "REFUSED", problem: { code } });
    // Whoever asks later, or sends again, is told the same.
    expect(await (await desk.ask(kabid, address)).json()).toMatchObject({ problem: { code } });
    const again = await desk.put(kabid, address, bytes);
    expect(again.status).toBe(422);
  });
});

test.each<[name: string, bytes: Buffer, type: string]>([
  ["a.pdf", pdf(), "application/pdf"],
  ["a.png", png, "image/png"],
  ["a.jpg", jpeg, "image/jpeg"],
  ["a.gif", text("GIF89a..."), "image/gif"],
  ["a.webp", text("RIFF1234WEBPVP8 "), "image/webp"],
  ["a.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["a.xlsx", xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["a.odt", odt(), "application/vnd.oasis.opendocument.text"],
  [
    "b.docx",
    docx({ "word/embeddings/s.xlsx": xlsx() }),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    "a.zip",
    zip({ "surat/a.pdf": pdf(), "b.docx": docx(), "c.csv": text("1;2") }),
    "application/zip",
  ],
  [
    "mac.zip",
    zip({ "a.pdf": pdf(), "__MACOSX/._a.pdf": strToU8("\u0000\u0005\u0016") }),
    "application/zip",
  ],
  [
    "large.zip",
    zip({ "a.txt": [text("baris data 12345\n".repeat(600_000)), { level: 6 }] }),
    "application/zip",
  ],
  ["a.txt", text("Yth. Bapak/Ibu, 1 < 2 dan 3 > 2"), "text/plain"],
  ["a.csv", text("\ufeffno;nama\r\n1;Sari\r\n"), "text/csv"],
  ["BACA", text("tanpa akhiran"), "text/plain"],
])("%s may be attached", async (name, bytes, type) => {
  const upload = await desk.send(kabid, name, bytes);
  expect(upload).toMatchObject({ status: "READY", problem: null });
  expect((await desk.row(upload.id)).media_type).toBe(type);
});

test("what Alur itself prints may be attached", async () => {
  const { sops } = await api.gql(kabid, "{ sops { nodes { papers { pdf docx png } } } }");
  const { pdf: asPdf, docx: asDocx, png: asPng } = sops.nodes[0].papers;
  const types = await Promise.all(
    [asPdf, asDocx, asPng].map(async (path: string) => {
      const printed = await desk.ask(kabid, path);
      const bytes = Buffer.from(await printed.arrayBuffer());
      return (await desk.row(await desk.upload(kabid, "cetakan", bytes))).media_type;
    }),
  );
  expect(types).toEqual([
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/png",
  ]);
});
