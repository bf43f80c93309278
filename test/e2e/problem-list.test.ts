import { expect, test } from "vitest";
import type { Graph } from "../../domain/index.js";
import { inBoth } from "./harness/both-sizes.js";
import { branchingSop } from "./harness/branching-sop.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { drawGraph } from "./harness/draw-graph.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const staff = "Staf Bidang Aplikasi dan Informatika";

/** Six steps in a row without a standard time, of which three are called by who does them. */
function untimed(): Graph {
  const texts = ["Mencatat surat", "Kadin membaca surat", "Kadin menilai surat"];
  texts.push("Kadin meneruskan surat", "Mengetik surat", "Mengirim surat");
  const keys = ["start", ...texts.map((_, at) => `step${at + 1}`), "end"];
  const graph = branchingSop(
    keys.map((key, at) => {
      const text = texts[at - 1];
      return text === undefined
        ? [key, key === "start" ? "start" : "end", ["pemohon"], { text: key }]
        : [key, "activity", ["staf"], { text }];
    }),
    keys.slice(1).map((key, at) => [keys[at]!, key]),
  );
  const lanes = graph.lanes.filter(({ key }) => key !== "kabid");
  const nodes = graph.nodes.map((node) => ({ ...node, standardTime: null }));
  return { ...graph, lanes, nodes };
}

async function openForm(desk: Desk, sopId: string): Promise<void> {
  await desk.open(`/sop/${sopId}`);
  await desk.page.locator(".form-row").first().waitFor();
}

test("what is advised of many steps is said once, and each is mended from there", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat tanpa waktu", untimed());
  await openForm(desk, sopId);
  await page.getByTestId("verdict").filter({ hasText: "Terbukti" }).click();
  const problems = page.getByTestId("problems");
  const times = problems.getByTestId("alike-standard-time");
  await times.getByText(/6 langkah belum mempunyai waktu baku/).waitFor();
  await expect.poll(() => problems.getByText(/waktu baku/).count()).toBe(1);
  expect(await inBoth(page, "alike", true, desktop, { width: 1024, height: 768 })).toEqual([]);

  // A number leads to the field; so does the button, for the first that is left.
  const cell = page.locator(".cell-field");
  const third = times.getByRole("button", { name: `langkah 3 (${staff})` });
  await third.press("Enter");
  await cell.and(page.locator(":focus")).waitFor();
  await page.keyboard.type("15 menit");
  await page.keyboard.press("Enter");
  await times.getByText(/5 langkah belum mempunyai waktu baku/).waitFor();
  await expect.poll(() => third.count()).toBe(0);
  // From there one goes on down the column, with the list beside it.
  await page.keyboard.type("2 jam");
  await page.keyboard.press("Enter");
  await times.getByText(/4 langkah belum mempunyai waktu baku/).waitFor();
  await times.getByRole("button", { name: "Isi waktunya" }).click();
  await cell.and(page.locator(":focus")).waitFor();
  await page.keyboard.type("1 jam");
  await page.keyboard.press("Enter");
  await times.getByText(/3 langkah belum mempunyai waktu baku/).waitFor();
  await page.getByTestId("row-step1").getByText("1 jam").waitFor();
  await new DrawingBoard(page).saved();

  // What a press can mend is offered for the one that was chosen.
  const named = problems.getByTestId("alike-step-subject");
  const cure = named.getByRole("button", { name: "Hapus “Kadin” dari kegiatan" });
  await cure.waitFor();
  await named.getByRole("button", { name: `langkah 4 (${staff})` }).click();
  await named.getByRole("button", { name: "4. Kadin meneruskan surat" }).waitFor();
  await cure.click();
  await page.getByRole("gridcell", { name: /: Meneruskan surat$/ }).waitFor();
  // Two are few enough to stand at their steps.
  await named.waitFor({ state: "detached" });
  await expect.poll(() => problems.getByText(/diawali nama pelaksana/).count()).toBe(2);
  await new DrawingBoard(page).saved();

  // Or all of them by one press, which one press takes back.
  await page.keyboard.press("Control+z");
  await named.getByRole("button", { name: "Perbaiki semua (3)" }).click();
  await named.waitFor({ state: "detached" });
  await expect.poll(() => problems.getByText(/diawali nama pelaksana/).count()).toBe(0);
  for (const text of ["Membaca surat", "Menilai surat", "Meneruskan surat"]) {
    await page.getByRole("gridcell", { name: new RegExp(`: ${text}$`) }).waitFor();
  }
  await page.getByRole("button", { name: /^Urungkan/ }).click();
  await named.getByText(/3 /).first().waitFor();
  await new DrawingBoard(page).saved();
});

