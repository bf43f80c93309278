import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const title = "Pakai Smart Center";

async function openDraft(desk: Desk): Promise<DrawingBoard> {
  await desk.signIn("admin");
  await desk.openSop(title);
  const revise = desk.page.getByRole("button", { name: "Buat revisi" });
  await revise.or(desk.page.getByTestId("save-state")).first().waitFor();
  if (await revise.isVisible()) await revise.click();
  const board = new DrawingBoard(desk.page);
  await board.saveState.waitFor();
  return board;
}

test("problems name their step, and the cures that they offer mend them", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  const board = await openDraft(desk);
  await board.selectRow(/Baris 2:/);
  await board.panel.getByRole("combobox", { name: "Langkah berikutnya" }).waitFor();
  await board.panel.locator('[aria-label="Kosongkan"]').first().click();
  await board.panel.getByRole("tab", { name: /Masalah/ }).click();
  const problems = page.getByTestId("problems");
  await problems.getByRole("button", { name: /^2\. / }).first().waitFor();
  await problems.getByRole("button", { name: "Sambungkan ke langkah berikutnya" }).first().click();
  await problems.getByText("Tidak ada masalah").waitFor();
  await expect
    .poll(() => page.getByTestId("problem-count").textContent())
    .toBe("0 masalah pada formulir");
  await board.saved();
});

test("a step without text and a lane of nobody lead to the fields that mend them", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  const board = await openDraft(desk);
  const problems = page.getByTestId("problems");
  const tab = () => board.panel.getByRole("tab", { name: /Masalah/ }).click();
  await board.selectRow(/Baris 2:/);
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("");
  await tab();
  await problems.getByText("Langkah ini belum berisi kegiatan.").waitFor();
  await problems.getByRole("button", { name: "Tulis kegiatannya" }).click();
  await page.keyboard.type("Menulis lagi");
  await problems.getByText("Tidak ada masalah").waitFor();
  await page.getByRole("gridcell", { name: /Baris 2: Menulis lagi/ }).waitFor();
  await page.keyboard.press("Escape");

  // A lane in which nothing stands may stay nobody's; with work in it, it may not.
  await page.keyboard.press("Escape");
  await board.addLane();
  await board.describeLane("Lajur baru", null);
  await tab();
  await problems.getByText("Tidak ada masalah").waitFor();
  await board.selectRow(/Baris 2:/);
  await board.panel.getByRole("group", { name: "Pelaksana" }).getByLabel("Lajur baru").check();
  await tab();
  const binding = board.panel.getByRole("combobox", { name: "Dikerjakan oleh", exact: true });
  await problems.getByRole("button", { name: "Lajur baru", exact: true }).click();
  await expect.poll(() => binding.evaluate((field) => field === document.activeElement)).toBe(true);
  await tab();
  await problems.getByRole("button", { name: "Pilih siapa yang mengerjakan" }).click();
  await expect.poll(() => binding.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByRole("button", { name: "Lajur baru" }).click();
  await dialog.waitFor({ state: "hidden" });
  await binding.waitFor();

  // Where the panel lies over the form, the field is in it; and the form is free for a text.
  await page.setViewportSize({ width: 820, height: 900 });
  const drawer = page.getByRole("dialog", { name: "Isian" });
  const narrow = async () => {
    await page.getByRole("button", { name: "Isian" }).click();
    await drawer.getByRole("tab", { name: /Masalah/ }).click();
  };
  if (!(await drawer.isVisible())) await page.getByRole("button", { name: "Isian" }).click();
  await drawer.getByRole("tab", { name: /Masalah/ }).click();
  await drawer.getByRole("button", { name: "Pilih siapa yang mengerjakan" }).click();
  const inDrawer = drawer.getByRole("combobox", { name: "Dikerjakan oleh", exact: true });
  await expect
    .poll(() => inDrawer.evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  await narrow();
});

test("the palette finds commands and places, and find what is written", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await openDraft(desk);
  await page.keyboard.press("Control+K");
  const palette = page.getByRole("combobox", { name: "Cari perintah" });
  await palette.fill("masalah");
  await page.keyboard.press("Enter");
  await page.getByTestId("problems").waitFor();

  await page.keyboard.press("Control+F");
  const find = page.getByRole("search", { name: "Cari di SOP ini" });
  await find.getByRole("textbox").fill("peserta");
  await find.getByText(/^1 dari \d+$/).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await find.getByText(/^2 dari \d+$/).waitFor();
  await expect.poll(() => page.locator(".found-mark[data-current]").count()).toBe(1);
  await page.keyboard.press("Escape");
  await find.waitFor({ state: "hidden" });

  await page.keyboard.press("Control+/");
  await page.getByRole("dialog", { name: "Pintasan papan ketik" }).waitFor();
});

