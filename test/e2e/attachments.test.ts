import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { docx, pdf } from "../harness/sample-files.js";
import { axeViolations } from "./harness/axe-violations.js";
import { phone, type Desk } from "./harness/desk.js";
import { enactLetter, openStep, startLetter } from "./harness/letter-office.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
let sopId = "";
let folder = "";
/** Larger than what is sent at once, so that there are several pieces to lose. */
const letter = pdf(3_500_000);

const at = async (username: string, size?: typeof phone): Promise<Desk> => {
  const desk = await office.current.desk(size === undefined ? {} : { size });
  await desk.signIn(username);
  return desk;
};

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-attach-"));
  const [admin, kadis] = [await at("admin"), await at("kadis")];
  sopId = await enactLetter(admin, kadis, "Surat dengan lampiran");
  await office.current.closeDesks();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file comes over a lost connection and a reload, goes on with the case, and is fetched by the next and by nobody else", async () => {
  const pemohon = await at("pemohon", phone);
  pemohon.allowFault(/\/uploads\/|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_FAILED|\b422\b/);
  const { page } = pemohon;
  const caseId = await startLetter(pemohon, sopId, "Izin kegiatan");
  const output = page.locator(".attach", { has: page.getByLabel("Surat permohonan") });
  const letterFile = file("Surat izin.pdf", letter);

  // The first piece arrives, and then nothing gets through any more.
  let pieces = 0;
  const isCut = (method: string): boolean => {
    if (method === "PUT") pieces += 1;
    return pieces > 1;
  };
  await page.route("**/uploads/*", (route) =>
    isCut(route.request().method()) ? route.abort("connectionfailed") : route.continue(),
  );
  await output.locator("input[type=file]").first().setInputFiles(letterFile);
  await output.getByText(/^Koneksi terputus pada \d+%/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // What is not there cannot be handed on.
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Masih ada berkas yang belum siap.").waitFor();

  // A page that is loaded anew has the file no more; chosen again it goes on where it was. The old
  // page is gone before the way is free, so that its next try does not get through at the last moment.
  const address = page.url();
  await page.goto("about:blank");
  await page.unroute("**/uploads/*");
  await page.goto(address);
  await output.getByText(/^Terhenti pada 29%/).waitFor();
  const other = file("Surat lain.pdf", pdf(3_500_001));
  const again = output.locator(".upload input[type=file]");
  await again.setInputFiles(other);
  await output.getByText(/Itu bukan berkas yang sama/).waitFor();
  const offsets: string[] = [];
  page.on("request", (request) => {
    const offset = request.headers()["upload-offset"];
    if (request.method() === "PUT" && offset !== undefined) offsets.push(offset);
  });
  await again.setInputFiles(letterFile);
  await output.getByText("Siap.").waitFor();
  expect(offsets).toEqual([1, 2, 3].map((piece) => String(piece * 1024 * 1024)));

  // An image with a script in it is refused in so many words, and can be taken away.
  const logo = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const remark = page.locator('.attach[data-place="comment"]');
  await remark
    .locator("input[type=file]")
    .first()
    .setInputFiles(file("logo.png", Buffer.from(logo)));
  await remark.getByText(/Ditolak\. Jenis berkas ini tidak diterima/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // Waiting does not help it, and so nobody is told to wait.
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Ada berkas yang ditolak. Hapus berkas itu, lalu lanjutkan.").waitFor();
  await remark.getByRole("button", { name: "Hapus logo.png" }).click();

  // Taken back, it need not be uploaded again.
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
  await page.getByRole("main").getByRole("button", { name: "Tarik kembali" }).click();
  await page.getByText("Ditarik oleh").waitFor();
  await output.getByRole("link", { name: "Surat izin.pdf" }).waitFor();
  await page.getByRole("button", { name: "Pakai lagi" }).click();
  await output.getByText("Siap.").waitFor();
  await remark.locator("input[type=file]").first().setInputFiles(file("Rincian.docx", docx()));
  await remark.getByText("Siap.").waitFor();

  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
  await page.getByRole("main").getByRole("link", { name: "Surat izin.pdf" }).waitFor();

  const budi = await at("budi");
  await openStep(budi, caseId, "examine");
  const link = budi.page.getByRole("link", { name: "Surat izin.pdf" }).first();
  await link.waitFor();
  const coming = budi.page.waitForEvent("download");
  await link.click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Surat izin.pdf");
  expect(readFileSync(await download.path()).equals(letter)).toBe(true);
  await budi.page.getByRole("link", { name: "Rincian.docx" }).first().waitFor();
  expect(await axeViolations(budi.page)).toEqual([]);

  // A file that is refused is not brought: its box stays with whoever ticks it.
  budi.allowFault(/\/uploads\/|\b422\b/);
  const brought = budi.page.locator(".attach", { has: budi.page.getByLabel("Fotokopi KTP") });
  const box = budi.page.getByRole("checkbox", { name: "Fotokopi KTP" });
  await brought
    .locator("input[type=file]")
    .first()
    .setInputFiles(file("KTP.pdf", Buffer.from("<!doctype html><p>KTP</p>")));
  await brought.getByText(/^Ditolak\./).waitFor();
  await expect.poll(() => box.isChecked()).toBe(false);
  await box.check();
  await budi.page.getByRole("button", { name: "Hapus KTP.pdf" }).click();
  await expect.poll(() => box.isChecked()).toBe(true);

  const source = (await link.getAttribute("href")) ?? "";
  const anton = await at("anton");
  expect((await anton.context.request.get(source)).status()).toBe(404);
  const nobody = await office.current.desk();
  expect((await nobody.context.request.get(source)).status()).toBe(401);
  expect((await budi.context.request.get(source)).status()).toBe(200);
});

test("a comment brings a file, dropped on it, and the record names it by its hash", async () => {
  const pemohon = await at("pemohon");
  const caseId = await startLetter(pemohon, sopId, "Dengan komentar");
  const { page } = pemohon;
  await pemohon.open(`/berkas/${encodeURIComponent(caseId)}`);
  await page.getByRole("tab", { name: /^Komentar/ }).click();
  const bytes = [...pdf(50)];
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(
      new File([new Uint8Array(content)], "Denah.pdf", { type: "application/pdf" }),
    );
    return transfer;
  }, bytes);
  await page.locator(".comment-form .attach").dispatchEvent("drop", { dataTransfer: dropped });
  await page.locator(".comment-form").getByText("Siap.").waitFor();
  await page.getByRole("button", { name: "Kirim" }).click();
  await page.locator(".comments").getByRole("link", { name: "Denah.pdf" }).waitFor();
  await expect.poll(() => page.locator(".comment-form .upload").count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);

  await pemohon.open(`/berkas/${encodeURIComponent(caseId)}/catatan`);
  const line = page.locator(".record-comments > ul > li", { hasText: "Denah.pdf" });
  await line.waitFor();
  await expect.poll(() => line.innerText()).toMatch(/Denah\.pdf \d+ B SHA-256 [0-9a-f]{12}…/);
});
