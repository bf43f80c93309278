import { beforeAll, expect, test } from "vitest";
import { axeViolations } from "./harness/axe-violations.js";
import { demoPassword, phone, type Desk } from "./harness/desk.js";
import {
  commandsOf,
  enactLetter,
  letterSteps,
  openStep,
  startLetter,
} from "./harness/letter-office.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
let sopId = "";

const at = async (username: string, size?: typeof phone): Promise<Desk> => {
  const desk = await office.current.desk(size === undefined ? {} : { size });
  await desk.signIn(username);
  return desk;
};

beforeAll(async () => {
  const [admin, kadis] = [await at("admin"), await at("kadis")];
  sopId = await enactLetter(admin, kadis, "Surat permohonan");
  await office.current.closeDesks();
});

test("a document goes on with the case, which is recalled, returned with a reason, and done", async () => {
  const [pemohon, budi] = [await at("pemohon", phone), await at("budi")];
  const caseId = await startLetter(pemohon, sopId, "Izin kegiatan");
  const asking = pemohon.page;
  await asking.getByText("Dibutuhkan langkah 2.").waitFor();
  await asking.getByRole("button", { name: "Selesaikan" }).click();
  await asking.getByText("Isi dahulu; langkah lain membutuhkannya.").waitFor();
  const letter = asking.getByLabel("Surat permohonan");
  await expect.poll(() => letter.evaluate((field) => field === document.activeElement)).toBe(true);
  await letter.fill("005/12/2026");
  expect(await axeViolations(asking)).toEqual([]);
  await asking.getByRole("button", { name: "Selesaikan" }).click();
  await asking.getByText("Selesai dikerjakan").waitFor();

  await asking.getByRole("main").getByRole("button", { name: "Tarik kembali" }).click();
  await asking.getByText("Ditarik oleh").waitFor();
  await asking.getByRole("button", { name: "Pakai lagi" }).click();
  await expect.poll(() => letter.inputValue()).toBe("005/12/2026");
  await asking.getByRole("button", { name: "Selesaikan" }).click();
  await asking.getByText("Selesai dikerjakan").waitFor();

  await openStep(budi, caseId, "examine");
  const { page } = budi;
  await page.getByText("005/12/2026").first().waitFor();
  const yes = page.getByRole("radio", { name: "Ya" });
  await expect.poll(() => yes.innerText()).toContain(`3. ${letterSteps.sign}`);
  await expect.poll(() => yes.innerText()).toContain("Kabid: Sri Mulyati");
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Kembalikan" }).click();
  const dialog = page.getByRole("dialog", { name: "Kembalikan berkas" });
  await dialog.getByRole("button", { name: "Kembalikan berkas" }).click();
  await dialog.getByText("Tulis dahulu alasannya.").waitFor();
  await dialog.getByLabel("Alasan").fill("Tanda tangan belum ada");
  await expect
    .poll(() => dialog.getByRole("status").getByRole("listitem").allInnerTexts())
    .toEqual([`1. ${letterSteps.ask}`, `2. ${letterSteps.examine}`]);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Kembalikan berkas" }).click();
  await page.getByRole("main").getByText("Berkas dikembalikan").waitFor();

  await openStep(pemohon, caseId, "ask");
  await asking.getByText("Dikembalikan kepada Anda").waitFor();
  await asking.getByText("Tanda tangan belum ada").waitFor();
  expect(await axeViolations(asking)).toEqual([]);
  await letter.fill("006/12/2026");
  await asking.getByRole("button", { name: "Selesaikan" }).click();
  await asking.getByText("Selesai dikerjakan").waitFor();

  await openStep(budi, caseId, "examine");
  await page.getByText("006/12/2026").first().waitFor();
  await expect.poll(() => page.getByText("005/12/2026").count()).toBe(0);
  await page.getByRole("checkbox", { name: "Fotokopi KTP" }).check();
  await yes.click();
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
  await page.getByRole("link", { name: "Kerjakan langkah berikutnya" }).click();
  await page.getByRole("heading", { level: 1, name: `${letterSteps.sign} (Paraf)` }).waitFor();
  const joint = page.getByRole("region", { name: "Dikerjakan bersama" });
  await joint.getByText("Berkas diteruskan setelah semua pelaksana selesai.").waitFor();
  await joint.getByText("Kabid").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await expect
    .poll(() => commandsOf(budi, caseId))
    .toEqual(["START", "COMPLETE", "RECALL", "COMPLETE", "RETURN", "COMPLETE", "COMPLETE"]);
});

