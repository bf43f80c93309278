import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { inBoth, speak } from "./harness/both-sizes.js";
import {
  decisionBeforeJoin,
  forkBeforeJoin,
  forkToTwoEnds,
  forkWithoutJoin,
  paperOnOneWay,
} from "./harness/branching-sop.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { drawGraph } from "./harness/draw-graph.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const tablet = { width: 1024, height: 768 };

const inVain =
  "Setelah langkah 3 (Staf Bidang Aplikasi dan Informatika) selesai, langkah 5 (Staf Bidang Aplikasi dan Informatika) menunggu cabang yang tidak pernah datang.";

async function openForm(desk: Desk, sopId: string): Promise<void> {
  await desk.open(`/sop/${sopId}`);
  await desk.page.locator(".form-row").first().waitFor();
}

const verdict = (page: Page, words: string): Locator =>
  page.getByTestId("verdict").filter({ hasText: words });

const playback = (page: Page): Locator =>
  page.getByRole("group", { name: "Jalannya berkas, langkah demi langkah" });

/** Waits until the keyboard is where a run is played. */
const keyboardAtBar = (page: Page): Promise<void> =>
  playback(page)
    .getByRole("button", { name: "Putar", exact: true })
    .and(page.locator(":focus"))
    .waitFor();

/** What the form shows of a step's box. */
const markOf = (page: Page, node: string, lane: string): Promise<string | null> =>
  page.getByTestId(`symbol-${node}-${lane}`).getAttribute("data-mark");

const sentence = (page: Page): Promise<string> => page.locator(".playback-sentence").innerText();

test("what gets a case stuck is told, played on the form, mended by a press, and back by undo", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat yang macet", decisionBeforeJoin());
  await openForm(desk, sopId);
  await verdict(page, "Berkas dapat macet").click();
  const problems = page.getByTestId("problems");
  await problems.getByText(inVain).waitFor();
  // The thread that draws is not the one that plays cases.
  expect(page.workers().some((worker) => worker.url().includes("gate-worker"))).toBe(true);

  await problems.getByRole("button", { name: "Putar jalannya" }).click();
  const bar = playback(page);
  await bar.waitFor();
  await expect.poll(() => sentence(page)).toBe("Berkas dimulai.");
  await expect.poll(() => markOf(page, "ask", "pemohon")).toBe("open");
  // Whoever wants no motion steps through; the keyboard is at the bar.
  await keyboardAtBar(page);
  await page.keyboard.press("ArrowRight");
  await expect
    .poll(() => sentence(page))
    .toBe("1. Pemohon menyelesaikan “Mengajukan surat permohonan”.");
  await expect.poll(() => markOf(page, "ask", "pemohon")).toBe("done");
  await expect.poll(() => markOf(page, "split", "kabid")).toBe("open");
  await bar.getByRole("button", { name: "Langkah berikutnya" }).click();
  await expect
    .poll(() => sentence(page))
    .toBe("2. Kepala Bidang Aplikasi dan Informatika memilih “Biaya”.");
  await bar.getByText("3 / 5").waitFor();
  await page.keyboard.press("End");
  await expect.poll(() => sentence(page)).toBe(inVain);
  await page.locator('[data-testid="trace-arrow-write-join"][data-missing]').waitFor();
  await page.getByTestId("trace-trouble-join").waitFor({ state: "attached" });
  await expect
    .poll(() => page.locator('[data-testid="trace-arrow-count-join"] .trace-token').count())
    .toBe(1);
  await page.keyboard.press("ArrowLeft");
  await bar.getByText("4 / 5").waitFor();
  await expect.poll(() => page.locator("[data-missing]").count()).toBe(0);

  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByTestId("enact-problems").getByText(inVain).waitFor();
  await expect
    .poll(() => dialog.getByRole("button", { name: "Sahkan sekarang" }).isDisabled())
    .toBe(true);
  await dialog.getByRole("button", { name: "Putar jalannya" }).click();
  await dialog.waitFor({ state: "hidden" });
  await bar.getByText("1 / 5").waitFor();

  // Once cases go other ways, the run is not of this drawing any more.
  await problems.getByRole("button", { name: "Hapus batang “menunggu semua”" }).click();
  await verdict(page, "Terbukti").waitFor();
  await bar.waitFor({ state: "detached" });
  await problems.getByText("Tidak ada masalah").waitFor();
  await expect.poll(() => markOf(page, "ask", "pemohon")).toBeNull();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await verdict(page, "Berkas dapat macet").waitFor();
  await problems.getByText(inVain).waitFor();
  await new DrawingBoard(page).saved();
});

