import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";

const office = openOffice();
const title = "Pengelolaan Layanan TIK";

async function revised(desk: Desk): Promise<DrawingBoard> {
  await desk.signIn("admin");
  await desk.openSop(title);
  await desk.page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(desk.page);
  await board.saveState.waitFor();
  return board;
}

const changesOf = (desk: Desk): Promise<string[]> =>
  desk.page.getByTestId("changes").locator(":scope > li").allInnerTexts();

test("two versions stand beside each other, and the history tells who made the one of the other", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  const board = await revised(desk);
  await board.selectRow(/Baris 2:/);
  await board.giveTime("30", "menit");
  await board.selectRow(/Menutup tiket/);
  await board.addStep("Kegiatan", "Mengarsipkan berkas");
  await board.saved();
  await board.selectRow(/Baris 6:/);
  await page.getByRole("button", { name: "Hapus langkah" }).click();
  await board.saved();

  // From the menu of the versions: the one in force against the draft.
  await page.getByRole("button", { name: "Riwayat dan perbandingan" }).click();
  await page.getByRole("menuitem", { name: "Bandingkan versi" }).click();
  await page.getByRole("heading", { level: 1, name: "Bandingkan versi" }).waitFor();
  await page.getByTestId("changes").waitFor();
  const list = await changesOf(desk);
  const told = list.join("\n");
  expect(told).toMatch(/Langkah 2 · Menerima laporan[^]*waktu 1 hari → 30 menit/);
  expect(told).toMatch(/Mengarsipkan berkas\s+ditambahkan/);
  expect(told).toMatch(/Langkah 6 · Menerima laporan[^]*\(nomor lama\)\s+dihapus/);

  // On the drawing: what is gone is struck out and takes no number.
  let form = await readForm(page);
  const removed = () =>
    form.rows.find(({ cells }) => cells["activity"]?.startsWith("Menerima laporan perm"));
  // The list of changes may be there before the rows of the form are.
  await expect
    .poll(async () => {
      form = await readForm(page);
      return removed()?.cells["number"];
    })
    .toBe("");
  const gone = removed();
  await page.getByTestId(`mark-${gone!.node}`).and(page.locator('[data-mark="removed"]')).waitFor();
  const numbers = form.rows.map(({ cells }) => cells["number"]).filter((text) => text !== "");
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));

  // A press goes there, and the drawing can be either of the two.
  await page.getByRole("button", { name: /Mengarsipkan berkas/ }).click();
  await page.locator('.row-mark[data-mark="added"][data-picked]').waitFor();
  await page.getByText("Lama", { exact: true }).click();
  await expect.poll(async () => (await readForm(page)).rows.length).toBe(form.rows.length - 1);
  await page.getByText("Baru", { exact: true }).click();
  await expect
    .poll(async () => (await readForm(page)).rows.map(({ cells }) => cells["activity"]))
    .toContain("Mengarsipkan berkas");

  // The other way round, what came is what goes.
  await page.getByRole("button", { name: "Tukar versi lama dan baru" }).click();
  await expect
    .poll(async () => (await changesOf(desk)).join("\n"))
    .toMatch(/Mengarsipkan berkas[^]*dihapus/);

  await page.getByRole("link", { name: "Riwayat perubahan" }).click();
  const history = page.getByTestId("history");
  await history.getByText("Konsep dibuat dari versi 1").waitFor();
  await history.getByText(/mengubah isi/).click();
  await history.getByText("30 menit").waitFor();
  expect((await changesOf(desk)).join("\n")).toContain("Mengarsipkan berkas");
  await history.getByRole("link", { name: "Lihat pada formulir saat itu" }).click();
  await expect.poll(() => changesOf(desk)).toEqual(list);
});

test("who changed the same field as another chooses whose it is, and keeps the rest", async () => {
  const [first, second] = [await office.current.desk(), await office.current.desk()];
  const sop = "Pinjam Ruang Smart Center";
  await first.signIn("admin");
  await first.openSop(sop);
  await first.page.getByRole("button", { name: "Buat revisi" }).click();
  const here = new DrawingBoard(first.page);
  await here.saveState.waitFor();
  await second.signIn("admin");
  await second.openSop(sop);
  const there = new DrawingBoard(second.page);
  await there.saveState.waitFor();

  await here.selectRow(/Baris 2:/);
  await here.panel.getByLabel("Kegiatan", { exact: true }).fill("Dari yang pertama");
  await here.saved();
  await second.context.setOffline(true);
  second.allowFault(/ERR_INTERNET_DISCONNECTED/);
  await there.selectRow(/Baris 2:/);
  await there.panel.getByLabel("Kegiatan", { exact: true }).fill("Dari yang kedua");
  await there.panel.getByLabel("Keterangan", { exact: true }).fill("Hanya hari kerja");
  await second.context.setOffline(false);

  const dialog = second.page.getByRole("dialog", { name: "Konsep sudah diubah orang lain" });
  await dialog
    .getByTestId("changes")
    .first()
    .getByText("Dari yang pertama", { exact: true })
    .waitFor();
  await dialog.getByRole("radio", { name: "Milik Anda: Dari yang kedua", checked: true }).waitFor();
  await dialog.getByRole("radio", { name: /^Milik .*: Dari yang pertama$/ }).check();
  await dialog.getByRole("button", { name: "Pakai perubahan keduanya" }).click();
  await dialog.waitFor({ state: "hidden" });
  await there.saved();
  const row = (await readForm(second.page)).rows.find(
    ({ cells }) => cells["activity"] === "Dari yang pertama",
  );
  expect(row?.cells["remarks"]).toBe("Hanya hari kerja");
});