test("notes are written on a step and on a field, settled and found again", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  const board = await openDraft(desk);
  await board.selectRow(/Baris 3:/);
  await board.panel.getByRole("button", { name: "Tambah catatan" }).click();
  await board.panel.getByLabel("Catatan baru").fill("Siapa yang memeriksa?");
  await board.panel.getByRole("button", { name: "Simpan", exact: true }).click();
  await board.panel.getByTestId("note").filter({ hasText: "Siapa yang memeriksa?" }).waitFor();

  await page.getByRole("tab", { name: "Halaman identitas" }).click();
  await page.getByRole("button", { name: "Catatan untuk Alamat" }).click();
  await page.getByLabel("Catatan baru: Alamat").fill("Alamat lama?");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  const onField = page.locator('[data-identity="identity.address"]').getByTestId("note");
  await onField.filter({ hasText: "Alamat lama?" }).waitFor();

  await page.getByRole("tab", { name: "Formulir" }).click();
  await board.panel.getByRole("tab", { name: /Catatan/ }).click();
  const note = page.getByTestId("note").filter({ hasText: "Siapa yang memeriksa?" });
  await note.getByRole("button", { name: "Sudah dikonfirmasi" }).click();
  await note.waitFor({ state: "detached" });
  await board.panel.getByText(/^Selesai \(/).click();
  await note.getByText(/dikonfirmasi Ratna Wulandari/).waitFor();
});

test("of two who have a draft open each sees the other, and what they draw apart", async () => {
  const [first, second] = [await office.current.desk(), await office.current.desk()];
  const here = await openDraft(first);
  const there = await openDraft(second);
  await here.selectRow(/Baris 2:/);
  await second.page
    .getByTestId("presence")
    .getByText(/di langkah 2/)
    .waitFor();
  await there.selectRow(/Baris 4:/);
  await there.panel.getByLabel("Kegiatan", { exact: true }).fill("Ditulis di sana");
  await there.saved();
  const row = first.page.getByRole("gridcell", { name: /Ditulis di sana/ });
  await row.waitFor();
  await here.panel.getByLabel("Kegiatan", { exact: true }).fill("Ditulis di sini");
  await here.saved();
  await second.page.getByRole("gridcell", { name: /Ditulis di sini/ }).waitFor();
});

test("dates are read as they are typed, and pasted lines become lines", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  const board = await openDraft(desk);
  await page.getByRole("tab", { name: "Halaman identitas" }).click();
  await page.getByLabel("Tanggal revisi", { exact: true }).fill("3/6/2021");
  await page.getByText("Terbaca sebagai 3 Juni 2021").waitFor();
  await page.getByLabel("NIP", { exact: true }).fill("123");
  await page.getByText("NIP biasanya 18 angka.").waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Tambah langkah" }).count()).toBe(0);

  const line = page.getByLabel("Keterkaitan, baris 1", { exact: true });
  await line.fill("");
  await line.evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/plain", "1. SOP A\n2. SOP B\n3. SOP C");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await expect.poll(() => page.getByLabel("Keterkaitan, baris 3").inputValue()).toBe("SOP C");
  await page.keyboard.press("Enter");
  await page.getByLabel("Keterkaitan, baris 4").waitFor();

  await page.getByRole("button", { name: "Atur kolom SOP ini" }).click();
  await page.getByRole("button", { name: "Geser Waktu ke kiri" }).click();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("Kolom di kanan pelaksana: Waktu, Kelengkapan").waitFor();
  await board.saved();
});

