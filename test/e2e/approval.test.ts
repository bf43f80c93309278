import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const title = "Pinjam Ruang Smart Center";

async function submit(desk: Desk, message = ""): Promise<void> {
  await desk.page.getByRole("button", { name: "Ajukan" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "Ajukan untuk disahkan" });
  await dialog.getByLabel("Pesan untuk pengesah").fill(message);
  await dialog.getByRole("button", { name: "Ajukan" }).click();
  await dialog.waitFor({ state: "hidden" });
}

test("a draft is submitted, taken back, submitted again, and enacted by the approver", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  await admin.openSop(title);
  await admin.page.getByRole("button", { name: "Buat revisi" }).click();
  await admin.page.getByTestId("save-state").waitFor();
  await submit(admin);
  await admin.page.getByText("Menunggu pengesahan").waitFor();
  await admin.page.locator(".version-line").getByText("Versi 2, diajukan").waitFor();
  await expect.poll(() => admin.page.getByTestId("save-state").count()).toBe(0);

  await admin.page.getByRole("button", { name: "Tarik pengajuan" }).click();
  await admin.page.getByTestId("save-state").waitFor();
  await submit(admin);
  await admin.page.getByText("Menunggu pengesahan").waitFor();

  // The approver finds it in the list, sees that very version first, and enacts it.
  await kadis.signIn("kadis");
  await kadis.goTo("SOP");
  await kadis.page
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByText("menunggu pengesahan")
    .waitFor();
  await kadis.openSop(title);
  await kadis.page.getByText("Konsep ini diajukan untuk disahkan.").waitFor();
  await expect
    .poll(() => kadis.page.getByRole("button", { name: "Tarik pengajuan" }).count())
    .toBe(0);
  await kadis.page.getByRole("button", { name: "Sahkan" }).click();
  const dialog = kadis.page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await dialog.waitFor({ state: "hidden" });
  await kadis.page.locator(".version-line").getByText("Versi 2, berlaku").waitFor();
  await expect
    .poll(() => kadis.page.getByText("Konsep ini diajukan untuk disahkan.").count())
    .toBe(0);
});

test("the approver sends a draft back with a reason, and schedules the next one", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  const other = "Pengelolaan Layanan TIK";
  await admin.signIn("admin");
  await admin.openSop(other);
  await admin.page.getByRole("button", { name: "Buat revisi" }).click();
  await admin.page.getByTestId("save-state").waitFor();
  await submit(admin, "Waktu langkah 2 sudah disesuaikan.");

  await kadis.signIn("kadis");
  await kadis.openSop(other);
  await kadis.page.getByText("Waktu langkah 2 sudah disesuaikan.").waitFor();
  await kadis.page.getByRole("button", { name: "Kembalikan" }).click();
  const back = kadis.page.getByRole("dialog", { name: "Kembalikan konsep" });
  await back.getByRole("button", { name: "Kembalikan konsep" }).click();
  await back.getByText("Tuliskan alasannya.").waitFor();
  await back.getByLabel("Alasan").fill("Dasar hukum belum diperbarui.");
  await back.getByRole("button", { name: "Kembalikan konsep" }).click();
  await back.waitFor({ state: "hidden" });

  // The reason stands over the draft until it is submitted again.
  await admin.openSop(other);
  await admin.page.getByText("Dasar hukum belum diperbarui.").waitFor();
  await submit(admin);
  await admin.page.getByText("Menunggu pengesahan").waitFor();
  await expect.poll(() => admin.page.getByText("Dasar hukum belum diperbarui.").count()).toBe(0);

  await kadis.openSop(other);
  await kadis.page.getByRole("button", { name: "Sahkan" }).click();
  const dialog = kadis.page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByText("Tanggal tertentu").click();
  const moment = dialog.getByLabel(/Tanggal dan jam \(WIB\)/);
  await moment.fill("2020-01-01T07:30");
  await dialog.getByRole("button", { name: "Sahkan dan jadwalkan" }).click();
  await dialog.getByText("Pilih tanggal dan jam yang akan datang.").waitFor();
  await moment.fill(`${new Date().getUTCFullYear() + 1}-12-01T07:30`);
  await dialog.getByRole("button", { name: "Sahkan dan jadwalkan" }).click();
  await dialog.waitFor({ state: "hidden" });
  await kadis.page.getByText(/Sudah disahkan, berlaku mulai 0?1 Des/).waitFor();
  await kadis.page.getByText("Sampai saat itu versi 1 tetap berlaku.").waitFor();
  await kadis.page.locator(".version-line").getByText("Versi 2, terjadwal").waitFor();

  await kadis.page.getByRole("button", { name: "Batalkan jadwal" }).click();
  const cancel = kadis.page.getByRole("dialog", { name: "Batalkan jadwal berlaku" });
  await cancel.getByLabel("Alasan").fill("Menunggu peraturan baru.");
  await cancel.getByRole("button", { name: "Batalkan jadwal" }).click();
  await cancel.waitFor({ state: "hidden" });
  await kadis.page.locator(".version-line").getByText("Versi 3, konsep").waitFor();
});