test("a run plays by itself, stops at its end, and is ended by Escape", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat yang diputar", decisionBeforeJoin());
  await openForm(desk, sopId);
  await verdict(page, "Berkas dapat macet").waitFor();
  await page.getByRole("button", { name: "Putar jalannya" }).first().click();
  const bar = playback(page);
  await bar.getByRole("button", { name: "Jeda" }).waitFor();
  await bar.getByText("5 / 5").waitFor();
  await bar.getByRole("button", { name: "Putar", exact: true }).waitFor();
  await expect.poll(() => sentence(page)).toBe(inVain);
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
});

test("branches that nothing joins are joined by a press, and the SOP is enacted", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat tanpa tunggu", forkWithoutJoin());
  await openForm(desk, sopId);
  await verdict(page, "Berkas dapat keliru jalan").click();
  const problems = page.getByTestId("problems");
  await problems.getByText(/terbuka dua kali pada saat yang sama/).waitFor();
  await problems.getByRole("button", { name: "Tunggu semua cabang di sini" }).first().click();
  await verdict(page, "Terbukti: setiap berkas sampai selesai").waitFor();
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByText("Terbukti: setiap berkas sampai selesai").waitFor();
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator(".version-line").getByText("Versi 1, berlaku").waitFor();
});

test("branches that come to an end each are led to one by a press", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat dengan dua akhir", forkToTwoEnds());
  await openForm(desk, sopId);
  await verdict(page, "Berkas dapat keliru jalan").click();
  const problems = page.getByTestId("problems");
  await problems.getByText(/berkas sampai ke akhir sementara langkah 3 .* masih terbuka/).waitFor();
  await problems.getByRole("button", { name: "Tunggu semua cabang, lalu satu akhir" }).click();
  await verdict(page, "Terbukti: setiap berkas sampai selesai").waitFor();
  const ends = page.getByRole("gridcell", { name: /: Selesai$/ });
  await expect.poll(() => ends.count()).toBe(1);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect.poll(() => ends.count()).toBe(2);
  await new DrawingBoard(page).saved();
});

test("a paper that is made on one way only is missed on the other, step by step", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat yang tidak ada", paperOnOneWay());
  await openForm(desk, sopId);
  await verdict(page, "Kelengkapan dapat kurang").click();
  const problems = page.getByTestId("problems");
  await problems.getByText(/^Masalah: “Surat balasan” diperlukan di langkah 4 \(Staf/).waitFor();
  await problems.getByRole("button", { name: "Putar jalannya" }).click();
  await keyboardAtBar(page);
  await page.keyboard.press("End");
  await expect
    .poll(() => sentence(page))
    .toMatch(/^“Surat balasan” diperlukan di langkah 4 \(Staf/);
  await expect.poll(() => markOf(page, "send", "staf")).toBe("open");
  await page.getByTestId("trace-trouble-send").waitFor({ state: "attached" });
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(() => sentence(page))
    .toBe("2. Kepala Bidang Aplikasi dan Informatika memilih “Tolak”.");
  await expect.poll(() => markOf(page, "write", "kabid")).toBeNull();
});

test("what the rules only advise is counted apart, and keeps nothing from being enacted", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const graph = forkBeforeJoin();
  const untimed = graph.nodes.map((node) =>
    node.key === "write" ? { ...node, standardTime: null } : node,
  );
  const { sopId } = await drawGraph(desk, "Surat dengan saran", { ...graph, nodes: untimed });
  await openForm(desk, sopId);
  await verdict(page, "Terbukti: setiap berkas sampai selesai").click();
  const problems = page.getByTestId("problems");
  const warnings = problems.getByRole("region", { name: "Peringatan" });
  await warnings.getByText(/belum mempunyai waktu baku/).waitFor();
  await problems.getByText("Tidak ada masalah yang menghalangi pengesahan.").waitFor();
  await expect
    .poll(() => page.getByTestId("problem-count").textContent())
    .toBe("0 masalah pada formulir");
  await expect.poll(() => page.locator('.row-flag[data-flag="warning"]').count()).toBe(1);
  await expect.poll(() => page.locator('.row-flag[data-flag="problem"]').count()).toBe(0);

  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  const folded = dialog.getByTestId("enact-warnings");
  await expect.poll(() => folded.getByText(/belum mempunyai waktu baku/).isVisible()).toBe(false);
  await folded.getByText(/^\d+ peringatan; tidak menghalangi pengesahan$/).click();
  await folded
    .getByText(/belum mempunyai waktu baku/)
    .first()
    .waitFor();
  const found = await inBoth(page, "enact with warnings", true, desktop, phone);
  expect(found).toEqual([]);
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator(".version-line").getByText("Versi 1, berlaku").waitFor();
});

