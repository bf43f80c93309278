import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { OfficeWork } from "./harness/office-work.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

const sopTitle = "Pembuatan Layanan Sub Domain/Hosting";

/** The number that opens what is said of it, as a screen reader finds it. */
const figure = (page: Page, what: string) =>
  page.getByRole("button", { name: new RegExp(`, ${what}: lihat rinciannya$`) }).first();

async function shows(page: Page, what: string, number: string): Promise<void> {
  await expect.poll(() => figure(page, what).innerText()).toBe(number);
}

async function openReport(who: string): Promise<Desk> {
  const desk = await office.current.desk();
  await desk.signIn(who);
  await desk.goTo("Kinerja");
  return desk;
}

test("a manager's report follows the office, and each number opens what it counts", async () => {
  const work = new OfficeWork(office);
  await work.workAlways();
  const { page } = await openReport("manajer");
  await page.getByText("Belum ada berkas yang dimulai.").waitFor();

  // The page fills while it is looked at.
  const first = await work.start(sopTitle, "Sub domain puskesmas Gandusari");
  await shows(page, "Berkas yang masuk", "1");
  for (let step = 0; step < 3; step += 1) await work.complete(first);
  await shows(page, "Tugas yang diselesaikan Kepala Bidang Aplikasi dan Informatika", "1");
  await shows(page, "Tugas yang menunggu di Pejabat Fungsional/Pelaksana", "1");
  await expect.poll(() => page.getByRole("heading", { name: "Hambatan" }).count()).toBe(1);

  const flow = page.getByRole("region", { name: "Arus kumulatif" });
  await flow.locator("summary").click();
  await flow.getByRole("button", { name: /^1, Berkas yang masuk, / }).waitFor();

  // A number opens its cases; what comes meanwhile is in the list and replaces the number.
  await figure(page, "Berkas yang masuk").click();
  const list = page.getByRole("dialog", { name: "Berkas yang masuk" });
  await list.getByRole("link", { name: "Sub domain puskesmas Gandusari" }).waitFor();
  await list.getByText(/^1 berkas · /).waitFor();
  const second = await work.start(sopTitle, "Hosting aplikasi perpustakaan");
  await list.getByText(/^2 berkas · /).waitFor();
  await list.getByRole("link", { name: "Hosting aplikasi perpustakaan" }).waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await shows(page, "Berkas yang masuk", "2");
  // What was unfolded still is.
  await flow.getByRole("button", { name: /^2, Berkas yang masuk, / }).waitFor();

  // Of what waits one goes straight to the case, and back to the very report.
  await figure(page, "Tugas yang menunggu di Pejabat Fungsional/Pelaksana").click();
  await page.getByRole("dialog").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: "Sub domain puskesmas Gandusari" }).waitFor();
  await page.goBack();

  // A step of one of several SOPs opens too.
  const steps = page.getByRole("region", { name: /^Per kegiatan/ });
  await steps.locator("summary").first().click();
  await figure(page, "Kegiatan 3 yang diselesaikan Kepala Bidang.*").click();
  await page
    .getByRole("dialog")
    .getByText(/^1 tugas · /)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  // What the loop of the form has done again is rework; a case that is cancelled is told apart.
  await work.complete(first, "TIDAK");
  await work.complete(first);
  await shows(page, "Tugas ulang yang diselesaikan Pemohon", "50%");
  await work.cancel(second);
  await shows(page, "Berkas yang dibatalkan", "1");

  // People are for managers.
  const people = page.getByRole("region", { name: "Per orang" });
  await expect.poll(() => people.innerText()).toContain("Siti");
  await figure(page, "Tugas Pejabat Fungsional/Pelaksana yang diselesaikan Siti.*").click();
  await page
    .getByRole("dialog")
    .getByText(/^1 tugas · /)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

