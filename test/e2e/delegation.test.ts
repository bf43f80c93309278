import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const caseTitle = "Surel dinas tidak terkirim";
const work = /^Menerima laporan dan menunjuk bidang/;

async function openTask({ page }: Desk): Promise<void> {
  const row = page.getByRole("listitem").filter({ hasText: caseTitle });
  await row.getByRole("link", { name: work }).click();
  await page.getByRole("heading", { level: 1, name: work }).waitFor();
}

test("a task is delegated to a colleague, who gives it back to the lane", async () => {
  const [pemohon, rina, dedi] = [
    await office.current.desk(),
    await office.current.desk(),
    await office.current.desk(),
  ];
  await pemohon.signIn("pemohon");
  await pemohon.goTo("SOP");
  const sop = pemohon.page.getByRole("listitem").filter({ hasText: "Pengelolaan Layanan TIK" });
  await sop.getByRole("button", { name: "Mulai" }).click();
  const start = pemohon.page.getByRole("dialog");
  await start.getByLabel("Perihal").fill(caseTitle);
  await start.getByRole("button", { name: "Mulai" }).click();
  await pemohon.page.getByLabel("Laporan permasalahan").fill("Tiket 7");
  await pemohon.page.getByRole("button", { name: "Selesaikan" }).click();
  await pemohon.page.getByText("Selesai dikerjakan").waitFor();

  await rina.signIn("rina");
  await openTask(rina);
  await rina.page.getByRole("button", { name: "Limpahkan" }).click();
  const dialog = rina.page.getByRole("dialog", { name: "Limpahkan tugas" });
  await dialog.getByRole("radio").first().waitFor();
  // Only colleagues: neither oneself nor somebody of another position.
  await expect.poll(() => dialog.getByRole("radio").count()).toBe(1);
  await dialog.getByRole("radio", { name: "Dedi Kurniawan" }).click();
  await dialog.getByRole("button", { name: "Limpahkan" }).click();
  await dialog.waitFor({ state: "hidden" });
  await rina.page.getByText("Tugas ini sedang dikerjakan oleh Dedi Kurniawan.").waitFor();
  await expect.poll(() => rina.page.getByRole("button", { name: "Limpahkan" }).count()).toBe(0);

  await dedi.signIn("dedi");
  await openTask(dedi);
  await dedi.page.getByRole("button", { name: "Lepas tugas ini" }).click();
  await dedi.page.getByRole("button", { name: "Ambil" }).waitFor();
  await rina.page.getByRole("button", { name: "Ambil" }).click();
  await rina.page.getByRole("button", { name: "Limpahkan" }).click();
  await dialog.getByRole("radio", { name: "Dedi Kurniawan" }).click();
  await dialog.getByRole("button", { name: "Limpahkan" }).click();
  await dialog.waitFor({ state: "hidden" });

  await rina.page.getByRole("link", { name: caseTitle }).click();
  const story = rina.page.getByRole("region", { name: "Perjalanan berkas" });
  await story
    .getByText(/^Rina Oktaviani melimpahkan “.*” kepada Dedi Kurniawan\.$/)
    .first()
    .waitFor();
});
