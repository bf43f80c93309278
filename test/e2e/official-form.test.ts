import { expect, test } from "vitest";
import { openOffice } from "./harness/open-office.js";
import { readForm, touches, type SeenForm } from "./harness/read-form.js";

const office = openOffice();

const laneOf: Readonly<Record<string, string>> = {
  start: "Unit Kerja Pemohon",
  a1: "Unit Kerja Pemohon",
  a2: "Kadis Kominfo",
  a3: "Kabid Aptika",
  a4: "Pejabat Fungsional/Pelaksana",
  a5: "Pejabat Fungsional/Pelaksana",
  a6: "Pejabat Fungsional/Pelaksana",
  a7: "Kabid Aptika",
  a8: "Kadis Kominfo",
  a9: "Pejabat Fungsional/Pelaksana",
  end: "Pejabat Fungsional/Pelaksana",
};

function heading(form: SeenForm, text: string) {
  const found = form.headings.find((one) => one.text === text);
  expect(found, `the column "${text}"`).toBeDefined();
  return found!.box;
}

test("a wrong password is refused in clear words, the right one opens the office", async () => {
  const desk = await office.current.desk();
  await desk.open("/sop");
  await desk.page.waitForURL(/\/masuk\?ke=/);
  await desk.fillSignIn("admin", "salah-sama-sekali");
  const fault = desk.page.getByRole("main").getByRole("alert");
  await fault.waitFor();
  await expect.poll(() => fault.innerText()).toMatch(/nama pengguna|kata sandi/i);
  await expect.poll(() => new URL(desk.page.url()).pathname).toBe("/masuk");
  await desk.fillSignIn("admin", "alur-demo");
  await desk.page.getByRole("heading", { level: 1, name: "SOP" }).waitFor();
  await expect.poll(() => new URL(desk.page.url()).pathname).toBe("/sop");
});

test("a procedure of the seeds is drawn as the official form", async () => {
  // High enough for the whole form: what is out of sight is not drawn.
  const desk = await office.current.desk({ size: { width: 1440, height: 1500 } });
  await desk.signIn("admin");
  await desk.openSop("Pembuatan Layanan Sub Domain/Hosting");
  await expect.poll(async () => (await readForm(desk.page)).arrows.length).toBe(11);
  const form = await readForm(desk.page);

  const numbers = form.rows.map((row) => row.cells["number"]);
  expect(numbers).toEqual(["", "1", "2", "3", "4", "5", "6", "7", "8", "9", ""]);
  const inOrder = ["No", "Kegiatan", "Unit Kerja Pemohon", "Kadis Kominfo", "Kabid Aptika"];
  inOrder.push("Pejabat Fungsional/Pelaksana", "Kelengkapan", "Waktu", "Output", "Keterangan");
  const lefts = inOrder.map((text) => heading(form, text).left);
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  expect(heading(form, "Mutu Baku").left).toBe(heading(form, "Kelengkapan").left);
  expect(heading(form, "Pelaksana").right).toBe(heading(form, "Kelengkapan").left);

  expect(form.symbols.map((symbol) => symbol.node).toSorted()).toEqual(
    Object.keys(laneOf).toSorted(),
  );
  for (const { node, box } of form.symbols) {
    const column = heading(form, laneOf[node]!);
    const row = form.rows.find((one) => one.node === node)!.box;
    expect(box.left > column.left && box.right < column.right, `${node} in its lane`).toBe(true);
    expect(box.top > row.top && box.bottom < row.bottom, `${node} in its row`).toBe(true);
  }
  const boxOf = (node: string) => form.symbols.find((symbol) => symbol.node === node)!.box;
  for (const { edge, from, to } of form.arrows) {
    const [source = "", target = ""] = edge.split("-");
    expect(touches(boxOf(source), from), `${edge} leaves ${source}`).toBe(true);
    expect(touches(boxOf(target), to), `${edge} reaches ${target}`).toBe(true);
  }
  const labels = Object.fromEntries(form.arrows.map(({ edge, label }) => [edge, label]));
  expect(labels).toMatchObject({ "a4-a5": "YA (lengkap)", "a4-a1": "TIDAK (tidak lengkap)" });

  const cellsOf = (node: string) => form.rows.find((row) => row.node === node)!.cells;
  expect(cellsOf("a5")).toMatchObject({
    activity: "Melakukan pembuatan layanan sub domain",
    requirements: "Surat Permohonan",
    time: "2 hari",
    output: "Layanan pembuatan sub domain",
  });
});

test("what the reading inferred stands there to be confirmed, and can be", async () => {
  const desk = await office.current.desk();
  await desk.signIn("admin");
  await desk.openSop("Pembuatan Layanan Sub Domain/Hosting");
  const { rows } = await readForm(desk.page);
  expect(rows.find((row) => row.node === "a1")?.flag).toBe("note");
  await desk.page.getByRole("button", { name: /Catatan\s*50/ }).click();
  const notes = desk.page.getByTestId("notes");
  await notes.getByText("perlu konfirmasi:").first().waitFor();
  await notes.getByRole("button", { name: "Sudah dikonfirmasi" }).first().click();
  await desk.page.getByRole("button", { name: /Catatan\s*49/ }).waitFor();
  await desk.page.getByText("Selesai (1)").waitFor();

  await desk.page.getByRole("tab", { name: "Halaman identitas" }).click();
  await desk.page.getByText("perlu konfirmasi:").first().waitFor();
});
