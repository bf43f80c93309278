import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";

const office = openOffice();

async function rowsOf(desk: Desk): Promise<readonly string[]> {
  return (await readForm(desk.page)).rows.map((row) => row.cells["activity"]!);
}

test("of two who edit one draft, the later is told, and loses nothing", async () => {
  const [first, second] = [await office.current.desk(), await office.current.desk()];
  await first.signIn("admin");
  await first.openSop("Pengelolaan Layanan TIK");
  await first.page.getByRole("button", { name: "Buat revisi" }).click();
  await first.page.getByTestId("save-state").waitFor();
  await second.signIn("admin");
  await second.openSop("Pengelolaan Layanan TIK");
  await second.page.getByTestId("save-state").waitFor();

  // Cut off, or the second would be told of the first one's change before it makes its own.
  await second.context.setOffline(true);
  second.allowFault(/ERR_INTERNET_DISCONNECTED/);
  const here = new DrawingBoard(first.page);
  await here.selectRow(/Menutup tiket/);
  await here.panel.getByLabel("Kegiatan", { exact: true }).fill("Menutup tiket dan mengabari");
  await here.saved();

  const there = new DrawingBoard(second.page);
  await there.selectRow(/Menutup tiket/);
  await there.panel.getByLabel("Kegiatan", { exact: true }).fill("Menutup dan mengarsipkan");
  await second.context.setOffline(false);
  const dialog = second.page.getByRole("dialog", { name: "Konsep sudah diubah orang lain" });
  await dialog.waitFor();
  await expect.poll(() => there.saveState.getAttribute("data-state")).toBe("conflict");

  // What could not be saved is kept twice: as a file on request, and in this browser.
  const downloading = second.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Unduh salinan saya" }).click();
  const file = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain("Menutup dan mengarsipkan");
  const copies = await second.page.evaluate(() => JSON.stringify(Object.values(localStorage)));
  expect(copies).toContain("Menutup dan mengarsipkan");

  // Looked at first, and applied again then: the kept copy waits above the form.
  await dialog.getByRole("button", { name: "Muat versi terbaru" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => rowsOf(second)).toContain("Menutup tiket dan mengabari");
  const notice = second.page.getByText("Perubahan Anda belum masuk ke konsep ini");
  await notice.waitFor();
  await second.page.reload();
  await notice.waitFor();
  await second.page.getByRole("button", { name: "Pasang lagi perubahan saya" }).click();
  await notice.waitFor({ state: "hidden" });
  await there.saved();
  await expect.poll(() => rowsOf(second)).toContain("Menutup dan mengarsipkan");

  await first.page.reload();
  await first.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(first)).toContain("Menutup dan mengarsipkan");
});

test("after a conflict one's own edits are applied again, and what does not fit is told", async () => {
  const [first, second] = [await office.current.desk(), await office.current.desk()];
  const title = "Pembuatan Layanan Sub Domain/Hosting";
  await first.signIn("admin");
  await first.openSop(title);
  await first.page.getByRole("button", { name: "Buat revisi" }).click();
  await first.page.getByTestId("save-state").waitFor();
  await second.signIn("admin");
  await second.openSop(title);
  await second.page.getByTestId("save-state").waitFor();
  const [here, there] = [new DrawingBoard(first.page), new DrawingBoard(second.page)];

  // Cut off, so that both edits are made before anything is told or sent: one on the row that is
  // gone by then, one on another.
  await second.context.setOffline(true);
  second.allowFault(/ERR_INTERNET_DISCONNECTED/);
  await here.selectRow(/Baris 3:/);
  await first.page.getByRole("button", { name: "Hapus langkah" }).click();
  await here.saved();

  await there.selectRow(/Baris 3:/);
  await there.panel.getByLabel("Kegiatan", { exact: true }).fill("Yang sudah dihapus");
  await there.selectRow(/Baris 2:/);
  await there.panel.getByLabel("Kegiatan", { exact: true }).fill("Yang masih ada");
  await second.context.setOffline(false);

  const dialog = second.page.getByRole("dialog", { name: "Konsep sudah diubah orang lain" });
  // What the other did, and what becomes of one's own work on what is gone.
  await dialog.getByTestId("changes").first().getByText("dihapus", { exact: true }).waitFor();
  await dialog.getByRole("radio", { name: /^Tetap dihapus/, checked: true }).waitFor();
  await dialog.getByRole("button", { name: "Pakai perubahan keduanya" }).click();
  await dialog.waitFor({ state: "hidden" });
  await second.page.getByText(/^1 dari 2 perubahan Anda tidak dapat dipasang lagi/).waitFor();
  await there.saved();
  await expect.poll(() => rowsOf(second)).toContain("Yang masih ada");
  await second.page.getByRole("button", { name: "Buang perubahan saya" }).click();
  await second.page.reload();
  await second.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(second)).toContain("Yang masih ada");
  await expect
    .poll(() => second.page.getByText("Perubahan Anda belum masuk ke konsep ini").count())
    .toBe(0);
});

test("a save whose answer is lost is no conflict with oneself", async () => {
  const desk = await office.current.desk();
  await desk.signIn("admin");
  await desk.openSop("PEMANFAATAN APLIKASI LAYANAN");
  await desk.page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(desk.page);
  await board.saveState.waitFor();
  desk.allowFault(/ERR_FAILED/);
  let lost = 0;
  await desk.page.route("**/graphql", async (route) => {
    if (lost > 0 || !(route.request().postData() ?? "").includes("mutation EditDraft")) {
      return route.fallback();
    }
    lost += 1;
    // The server has it; the browser never learns.
    await route.fetch();
    return route.abort();
  });
  await board.selectRow(/Baris 2:/);
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("Tersimpan sekali saja");
  await desk.page.locator('[data-testid="save-state"][data-state="failed"]').waitFor();
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("Tersimpan dua kali");
  await board.saved();
  expect(lost).toBe(1);
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(desk)).toContain("Tersimpan dua kali");
});

test("undo and redo reach the server as edits of their own", async () => {
  const desk = await office.current.desk();
  await desk.signIn("admin");
  await desk.openSop("Pakai Smart Center");
  await desk.page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(desk.page);
  await board.saveState.waitFor();
  // The form comes after the line over it.
  await desk.page.locator(".form-row").first().waitFor();
  const before = await rowsOf(desk);
  await board.selectRow(/Baris 2:/);
  await desk.page.getByRole("button", { name: "Hapus langkah" }).click();
  await board.saved();
  await expect.poll(async () => (await rowsOf(desk)).length).toBe(before.length - 1);
  await desk.page.getByRole("button", { name: "Urungkan" }).click();
  await expect.poll(() => rowsOf(desk)).toEqual(before);
  await board.saved();
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(desk)).toEqual(before);
});
