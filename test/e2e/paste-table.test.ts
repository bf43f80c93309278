import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";

const office = openOffice();

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/tables/${name}`, import.meta.url), "utf8");

/** High enough for the whole form: what is out of sight is not drawn. */
const high = { width: 1440, height: 1500 };

async function newSop(desk: Desk, title: string): Promise<DrawingBoard> {
  const { page } = desk;
  await desk.signIn("admin");
  await desk.goTo("SOP");
  await page.getByRole("button", { name: "SOP baru" }).click();
  const dialog = page.getByRole("dialog", { name: "SOP baru" });
  await dialog.getByLabel("Judul SOP").fill(title);
  await dialog.getByRole("button", { name: "Buat konsep" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.locator(".form-row").first().waitFor();
  return new DrawingBoard(page);
}

/** Pastes as a program's clipboard would be; a browser's own would lose what Word says in comments. */
function pasteInto(target: Locator, texts: { html?: string; text?: string }): Promise<void> {
  return target.evaluate((element, { html = "", text = "" }) => {
    const clipboardData = new DataTransfer();
    if (html !== "") clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const options = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", options));
  }, texts);
}

const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Tempel tabel" });

async function activities(page: Page): Promise<readonly string[]> {
  return (await readForm(page)).rows.map((row) => row.cells["activity"]!);
}

test("a table from a spreadsheet is pasted, looked at, taken, and undone as one", async () => {
  const desk = await office.current.desk({ size: high });
  const board = await newSop(desk, "Pembinaan Sumber Daya");
  const { page } = desk;
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const before = await activities(page);

  // Pasted anywhere on the form: the dialog opens by itself.
  const copied = fixture("pembinaan-sumber-daya.tsv");
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await page.locator(".form-canvas").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("Control+V");
  const dialog = dialogOf(page);
  // A new SOP has the lane "Pelaksana" already, and the table's steps go into it.
  await dialog.getByText("Akan ditambahkan: 7 langkah, 4 pelaksana baru, 0 output.").waitFor();
  await dialog.getByText("2 tebakan perlu diperiksa").waitFor();
  await dialog.getByText("Arah panah ditebak").waitFor();
  await expect.poll(() => dialog.getByLabel("Jenis langkah 3.").inputValue()).toBe("decision");
  await dialog.getByLabel("Pelaksana langkah 5.").selectOption("Kepala Seksi");
  await dialog.getByRole("button", { name: "Tambahkan 7 langkah" }).click();

  await dialog.getByText("Ini yang ditebak dan masih perlu diperiksa:").waitFor();
  await dialog.getByRole("button", { name: /^3\. Jika pelaksanaan/ }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(async () => (await activities(page)).length).toBe(7);
  const form = await readForm(page);
  expect(form.rows.map((row) => row.cells["number"])).toEqual(
    Array.from({ length: 7 }, (_, at) => String(at + 1)),
  );
  const lanes = ["Pelaksana", "Kepala Seksi", "Kepala Bidang", "Kepala Dinas", "Pelaksanaan"];
  const headings = form.headings.map(({ text }) => text);
  expect(headings).toEqual(expect.arrayContaining(lanes));
  expect(form.rows[3]!.cells["time"]).toBe("2.400 menit");
  const boxes = page.locator(`[data-testid^="symbol-${form.rows[1]!.node}-"]`);
  await expect.poll(() => boxes.count()).toBe(2);
  await board.saved();

  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect.poll(() => activities(page)).toEqual(before);
  await board.saved();
  await page.reload();
  await page.locator(".form-row").first().waitFor();
  await expect.poll(() => activities(page)).toEqual(before);
});

test("a table from Word brings its drawn symbols, and markup in it stays text", async () => {
  const desk = await office.current.desk({ size: high });
  const board = await newSop(desk, "Layanan Sub Domain");
  const { page } = desk;
  // The page's policy says so of any handler in markup, even where no script could run.
  desk.allowFault(/inline event handler violates/);
  let asked = 0;
  await page.route("**/intruder**", (route) => {
    asked += 1;
    return route.abort();
  });
  const evil =
    "<script>window.broken = 1</script><img src='/intruder.png' onerror='window.broken = 2'>" +
    '&lt;b&gt;tebal&lt;/b&gt; =HYPERLINK("x")';
  const html = fixture("sub-domain.word.html").replace("Menyetujui konsep surat", `$&${evil}`);
  await page.getByRole("button", { name: "Tempel tabel" }).click();
  const dialog = dialogOf(page);
  await pasteInto(dialog.getByLabel("Tempel tabel di sini"), { html });
  await dialog.getByText("Akan ditambahkan: 10 langkah, 4 pelaksana baru").waitFor();
  await expect.poll(() => dialog.getByText("Pelaksana ditebak").count()).toBe(0);
  await expect.poll(() => dialog.getByLabel("Jenis langkah 4").inputValue()).toBe("decision");
  await dialog.getByText("Tidak → 1").waitFor();
  await expect
    .poll(() => dialog.getByLabel("Dikerjakan oleh, untuk Unit Kerja Pemohon").inputValue())
    .toBe("REQUESTER");
  await dialog.getByRole("button", { name: "Tambahkan 10 langkah" }).click();
  await dialog.getByRole("button", { name: "Lihat formulir" }).click();
  await expect.poll(async () => (await activities(page)).length).toBe(11);
  await board.saved();
  const { rows } = await readForm(page);
  expect(rows[8]!.cells["activity"]).toBe('Menyetujui konsep surat<b>tebal</b> =HYPERLINK("x")');
  expect(rows[5]!.cells).toMatchObject({ time: "2 hari", requirements: "Surat Permohonan" });
  await expect
    .poll(() => page.evaluate(() => (globalThis as { broken?: number }).broken))
    .toBeUndefined();
  expect(asked).toBe(0);
});

/** One procedure as each program lays it on the clipboard; LibreOffice's are its own words. */
const clipboards = [
  "word",
  "excel",
  "libreoffice-writer",
  "libreoffice-calc",
  "google-docs",
  "google-sheets",
];

test("a table is understood alike, whatever program it was copied in", async () => {
  const desk = await office.current.desk({ size: high });
  await newSop(desk, "Dari berbagai program");
  const { page } = desk;
  await page.getByRole("button", { name: "Tempel tabel" }).click();
  const dialog = dialogOf(page);
  const valueOf = (label: string, number: number): Promise<string> =>
    dialog.getByLabel(new RegExp(`^${label} langkah ${number}\\.?$`)).inputValue();
  const lanes = [
    "Pengguna",
    "Helpdesk",
    "Kabid",
    "Pejabat Fungsional/ Pelaksana",
    "Kabid",
    "Kadin Kominfo",
    "Helpdesk",
  ];
  const understood: Record<string, unknown> = {};
  for (const program of clipboards) {
    await pasteInto(dialog.getByLabel("Tempel tabel di sini"), {
      html: fixture(`clipboard/${program}.html`),
    });
    const summary = dialog.getByTestId("paste-summary");
    await summary.waitFor();
    const rows = await dialog
      .getByRole("region", { name: "Langkah" })
      .locator("tbody tr")
      .evaluateAll((found) =>
        found.map((row) =>
          [...(row as HTMLTableRowElement).cells].slice(4).map((c) => c.innerText),
        ),
      );
    const numbers = lanes.map((_, at) => at + 1);
    understood[program] = {
      summary: await summary.locator("strong").innerText(),
      lanes: await Promise.all(numbers.map((number) => valueOf("Pelaksana", number))),
      kinds: await Promise.all(numbers.map((number) => valueOf("Jenis", number))),
      standard: rows,
      ends: (await dialog.getByText("Tidak → END").count()) > 0,
      isLost: (await dialog.getByText("Simbol di kolom pelaksana").count()) > 0,
    };
    await dialog.getByRole("button", { name: "Tempel tabel lain" }).click();
  }
  const expected = {
    summary: "Akan ditambahkan: 9 langkah, 5 pelaksana baru, 2 output.",
    lanes,
    kinds: lanes.map((_, at) => (at === 2 ? "decision" : "activity")),
    standard: [
      ["", "", "", ""],
      ["", "1 hari", "Laporan permasalahan", ""],
      ["Laporan permasalahan", "1 hari", "", ""],
      ["Katalog layanan, SOP layanan terkait", "1 hari", "", ""],
      ["Instruksi penyelesaian permasalahan", "3 hari", "Layanan penyelesaian permasalahan", ""],
      ["", "1 hari", "", ""],
      ["", "1 hari", "", ""],
      ["", "1 hari", "", ""],
      ["", "", "", ""],
    ],
    ends: true,
    isLost: false,
  };
  expect(understood).toEqual(Object.fromEntries(clipboards.map((program) => [program, expected])));
});

test("a start and an end that the form has are not offered again", async () => {
  const desk = await office.current.desk({ size: high });
  await newSop(desk, "Dua tabel");
  const { page } = desk;
  const first = "No\tKegiatan\tStaf\tWaktu\n1\tMenyusun\tx\t1 jam";
  const second = "No\tKegiatan\tStaf\tWaktu\n\tMulai\tMulai\t\n1\tMengirim\tx\t1 jam";
  const dialog = dialogOf(page);
  await pasteInto(page.locator(".form-canvas"), { text: first });
  // In place of a form without steps, the table brings its own.
  await dialog.getByText("Ditambah 2 simbol awal/akhir yang tidak ada di tabel.").waitFor();
  await dialog.getByRole("button", { name: "Tambahkan 1 langkah" }).click();
  await dialog.getByRole("button", { name: "Lihat formulir" }).click();
  await dialog.waitFor({ state: "hidden" });

  await pasteInto(page.locator(".form-canvas"), { text: second });
  await dialog.getByText("Akan ditambahkan: 1 langkah, 0 pelaksana baru").waitFor();
  const rows = dialog.getByRole("region", { name: "Langkah" }).locator("tbody tr");
  await expect.poll(() => rows.count()).toBe(2);
  await rows.first().getByText("Sudah ada di formulir, tidak ditambahkan lagi").waitFor();
  await expect.poll(() => dialog.getByText("Ditambahkan, tidak ada di tabel").count()).toBe(0);
  await dialog.getByRole("button", { name: "Tambahkan 1 langkah" }).click();
  await dialog.getByRole("button", { name: "Lihat formulir" }).click();
  await expect.poll(() => activities(page)).toEqual(["Mulai", "Menyusun", "Mengirim", "Selesai"]);
});

test("more steps than one save carries all arrive", async () => {
  const desk = await office.current.desk();
  const board = await newSop(desk, "Prosedur panjang");
  const { page } = desk;
  const line = (at: number) => `${at}\tMengerjakan bagian ${at}\tx\t${at} menit\tHasil ${at}`;
  const text = [
    "No\tKegiatan\tStaf\tWaktu\tOutput",
    ...Array.from({ length: 150 }, (_, i) => line(i + 1)),
  ];
  await pasteInto(page.locator(".form-canvas"), { text: text.join("\n") });
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "Halaman berikutnya" }).click();
  await dialog.getByText("Mengerjakan bagian 60").waitFor();
  await dialog.getByRole("button", { name: "Tambahkan 150 langkah" }).click();
  await dialog.getByRole("button", { name: "Lihat formulir" }).click();
  await board.saved();
  const [id] = /[^/]+$/.exec(new URL(page.url()).pathname) ?? [""];
  const { node } = await desk.ask<{ node: { versions: { nodes: unknown[] }[] } }>(
    "query($id: ID!) { node(id: $id) { ... on Sop { versions { nodes { key } } } } }",
    { id: decodeURIComponent(id!) },
  );
  expect(node.versions[0]!.nodes).toHaveLength(152);
});

test("what cannot be taken is said clearly, and nothing is taken", async () => {
  const desk = await office.current.desk();
  await newSop(desk, "Tabel yang buruk");
  const { page } = desk;
  const before = await activities(page);
  await page.getByRole("button", { name: "Tempel tabel" }).click();
  const dialog = dialogOf(page);
  const area = dialog.getByLabel("Tempel tabel di sini");

  await pasteInto(area, { text: "hanya kalimat" });
  await dialog.getByRole("alert").getByText("Tidak ada tabel").waitFor();

  const row = "<tr><td>1</td><td>Menulis</td></tr>";
  await pasteInto(area, { html: `<table>${row.repeat(10_000)}</table>` });
  await dialog.getByText("Tabel ini lebih dari 1.100 baris").waitFor();
  await pasteInto(area, { text: "1\tMenulis\n".repeat(10_000) });
  await dialog.getByText("Tabel ini lebih dari 1.100 baris").waitFor();

  const long = "a".repeat(1_000_000);
  await pasteInto(area, { text: `No\tKegiatan\tStaf\n1\t${long}\tx\n2\tMenulis\tx` });
  await dialog.getByText("Sel di baris 2, kolom 2 berisi 1.000.000 huruf").waitFor();
  await dialog.getByRole("button", { name: "Potong menjadi 4.000 huruf" }).click();
  await dialog.getByText("Akan ditambahkan: 2 langkah").waitFor();
  await dialog.getByRole("button", { name: "Kembali" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => activities(page)).toEqual(before);
});
