import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";
import { savedGraph } from "./harness/saved-graph.js";

const office = openOffice();

/** A draft with a start and an end; the keyboard stands where the first step is typed. */
async function newDraft(desk: Desk, title: string): Promise<DrawingBoard> {
  await desk.signIn("admin");
  await desk.goTo("SOP");
  await desk.page.getByRole("button", { name: "SOP baru" }).click();
  const dialog = desk.page.getByRole("dialog", { name: "SOP baru" });
  await dialog.getByLabel("Judul SOP").fill(title);
  await dialog.getByRole("button", { name: "Buat konsep" }).click();
  await desk.page.getByRole("heading", { level: 1, name: title }).waitFor();
  await desk.page.locator("button.first-step:focus").waitFor();
  return new DrawingBoard(desk.page);
}

/** What the fingers do: words, and keys in angle brackets. "<Tab>" presses it. */
async function press(desk: Desk, script: string): Promise<void> {
  for (const piece of script.split(/(<[\w+]+>)/).filter(Boolean)) {
    const key = /^<([\w+]+)>$/.exec(piece)?.[1];
    if (key === undefined) await desk.page.keyboard.type(piece);
    else await desk.page.keyboard.press(key);
  }
}

const heard = (desk: Desk): Promise<string> =>
  desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("ten steps are drawn without the mouse", async () => {
  const title = "Layanan Konsultasi Teknologi Informasi";
  const desk = await office.current.desk();
  const board = await newDraft(desk, title);
  // Each row: kegiatan, pelaksana, kelengkapan, waktu, output, keterangan; Tab after the last makes
  // the next row.
  const rows = [
    "Menerima surat permohonan<Tab>Agendaris<Tab>Surat permohonan<Shift+Enter>KTP pemohon<Tab>15 menit<Tab>Agenda<Tab>Loket<Tab>",
    "Meneruskan permohonan<Tab><Tab>agen<ArrowDown><Enter><Tab>30<Tab><Tab><Tab>",
    "Menelaah permohonan<Tab>Sekretaris Dinas<Tab><Tab>1,5 jam<Tab>Telaah<Tab><Tab>",
    "/kep<Enter>Apakah permohonan disetujui?<Tab>Kepala Dinas<Tab>tel<ArrowDown><Enter><Tab>1 hari<Tab><Tab><Tab>",
    "Menyusun jadwal<Tab>sek<Tab><Tab>2 jam<Tab>Jadwal<Tab><Tab>",
    "Memberi konsultasi<Tab>Tim Teknis<Tab><Tab>1 hari<Tab>Catatan konsultasi<Tab><Tab>",
    "Menyusun laporan bersama<Tab>tim, sek<Tab><Tab>60 menit<Tab>Laporan<Tab><Tab>",
    "Memeriksa laporan<Tab>sek<Tab><Tab>1 jam<Tab><Tab><Tab>",
    "Menandatangani laporan<Tab>kep<Tab><Tab>10 menit<Tab>lap<ArrowDown><Enter><Tab><Tab>",
    "Mengarsipkan laporan<Tab>agen<Tab><Tab>5 menit<Tab><Tab><Enter>",
  ];
  await press(desk, rows.join(""));
  // The row that Enter made last is left empty, so it goes again.
  await press(desk, "<Escape>");
  // "Tidak" leads back to the first step, by its number.
  await desk.page.keyboard.press("Control+Home");
  await press(desk, "<ArrowDown><ArrowDown><ArrowDown><ArrowDown><Tab><Tab>");
  await expect.poll(() => heard(desk)).toMatch(/langkah 4, keputusan, Kepala Dinas/);
  await press(desk, "<Enter>");
  const branches = desk.page.getByRole("dialog", { name: "Atur cabang dan tujuan" });
  await branches.locator("input:focus").waitFor();
  await press(desk, "<Enter><Enter><Enter>1<Enter><Enter>");
  await expect
    .poll(() => heard(desk))
    .toBe("langkah 4, keputusan, Kepala Dinas, Ya ke langkah 5, Tidak ke langkah 1");
  await board.saved();

  const saved = await savedGraph(desk);
  expect(saved.lanes).toEqual([
    "Agendaris = Agendaris",
    "Sekretaris Dinas = Sekretaris Dinas",
    // No position of exactly this name: nobody is guessed.
    "Kepala Dinas",
    "Tim Teknis",
  ]);
  expect(
    saved.rows.map(({ kind, text, lanes }) => [kind, text, lanes.join(" + ")].join(" | ")),
  ).toEqual([
    "START | Mulai | Agendaris",
    "ACTIVITY | Menerima surat permohonan | Agendaris",
    "ACTIVITY | Meneruskan permohonan | Agendaris",
    "ACTIVITY | Menelaah permohonan | Sekretaris Dinas",
    "DECISION | Apakah permohonan disetujui? | Kepala Dinas",
    "ACTIVITY | Menyusun jadwal | Sekretaris Dinas",
    "ACTIVITY | Memberi konsultasi | Tim Teknis",
    "ACTIVITY | Menyusun laporan bersama | Sekretaris Dinas + Tim Teknis",
    "ACTIVITY | Memeriksa laporan | Sekretaris Dinas",
    "ACTIVITY | Menandatangani laporan | Kepala Dinas",
    "ACTIVITY | Mengarsipkan laporan | Agendaris",
    "END | Selesai | Agendaris",
  ]);
  expect(saved.arrows).toEqual([
    "0 1",
    "1 2",
    "2 3",
    "3 4",
    "4 Tidak 1",
    "4 Ya 5",
    "5 6",
    "6 7",
    "7 8",
    "8 9",
    "9 10",
    "10 11",
  ]);
  expect(saved.rows.map(({ time }) => time)).toEqual([
    "",
    "15 MINUTE",
    "30 MINUTE",
    "1.5 HOUR",
    "1 WORKING_DAY",
    "2 HOUR",
    "1 WORKING_DAY",
    "60 MINUTE",
    "1 HOUR",
    "10 MINUTE",
    "5 MINUTE",
    "",
  ]);
  expect(saved.rows[1]).toMatchObject({
    requirements: ["Surat permohonan", "KTP pemohon"],
    outputs: ["Agenda"],
    remarks: "Loket",
  });
  expect(saved.rows[2]!.requirements).toEqual(["Agenda < Agenda"]);
  expect(saved.rows[4]!.requirements).toEqual(["Telaah < Telaah"]);
  // The same document of two steps, and not two of one name.
  expect([saved.rows[7]!.outputs, saved.rows[9]!.outputs]).toEqual([["Laporan"], ["Laporan"]]);
});

