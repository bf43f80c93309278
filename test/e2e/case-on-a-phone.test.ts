import { expect, test } from "vitest";
import { phone, type Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

const caseTitle = "Jaringan puskesmas terputus";

/** Who holds the lanes of this procedure, in the order in which it reaches them. */
const steps = [
  ["rina", "Menerima laporan dan menunjuk bidang yang akan menangani", null],
  ["kabid", "Menganalisis kesesuaian layanan dan wewenang", "YA (sesuai)"],
  ["siti", "Memproses permasalahan pengguna dan melaporkan penyelesaiannya", null],
  ["kabid", "Mengecek penyelesaian dan melaporkan kepada Kadin", null],
  ["kadis", "Menerima laporan permasalahan dan penyelesaian", null],
  ["dedi", "Menutup tiket", null],
] as const;

/** On a phone nothing may hang over the right edge. */
async function expectNoSideways({ page }: Desk): Promise<void> {
  const spare = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(spare, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

async function doTask(desk: Desk, text: string, outcome: string | null): Promise<void> {
  const { page } = desk;
  await page
    .getByRole("listitem")
    .getByRole("link", { name: new RegExp(`^${text}`) })
    .click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${text}`) }).waitFor();
  await expectNoSideways(desk);
  for (const box of await page.getByRole("checkbox").all()) {
    if (await box.isEnabled()) await box.check();
  }
  if (outcome !== null) await page.getByRole("radio", { name: outcome }).click();
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
}

test("a case of the seeds goes from hand to hand on phones, to its end", async () => {
  const pemohon = await office.current.desk({ size: phone });
  await pemohon.signIn("pemohon");
  await expectNoSideways(pemohon);
  await pemohon.goTo("SOP");
  await expectNoSideways(pemohon);
  const row = pemohon.page.getByRole("listitem").filter({ hasText: "Pengelolaan Layanan TIK" });
  await row.getByRole("button", { name: "Mulai" }).click();
  const dialog = pemohon.page.getByRole("dialog");
  await dialog.getByLabel("Perihal").fill(caseTitle);
  await dialog.getByRole("button", { name: "Mulai" }).click();
  await pemohon.page.getByRole("heading", { level: 1, name: /^Mengirimkan tiket/ }).waitFor();
  await pemohon.page.getByLabel("Laporan permasalahan").fill("Tiket 118");
  await pemohon.page.getByRole("button", { name: "Selesaikan" }).click();
  await pemohon.page.getByText("Selesai dikerjakan").waitFor();
  await pemohon.page.getByRole("link", { name: "Lihat berkas" }).click();
  await pemohon.page.getByRole("heading", { level: 1, name: caseTitle }).waitFor();
  await expectNoSideways(pemohon);

  const desks = new Map<string, Desk>();
  for (const [username, text, outcome] of steps) {
    let desk = desks.get(username);
    if (desk === undefined) {
      desk = await office.current.desk({ size: phone });
      await desk.signIn(username);
      desks.set(username, desk);
    } else {
      await desk.page.getByRole("link", { name: "Ke daftar tugas" }).click();
    }
    await doTask(desk, text, outcome);
  }

  // The requester never left the case's page, and sees it finished there.
  await pemohon.page.locator(".page-head").getByText("Selesai").waitFor();
  const journey = pemohon.page.getByRole("region", { name: "Perjalanan berkas" });
  await journey.getByText("Berkas selesai.").waitFor();
  const story = await journey.innerText();
  expect(story).toContain("Sri Mulyati memutuskan");
  expect(story).toMatch(/Dedi Kurniawan menyelesaikan “Menutup tiket”/);
  await expectNoSideways(pemohon);
  await desks.get("dedi")!.page.getByRole("link", { name: "Ke daftar tugas" }).click();
  await desks.get("dedi")!.page.getByText("Tidak ada tugas.").waitFor();
});