test("a number that is pressed before the cure is known opens no cell, and the cure is offered", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat yang ditekan lekas", untimed());
  await openForm(desk, sopId);
  const verdict = page.getByTestId("verdict").filter({ hasText: "Terbukti" });
  await verdict.waitFor();
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/gate-worker/, async (route) => {
    await released;
    await route.continue();
  });
  await verdict.click();
  const named = page.getByTestId("problems").getByTestId("alike-step-subject");
  await named.getByRole("button", { name: `langkah 4 (${staff})` }).click();
  await named.getByRole("button", { name: "4. Kadin meneruskan surat" }).waitFor();
  await expect.poll(() => page.locator(".cell-field").count()).toBe(0);
  const cure = named.getByRole("button", { name: "Hapus “Kadin” dari kegiatan" });
  await expect.poll(() => cure.count()).toBe(0);
  release();
  await cure.click();
  await page.getByRole("gridcell", { name: /: Meneruskan surat$/ }).waitFor();
  await new DrawingBoard(page).saved();
});

test("the approver reads once what is advised of many steps, and goes to each of them", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  const { sopId, versionId } = await drawGraph(admin, "Surat untuk dibaca", untimed());
  await admin.ask(
    `mutation ($input: VersionActionInput!) { submitVersion(input: $input) { version { id } } }`,
    { input: { versionId, revision: 2 } },
  );
  await kadis.signIn("kadis");
  const { page } = kadis;
  await openForm(kadis, sopId);
  await page.getByTestId("verdict").filter({ hasText: "Terbukti" }).click();
  const check = page.getByTestId("version-check");
  await check.getByText(/6 langkah belum mempunyai waktu baku/).waitFor();
  await expect
    .poll(() => check.getByRole("listitem").filter({ hasText: "waktu baku" }).count())
    .toBe(1);
  const sixth = check.getByRole("button", { name: `langkah 6 (${staff})` });
  await sixth.click();
  await page.locator('[data-testid="row-step6"][data-selected]').waitFor();
  await page.getByRole("button", { name: "Sahkan", exact: true }).first().click();
  const folded = page.getByRole("dialog", { name: "Sahkan SOP" }).getByTestId("enact-warnings");
  await folded.getByText(/peringatan; tidak menghalangi/).click();
  await folded.getByRole("button", { name: `langkah 6 (${staff})` }).waitFor();
  expect(await inBoth(page, "enact with many alike", true, desktop, phone)).toEqual([]);
});

test("a form that is not begun yet is no fault, and says what it lacks", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.goTo("SOP");
  await page.getByRole("button", { name: "SOP baru" }).click();
  const dialog = page.getByRole("dialog", { name: "SOP baru" });
  await dialog.getByLabel("Judul SOP").fill("SOP yang baru dimulai");
  await dialog.getByRole("button", { name: "Buat konsep" }).click();
  await page.locator(".form-row").first().waitFor();
  await page.locator('[data-verdict="unfinished"][data-settled="true"]').click();
  const problems = page.getByTestId("problems");
  await problems.getByText(/Gambar langkah pertama/).waitFor();
  await problems.getByText(/^Perlu dilengkapi: Pelaksana ini belum terikat/).waitFor();
  const tab = page.getByRole("tab", { name: /Masalah/ });
  await tab.getByText("1 hal masih perlu dilengkapi").waitFor({ state: "attached" });
  await expect.poll(() => page.locator('.count-dot[data-tone="late"]').count()).toBe(0);
  await expect.poll(() => page.locator(".row-flag").count()).toBe(0);
  expect(await inBoth(page, "not begun", true, desktop, phone)).toEqual([]);

  // It is not enacted all the same; and with a step in it, what it lacks is a fault.
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const enact = page.getByRole("dialog", { name: "Sahkan SOP" });
  await enact
    .getByTestId("enact-problems")
    .getByText(/belum terikat/)
    .waitFor();
  await expect
    .poll(() => enact.getByRole("button", { name: "Sahkan sekarang" }).isDisabled())
    .toBe(true);
  await page.keyboard.press("Escape");
  await enact.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Ketik langkah pertama…" }).click();
  await page.keyboard.type("Mencatat surat");
  await tab.click();
  await problems.getByText(/^Masalah: Pelaksana ini belum terikat/).waitFor();
  await page.locator('.row-flag[data-flag="problem"]').first().waitFor();
  await new DrawingBoard(page).saved();
});
