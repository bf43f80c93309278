import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";

const office = openOffice();

const title = "Peminjaman Kendaraan Dinas";
const caseTitle = "Kendaraan untuk rapat di Surabaya";

/** A new SOP with three lanes and a decision that loops back; saved, not enacted yet. */
async function draw(desk: Desk): Promise<DrawingBoard> {
  const { page } = desk;
  const board = new DrawingBoard(page);
  await desk.goTo("SOP");
  await page.getByRole("button", { name: "SOP baru" }).click();
  const dialog = page.getByRole("dialog", { name: "SOP baru" });
  await dialog.getByLabel("Judul SOP").fill(title);
  await dialog.getByLabel("Nomor").fill("000.2/17/2026");
  await dialog.getByRole("button", { name: "Buat konsep" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();

  await board.selectLane("Pelaksana");
  await board.describeLane("Agendaris", "Agendaris");
  await board.addLane();
  await board.describeLane("Sekretaris", "Sekretaris Dinas");
  await board.addLane();
  await board.describeLane("Staf Bidang", null);

  await board.selectRow(/Mulai/);
  await board.addStep("Kegiatan", "Mencatat permohonan kendaraan");
  await board.giveTime("30", "menit");
  await board.giveOutput("Lembar permohonan");
  await board.addStep("Kegiatan", "Memeriksa lembar permohonan");
  await board.placeActivityIn("Sekretaris");
  await board.addStep("Keputusan", "Apakah kendaraan tersedia?");
  await board.choose("Pelaksana", "Sekretaris");
  await board.giveTime("2", "jam");
  await board.choose("Tujuan cabang 2", "1. Mencatat permohonan kendaraan");
  await board.addStep("Kegiatan", "Menyerahkan kunci kendaraan");
  await board.placeActivityIn("Staf Bidang");
  await board.selectRow(/Selesai/);
  await board.choose("Pelaksana", "Staf Bidang");
  await board.saved();
  return board;
}

/** Does the task that is open on the screen. */
async function complete(desk: Desk, outcome: string | null = null): Promise<void> {
  if (outcome !== null) await desk.page.getByRole("radio", { name: outcome }).click();
  await desk.page.getByRole("button", { name: "Selesaikan" }).click();
  await desk.page.getByText("Selesai dikerjakan").waitFor();
}

async function openTask(desk: Desk, text: string): Promise<void> {
  await desk.page.getByRole("listitem").getByRole("link", { name: text }).click();
  await desk.page.getByRole("heading", { level: 1, name: text }).waitFor();
}

test("what is drawn on the form runs the moment it is enacted", async () => {
  const admin = await office.current.desk();
  await admin.signIn("admin");
  const board = await draw(admin);

  const drawn = await readForm(admin.page);
  expect(drawn.rows.map((row) => [row.cells["number"], row.cells["activity"]])).toEqual([
    ["", "Mulai"],
    ["1", "Mencatat permohonan kendaraan"],
    ["2", "Memeriksa lembar permohonan"],
    ["3", "Apakah kendaraan tersedia?"],
    ["4", "Menyerahkan kunci kendaraan"],
    ["", "Selesai"],
  ]);
  expect(drawn.rows[1]!.cells).toMatchObject({ time: "30 menit", output: "Lembar permohonan" });
  expect(drawn.arrows.map(({ label }) => label).filter(Boolean)).toEqual(["Ya", "Tidak"]);

  // The last lane has no holder yet: the problem is named, and enacting refused.
  await admin.page.getByRole("tab", { name: /Masalah\s*1/ }).click();
  const problem = admin.page.locator(".problem-group").first();
  await expect.poll(() => problem.innerText()).toMatch(/Staf Bidang[^]*belum terikat/);
  await admin.page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Sahkan SOP" });
  await expect.poll(() => dialog.getByTestId("enact-problems").innerText()).toMatch(/Staf Bidang/);
  await expect
    .poll(() => dialog.getByRole("button", { name: "Sahkan sekarang" }).isDisabled())
    .toBe(true);
  await dialog.getByRole("button", { name: "Staf Bidang" }).click();
  await dialog.waitFor({ state: "hidden" });
  await board.choose("Dikerjakan oleh", "Staf Bidang IATIK");
  await admin.page.getByRole("tab", { name: "Masalah" }).click();
  await admin.page.getByText("Tidak ada masalah").waitFor();
  await board.saved();
  await expect.poll(() => board.saveState.innerText()).toBe("Tersimpan");

  await admin.page.reload();
  await admin.page.locator(".form-row").first().waitFor();
  const kept = await readForm(admin.page);
  expect(kept.rows.map((row) => row.cells)).toEqual(drawn.rows.map((row) => row.cells));

  await admin.page.getByRole("button", { name: "Sahkan", exact: true }).click();
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await admin.page.getByText("Versi 1, berlaku").waitFor();
  await admin.signOut();

  // No other step: the holders of the lanes find it there.
  const [agendaris, sekdin, joko] = await Promise.all([
    office.current.desk(),
    office.current.desk(),
    office.current.desk(),
  ]);
  await agendaris.signIn("agendaris");
  await sekdin.signIn("sekdin");
  await sekdin.page.getByText("Tidak ada tugas.").waitFor();
  await joko.signIn("joko");
  await joko.page.getByText("Tidak ada tugas.").waitFor();

  await agendaris.openSop(title);
  await agendaris.page.getByRole("button", { name: "Mulai", exact: true }).click();
  const start = agendaris.page.getByRole("dialog");
  await start.getByLabel("Perihal").fill(caseTitle);
  await start.getByRole("button", { name: "Mulai" }).click();
  await agendaris.page.getByRole("heading", { name: "Mencatat permohonan kendaraan" }).waitFor();
  await agendaris.goTo("Tugas saya");
  await openTask(agendaris, "Mencatat permohonan kendaraan");
  await agendaris.page.getByLabel("Lembar permohonan").fill("LP-17");
  await complete(agendaris);
  await agendaris.page.getByText("Hartono Wibowo").waitFor();

  // Nobody presses anything here: the list grows by itself.
  await openTask(sekdin, "Memeriksa lembar permohonan");
  await sekdin.page.getByText("Lembar permohonan: LP-17").waitFor();
  await complete(sekdin);
  await sekdin.goTo("Tugas saya");
  await openTask(sekdin, "Apakah kendaraan tersedia?");
  await complete(sekdin, "Tidak");
  await sekdin.page.getByRole("link", { name: "Ke daftar tugas" }).click();

  await agendaris.goTo("Tugas saya");
  await openTask(agendaris, "Mencatat permohonan kendaraan");
  await complete(agendaris);
  await openTask(sekdin, "Memeriksa lembar permohonan");
  await complete(sekdin);
  await sekdin.goTo("Tugas saya");
  await openTask(sekdin, "Apakah kendaraan tersedia?");
  await complete(sekdin, "Ya");

  await openTask(joko, "Menyerahkan kunci kendaraan");
  await complete(joko);
  await joko.page.getByText("Berkas selesai").waitFor();
  await joko.page.getByRole("link", { name: "Lihat berkas" }).click();
  await joko.page.getByRole("heading", { level: 1, name: caseTitle }).waitFor();
  await expect.poll(() => joko.page.locator(".page-head").innerText()).toContain("Selesai");
  const timeline = joko.page.getByRole("region", { name: "Perjalanan berkas" });
  await timeline.getByText("Berkas selesai.").waitFor();
  const story = await timeline.innerText();
  expect(story).toContain("Lestari Ningsih memulai berkas ini.");
  expect(story).toMatch(/Hartono Wibowo memutuskan “Apakah kendaraan tersedia\?”: Tidak/);
  expect(story).toMatch(
    /Hartono Wibowo memutuskan “Apakah kendaraan tersedia\? \(putaran ke-2\)”: Ya/,
  );
  expect(story).toContain("Joko Purnomo menyelesaikan “Menyerahkan kunci kendaraan”.");
  expect(story).toContain("menyelesaikan “Mencatat permohonan kendaraan”");
  expect(story).toContain("menyelesaikan “Mencatat permohonan kendaraan (putaran ke-2)”");
});