test("a completion whose answer is lost is sent again with one effect", async () => {
  const pemohon = await at("pemohon");
  pemohon.allowFault(/ERR_FAILED|Failed to load resource/);
  const caseId = await startLetter(pemohon, sopId, "Jaringan terputus");
  const { page } = pemohon;
  let isDown: "REQUESTS" | "ANSWERS" | null = "REQUESTS";
  await page.route("**/graphql", async (route) => {
    if (isDown === null) return await route.continue();
    // The server hears it, and nobody hears the server.
    if (isDown === "ANSWERS") await route.fetch();
    await route.abort("failed");
  });
  await page.getByLabel("Surat permohonan").fill("007/12/2026");
  await page.getByLabel("Catatan untuk langkah berikutnya").fill("Mohon segera");
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Belum pasti terkirim").waitFor();
  await expect.poll(() => commandsOf(pemohon, caseId)).toEqual(["START"]);

  // A reload loses nothing of it.
  isDown = null;
  await page.reload();
  await page.getByText("Belum pasti terkirim").waitFor();
  await expect.poll(() => page.getByLabel("Surat permohonan").inputValue()).toBe("007/12/2026");
  isDown = "ANSWERS";
  await page.getByRole("button", { name: "Kirim ulang" }).click();
  await expect.poll(() => commandsOf(pemohon, caseId)).toEqual(["START", "COMPLETE"]);
  await page.getByText("Belum pasti terkirim").waitFor();
  isDown = null;
  await page.getByRole("button", { name: "Kirim ulang" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
  await page.getByText("Mohon segera").waitFor();
  await expect.poll(() => commandsOf(pemohon, caseId)).toEqual(["START", "COMPLETE"]);
});

test("a session that ends under a task is taken up again, and the completion with it", async () => {
  const pemohon = await at("pemohon");
  pemohon.allowFault(/401/);
  const caseId = await startLetter(pemohon, sopId, "Sesi berakhir");
  const { page } = pemohon;
  await page.getByLabel("Surat permohonan").fill("009/12/2026");
  await pemohon.context.clearCookies();
  await page.getByRole("button", { name: "Selesaikan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=password]").fill(demoPassword);
  await dialog.locator("button[type=submit]").click();
  await page.getByText("Selesai dikerjakan").waitFor();
  await page.getByText("009/12/2026").waitFor();
  await expect.poll(() => commandsOf(pemohon, caseId)).toEqual(["START", "COMPLETE"]);
});

test("what was typed in a second window is kept when the first one completes the task", async () => {
  const pemohon = await at("pemohon");
  const caseId = await startLetter(pemohon, sopId, "Dua jendela");
  const second = await pemohon.context.newPage();
  await second.goto(pemohon.page.url());
  await second.getByLabel("Surat permohonan").fill("Versi jendela kedua");
  await pemohon.page.getByLabel("Surat permohonan").fill("008/12/2026");
  await pemohon.page.getByRole("button", { name: "Selesaikan" }).dblclick();
  await pemohon.page.getByText("Selesai dikerjakan").waitFor();
  const unsent = second.getByRole("region", { name: "Isian Anda yang belum terkirim" });
  await unsent.getByText("Versi jendela kedua").waitFor();
  await second.getByText("008/12/2026").waitFor();
  await expect.poll(() => commandsOf(pemohon, caseId)).toEqual(["START", "COMPLETE"]);
});

test("the office's rule says before anything is pressed whether a missing document blocks", async () => {
  const [admin, pemohon, budi] = [await at("admin"), await at("pemohon"), await at("budi")];
  const caseId = await startLetter(pemohon, sopId, "Tanpa surat");
  await admin.goTo("Orang");
  await admin.page.getByRole("tab", { name: "Aturan berkas" }).click();
  const rules = admin.page.getByRole("region", { name: "Dinas Komunikasi dan Informatika" });
  const setRule = async (name: string): Promise<void> => {
    await rules.getByRole("radio", { name }).click();
    await rules.getByRole("radio", { name, checked: true }).waitFor();
  };
  await setRule("Hanya diperingatkan");
  expect(await axeViolations(admin.page)).toEqual([]);
  await pemohon.page.reload();
  await pemohon.page.getByText("Boleh kosong; kekurangannya dicatat.").waitFor();
  await pemohon.page.getByRole("button", { name: "Selesaikan" }).click();
  await pemohon.page.getByText("Selesai dikerjakan").waitFor();
  await openStep(budi, caseId, "examine");
  await budi.page.getByText("Kelengkapan belum lengkap").waitFor();
  await budi.page.getByText(`Seharusnya dari langkah 1. ${letterSteps.ask} (Pemohon)`).waitFor();
  await setRule("Langkah tidak dapat diselesaikan");
  await budi.page.reload();
  await budi.page.getByText("Belum dapat diselesaikan").waitFor();
  await budi.page.getByRole("radio", { name: "Ya" }).click();
  await budi.page.getByRole("button", { name: "Selesaikan" }).click();
  await budi.page.getByRole("alert").filter({ hasText: "Kelengkapan belum ada" }).waitFor();
});