test("a new SOP begins with a template, whose drawing is seen first", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.goTo("SOP");
  await page.getByRole("button", { name: "SOP baru" }).click();
  const dialog = page.getByRole("dialog", { name: "SOP baru" });
  await dialog.getByText("Templat", { exact: true }).click();
  await dialog.getByRole("radio", { name: /Surat masuk/ }).click();
  await dialog.locator(".form-row").first().waitFor();
  await dialog.getByLabel("Judul SOP").fill("Surat masuk di bidang");
  await dialog.getByRole("button", { name: "Buat konsep" }).click();
  await page.getByRole("heading", { level: 1, name: "Surat masuk di bidang" }).waitFor();
  await page.getByRole("gridcell", { name: /Menerima surat masuk/ }).waitFor();
});

test("a draft that is enacted under one's feet can be gone on with as a revision", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.openSop("Pembuatan Layanan Sub Domain/Hosting");
  await page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(page);
  await board.saveState.waitFor();
  const versionId = new URL(page.url()).searchParams.get("versi");
  const answer = await desk.ask<{ enactVersion: { userErrors: unknown[] } }>(
    `mutation ($input: EnactVersionInput!) { enactVersion(input: $input) { userErrors { code } } }`,
    { input: { versionId, revision: 1 } },
  );
  expect(answer.enactVersion.userErrors).toEqual([]);
  const dialog = page.getByRole("dialog", { name: "Konsep ini sudah disahkan" });
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "Buat revisi" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => new URL(page.url()).searchParams.get("versi")).not.toBe(versionId);
  await board.saveState.waitFor();
});

test("a draft that is discarded under one's feet can be kept as an SOP of its own", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.openSop("PEMBINAAN DAN PENGEMBANGAN SUMBER DAYA KOMUNIKASI DAN INFORMASI");
  await page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(page);
  await board.saveState.waitFor();
  const { pathname, searchParams } = new URL(page.url());
  await board.selectRow(/Baris 2:/);
  await page.keyboard.type("Masih di layar");
  await board.saved();
  const answer = await desk.ask<{ discardDraft: { userErrors: unknown[] } }>(
    `mutation ($input: VersionActionInput!) { discardDraft(input: $input) { userErrors { code } } }`,
    { input: { versionId: searchParams.get("versi"), revision: 2 } },
  );
  expect(answer.discardDraft.userErrors).toEqual([]);
  const dialog = page.getByRole("dialog", { name: "Konsep ini sudah dibuang" });
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "Simpan sebagai SOP baru" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => new URL(page.url()).pathname).not.toBe(pathname);
  await page.getByRole("row").filter({ hasText: "Masih di layar" }).waitFor();
});

test("a draft that was submitted and taken back under one's feet is drawn on again", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.openSop("Pinjam Ruang Smart Center");
  await page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(page);
  await board.saveState.waitFor();
  const versionId = new URL(page.url()).searchParams.get("versi");
  const act = (mutation: string) =>
    desk.ask(
      `mutation ($input: VersionActionInput!) { ${mutation}(input: $input) { userErrors { code } } }`,
      { input: { versionId, revision: 1 } },
    );
  await act("submitVersion");
  const dialog = page.getByRole("dialog", { name: "Konsep ini sudah diajukan" });
  await dialog.waitFor();
  await act("withdrawSubmission");
  await dialog.waitFor({ state: "hidden" });
  await board.selectRow(/Baris 2:/);
  await page.keyboard.type("Ditarik kembali");
  await board.saved();
});

test("the keyboard works on where a lane goes that one was just asked about", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.openSop("Pengelolaan Layanan TIK");
  await page.getByRole("button", { name: "Buat revisi" }).click();
  await new DrawingBoard(page).saved();
  const heading = page.locator(".form-head [data-lane]").first();
  const lane = await heading.getAttribute("data-lane");
  await heading.click();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: /^Hapus pelaksana/ });
  await dialog.waitFor();
  const versionId = new URL(page.url()).searchParams.get("versi");
  await desk.ask(
    "mutation ($input: EditDraftInput!) { editDraft(input: $input) { userErrors { code } } }",
    {
      input: {
        versionId,
        revision: 1,
        edits: [{ op: "REMOVE", collection: "LANES", key: lane }],
      },
    },
  );
  await dialog.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Cari perintah" }).waitFor();
});