test("rows are walked, moved, doubled, carried and taken away by keys, each undone as one", async () => {
  const desk = await office.current.desk();
  const board = await newDraft(desk, "Berjalan di atas formulir");
  const texts = async () => (await readForm(desk.page)).rows.map((row) => row.cells["activity"]!);
  await press(
    desk,
    "Satu<Tab>Agendaris<Enter>Dua<Enter>/kep<Enter>Tiga?<Enter>Empat<Enter><Enter>",
  );
  const drawn = ["Mulai", "Satu", "Dua", "Tiga?", "Empat", "Selesai"];
  await expect.poll(texts).toEqual(drawn);

  // Along the arrows: to the start, down to the decision, and down its second branch.
  await press(desk, "<Control+Home><Tab><Tab><Control+ArrowDown><Control+ArrowDown>");
  await press(desk, "<Control+ArrowDown>");
  await expect
    .poll(() => heard(desk))
    .toBe("langkah 3, keputusan, Agendaris, Ya ke langkah 4, Tidak ke langkah 2");
  await press(desk, "<Control+ArrowRight><Control+ArrowDown>");
  await expect.poll(() => heard(desk)).toBe("langkah 2, kegiatan, Agendaris, ke langkah 3");
  await press(desk, "<Control+ArrowUp>");
  await expect.poll(() => heard(desk)).toMatch(/^langkah 3, keputusan/);

  await press(desk, "<ArrowUp><Alt+ArrowUp>");
  await expect.poll(texts).toEqual(["Mulai", "Dua", "Satu", "Tiga?", "Empat", "Selesai"]);
  await press(desk, "<Control+z>");
  await expect.poll(texts).toEqual(drawn);
  await press(desk, "<Shift+ArrowDown><Control+d>");
  await expect
    .poll(texts)
    .toEqual(["Mulai", "Satu", "Dua", "Tiga?", "Dua", "Tiga?", "Empat", "Selesai"]);
  await press(desk, "<Control+z>");
  await expect.poll(texts).toEqual(drawn);

  // Through the clipboard, cut out and put in again elsewhere.
  await press(desk, "<Control+Home><ArrowDown><Control+x>");
  await expect.poll(texts).toEqual(["Mulai", "Dua", "Tiga?", "Empat", "Selesai"]);
  await press(desk, "<ArrowDown><ArrowDown><Control+v>");
  await expect.poll(texts).toEqual(["Mulai", "Dua", "Tiga?", "Empat", "Satu", "Selesai"]);
  await press(desk, "<Control+z><Control+z>");
  await expect.poll(texts).toEqual(drawn);

  await press(desk, "<Control+Home><ArrowDown><Control+Enter>Sisipan<Escape>");
  await expect
    .poll(texts)
    .toEqual(["Mulai", "Satu", "Sisipan", "Dua", "Tiga?", "Empat", "Selesai"]);
  await press(desk, "<Control+Delete>");
  await expect.poll(texts).toEqual(drawn);
  await press(desk, "<Control+a><Delete>");
  await expect.poll(texts).toEqual([]);
  await press(desk, "<Control+z>");
  await expect.poll(texts).toEqual(drawn);
  await board.saved();
  expect((await savedGraph(desk)).arrows).toEqual([
    "0 1",
    "1 2",
    "2 3",
    "3 Tidak 2",
    "3 Ya 4",
    "4 5",
  ]);
});

test("what is no time is said under the cell, and kept as a remark", async () => {
  const desk = await office.current.desk();
  await newDraft(desk, "Waktu yang bukan waktu");
  await press(desk, "Satu<Tab><Tab><Tab>secepatnya");
  await desk.page.getByText("Belum terbaca sebagai waktu").waitFor();
  await press(desk, "<Tab>");
  await desk.page.getByText("“secepatnya” bukan waktu, jadi dipindahkan ke keterangan").waitFor();
  const row = (await readForm(desk.page)).rows[1]!;
  expect(row.cells).toMatchObject({ activity: "Satu", time: "", remarks: "Waktu: secepatnya" });
});