test("the approver sees that a version cannot get stuck, or how it does", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  const sound = await drawGraph(admin, "Surat untuk disahkan", forkBeforeJoin());
  const stuck = await drawGraph(admin, "Surat macet untuk disahkan", decisionBeforeJoin());
  for (const { versionId } of [sound, stuck]) {
    await admin.ask(
      `mutation ($input: VersionActionInput!) { submitVersion(input: $input) { version { id } } }`,
      { input: { versionId, revision: 2 } },
    );
  }
  await kadis.signIn("kadis");
  const { page } = kadis;
  await openForm(kadis, sound.sopId);
  await verdict(page, "Terbukti: setiap berkas sampai selesai").click();
  await page
    .getByTestId("version-check")
    .getByText(/setiap berkas dapat sampai/)
    .waitFor();

  await openForm(kadis, stuck.sopId);
  await verdict(page, "Berkas dapat macet").click();
  const check = page.getByTestId("version-check");
  await check.getByText(inVain).waitFor();
  await check.getByRole("button", { name: "Putar jalannya" }).click();
  await keyboardAtBar(page);
  await page.keyboard.press("End");
  await expect.poll(() => sentence(page)).toBe(inVain);
  await page.getByRole("button", { name: "Sahkan", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByText(inVain).waitFor();
  await expect
    .poll(() => dialog.getByRole("button", { name: "Sahkan sekarang" }).isDisabled())
    .toBe(true);
});

test("neither the verdict nor a run that is played breaks a rule of accessibility", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId } = await drawGraph(desk, "Surat yang dilihat", decisionBeforeJoin());
  const found: string[] = [];
  for (const language of ["id", "en"] as const) {
    await speak(desk, language);
    const isFirst = language === "id";
    await page.setViewportSize(desktop);
    await openForm(desk, sopId);
    await page.locator('[data-verdict="stuck"][data-settled="true"]').click();
    await page.getByTestId("problems").locator(".problem-lines").first().waitFor();
    found.push(...(await inBoth(page, "verdict", isFirst, desktop, tablet)));
    await page
      .getByRole("button", { name: /^(Putar jalannya|Play the run)$/ })
      .first()
      .click();
    await page.getByTestId("playback").waitFor();
    found.push(...(await inBoth(page, "playback", !isFirst, desktop, phone)));
    await page
      .getByTestId("playback")
      .getByRole("button", { name: /^(Putar|Play)$/ })
      .focus();
    await page.keyboard.press("End");
    await page.locator(".playback-sentence[data-trouble]").waitFor();
    found.push(...(await inBoth(page, "trouble", isFirst, desktop, phone)));
  }
  expect(found).toEqual([]);
});