test("the address keeps what is looked at", async () => {
  const desk = await openReport("admin");
  const { page } = desk;
  await page.getByRole("heading", { name: "Hambatan" }).waitFor();
  await expect.poll(() => page.getByRole("region", { name: "Per orang" }).count()).toBe(0);
  await expect.poll(() => page.locator(".form-row").count()).toBe(0);

  await page.getByRole("combobox", { name: "SOP" }).click();
  await page.getByRole("option", { name: sopTitle }).click();
  await page.keyboard.press("Escape");
  await page.locator(".form-row").first().waitFor();
  await page
    .getByRole("button", { name: /, Kabid Aptika: .* dari waktu kerja, 1 selesai/ })
    .waitFor();
  const choose = async (list: string, option: string): Promise<void> => {
    await page.getByRole("combobox", { name: list, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await choose("Masa", "Bulan ini");
  await choose("Langkah waktu", "Mingguan");
  await choose("Bandingkan dengan", "Masa yang sama tahun lalu");
  const params = new URL(page.url()).searchParams;
  expect(Object.fromEntries(params)).toMatchObject({
    period: "this-month",
    bucket: "WEEK",
    compare: "year",
  });
  const link = page.url();
  const colleague = await office.current.desk();
  await colleague.signIn("kadis");
  await colleague.open(link);
  await colleague.page.locator(".form-row").first().waitFor();
  await shows(colleague.page, "Berkas yang masuk", "2");
  await expect
    .poll(() => colleague.page.getByRole("combobox", { name: "Masa" }).inputValue())
    .toBe("Bulan ini");

  // A chart's numbers are a table, and the numbers of a table open too.
  const flow = page.getByRole("region", { name: "Arus kumulatif" });
  await flow.locator("summary").click();
  await flow.getByRole("button", { name: /^2, Berkas yang masuk, / }).click();
  await page
    .getByRole("dialog")
    .getByText(/^2 berkas · /)
    .waitFor();
  await page.keyboard.press("Escape");

  // A file is of the days on the screen.
  await page.getByRole("button", { name: "Unduh" }).click();
  const file = page.getByRole("menuitem", { name: /^CSV/ });
  const address = new URL((await file.getAttribute("href")) ?? "", page.url());
  expect(address.pathname).toBe("/export/throughput.csv");
  expect(address.searchParams.get("sop")).toBe(params.get("sop"));
  expect(address.searchParams.get("from")).toMatch(/-01$/);
  const report = await desk.context.request.get(address.href);
  expect([report.status(), report.headers()["content-type"]]).toEqual([
    200,
    "text/csv; charset=utf-8",
  ]);
  await page.keyboard.press("Escape");

  // What is stuck is one step away, for the same office and SOP.
  await page.getByRole("main").getByRole("link", { name: "Yang macet" }).click();
  await page.getByRole("heading", { level: 1, name: "Yang macet" }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("sop")).toBe(params.get("sop"));
  await page.goBack();
  await page.locator(".form-row").first().waitFor();

  // Without an address it is what was looked at last; and as usual again at a press.
  await desk.goTo("Berkas");
  await desk.goTo("Kinerja");
  await page.locator(".form-row").first().waitFor();
  await page.getByRole("button", { name: "Atur ulang" }).click();
  await page.locator(".form-row").first().waitFor({ state: "detached" });
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("a number that moved unheard is replaced by what its list counts", async () => {
  const work = new OfficeWork(office);
  const desk = await office.current.desk();
  const { page } = desk;
  desk.allowFault(/graphql\/stream|ERR_FAILED/);
  await page.route("**/graphql/stream", (route) => route.abort());
  await desk.signIn("manajer");
  await desk.open("/kinerja");
  await figure(page, "Berkas yang masuk").waitFor();
  const before = Number(await figure(page, "Berkas yang masuk").innerText());
  await work.start(sopTitle, "Sub domain kecamatan Panggul");
  await figure(page, "Berkas yang masuk").click();
  const list = page.getByRole("dialog", { name: "Berkas yang masuk" });
  await list.getByRole("link", { name: "Sub domain kecamatan Panggul" }).waitFor();
  await page.keyboard.press("Escape");
  await shows(page, "Berkas yang masuk", String(before + 1));
});

test("days without anything, the wrong way round, and too many are answered in words", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.open("/kinerja?from=2024-02-01&to=2024-02-29");
  await page.getByText("Tidak ada kegiatan pada 1–29 Februari 2024.").waitFor();
  await page.getByRole("main").getByRole("button", { name: "Tahun ini" }).click();
  await figure(page, "Berkas yang masuk").waitFor();

  await desk.open("/kinerja?from=2024-02-01&to=2024-02-29");
  await page.getByLabel("Sampai").fill("2024-01-31");
  await page.getByText("Tanggal akhir mendahului tanggal awal.").waitFor();

  await desk.open("/kinerja?from=1900-01-01&to=2026-11-30&bucket=DAY");
  await page.getByRole("alert").getByRole("button", { name: "Atur ulang" }).click();
  await figure(page, "Berkas yang masuk").waitFor();
});
