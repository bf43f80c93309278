import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { inBoth, speak } from "./harness/both-sizes.js";
import { branchingSop } from "./harness/branching-sop.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { drawGraph } from "./harness/draw-graph.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

interface Drawn {
  readonly sopId: string;
  readonly versionId: string;
}

/** A letter in whose middle another SOP is run and waited for; `null`: which one is not said. */
function draw(desk: Desk, title: string, sop: string | null): Promise<Drawn> {
  const graph = branchingSop(
    [
      ["start", "start", ["pemohon"], { text: "Mulai" }],
      ["ask", "activity", ["pemohon"], { text: "Mengajukan surat permohonan" }],
      [
        "call",
        "connector",
        ["staf"],
        { text: "Meminta rekomendasi", call: sop === null ? null : { sop, waits: true } },
      ],
      ["send", "activity", ["staf"], { text: "Mengirim surat balasan" }],
      ["end", "end", ["pemohon"], { text: "Selesai" }],
    ],
    [
      ["start", "ask"],
      ["ask", "call"],
      ["call", "send"],
      ["send", "end"],
    ],
  );
  return drawGraph(desk, title, graph);
}

async function mutate(desk: Desk, name: string, type: string, input: object): Promise<void> {
  const answer = await desk.ask<Record<string, { userErrors: unknown[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  expect(answer[name]?.userErrors).toEqual([]);
}

const emptyCall = {
  key: "call",
  kind: "CONNECTOR",
  text: "Meminta izin",
  parts: [{ laneKey: "staf" }],
};

/** The draft of an SOP that waits for one in force that waits for it. */
async function drawCircle(desk: Desk, name: string): Promise<{ first: Drawn; second: Drawn }> {
  const second = await draw(desk, `Rekomendasi ${name}`, null);
  const first = await draw(desk, name, second.sopId);
  await mutate(desk, "editDraft", "EditDraftInput", {
    versionId: second.versionId,
    revision: 2,
    edits: [
      {
        op: "UPDATE",
        collection: "NODES",
        key: "call",
        node: { ...emptyCall, call: { sop: first.sopId, waits: true } },
      },
    ],
  });
  await mutate(desk, "enactVersion", "EnactVersionInput", {
    versionId: second.versionId,
    revision: 3,
  });
  return { first, second };
}

const verdict = (page: Page, words: string): Locator =>
  page.getByTestId("verdict").filter({ hasText: words });

const circle = (name: string): string =>
  `Penghubung ini menunggu SOP yang pada akhirnya menunggu SOP ini lagi: “${name}” → “Rekomendasi ${name}” → “${name}”.`;

async function openForm(desk: Desk, sopId: string): Promise<void> {
  await desk.open(`/sop/${sopId}`);
  await desk.page.locator(".form-row").first().waitFor();
}

test("two SOPs that would wait for one another are told beside the drawing, until the connector is pointed elsewhere", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const name = "Izin berputar";
  const { first } = await drawCircle(desk, name);
  await draw(desk, "Izin di tempat lain", first.sopId);
  await openForm(desk, first.sopId);
  await verdict(page, "Penghubung tidak dapat berjalan").click();
  const board = new DrawingBoard(page);
  const problems = page.getByTestId("problems");
  await problems.getByText(circle(name)).waitFor();
  await problems.getByRole("button", { name: "2. Meminta rekomendasi" }).waitFor();
  await expect
    .poll(() => page.getByTestId("problem-count").textContent())
    .toBe("1 masalah pada formulir");
  await page.locator('.row-flag[data-flag="problem"]').waitFor({ state: "attached" });
  // It is not even asked for: what stands against it is known.
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByTestId("enact-problems").getByText(circle(name)).waitFor();
  await expect
    .poll(() => dialog.getByRole("button", { name: "Sahkan sekarang" }).isDisabled())
    .toBe(true);
  await dialog.getByRole("button", { name: "Kembali" }).click();
  await dialog.waitFor({ state: "hidden" });

  // Letters ask for nothing, and change nothing of it.
  const asked: string[] = [];
  page.on("request", (request) => {
    const body = request.postData() ?? "";
    if (body.includes("connectorCheck")) asked.push(body);
  });
  await board.selectRow(/Baris 2:/);
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("Meminta pendapat");
  await board.saved();
  await board.panel.getByRole("tab", { name: /Masalah/ }).click();
  await problems.getByRole("button", { name: "2. Meminta pendapat" }).waitFor();
  await problems.getByText(circle(name)).waitFor();
  expect(asked).toEqual([]);

  // The button leads to the field; pointed elsewhere, the connector is at once no longer spoken of.
  await problems.getByRole("button", { name: "Atur penghubungnya" }).click();
  const field = board.panel.getByRole("combobox", { name: "SOP yang dijalankan" });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await board.choose("SOP yang dijalankan", "Izin di tempat lain");
  await verdict(page, "Terbukti: setiap berkas sampai selesai").waitFor();
  await board.panel.getByRole("tab", { name: /Masalah/ }).click();
  await problems.getByText("Tidak ada masalah").waitFor();
  expect(asked).toHaveLength(1);

  // Undone, it is told again; not waited for, neither SOP waits for the other.
  await page.getByRole("button", { name: "Urungkan" }).click();
  await problems.getByText(circle(name)).waitFor();
  await board.selectRow(/Baris 2:/);
  await board.panel.getByRole("switch", { name: "Tunggu sampai SOP itu selesai" }).uncheck();
  await verdict(page, "Terbukti: setiap berkas sampai selesai").waitFor();
  await board.saved();
});

test("an SOP that is mended elsewhere is mended in an open draft, too, once it is looked at again", async () => {
  const [desk, other] = [await office.current.desk(), await office.current.desk()];
  const { page } = desk;
  await desk.signIn("admin");
  await other.signIn("kadis");
  const name = "Izin ditunggu";
  const { first, second } = await drawCircle(desk, name);
  await openForm(desk, first.sopId);
  await verdict(page, "Penghubung tidak dapat berjalan").click();
  await mutate(other, "retireSop", "RetireSopInput", { sopId: second.sopId });
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  const retired = `Penghubung ini menunjuk SOP yang sudah dicabut: “Rekomendasi ${name}”.`;
  await dialog.getByTestId("enact-problems").getByText(retired).waitFor();
  await expect.poll(() => dialog.getByText(circle(name)).count()).toBe(0);
});

test("an SOP in force is marked when one that it runs was retired, in the list and beside its form", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const name = "Izin ditinggalkan";
  const called = await draw(desk, `Rekomendasi ${name}`, null);
  const ready = {
    ...emptyCall,
    call: { sop: (await draw(desk, `Lain ${name}`, null)).sopId, waits: false },
  };
  await mutate(desk, "editDraft", "EditDraftInput", {
    versionId: called.versionId,
    revision: 2,
    edits: [{ op: "UPDATE", collection: "NODES", key: "call", node: ready }],
  });
  const caller = await draw(desk, name, called.sopId);
  for (const [{ versionId }, revision] of [
    [called, 3],
    [caller, 2],
  ] as const) {
    await mutate(desk, "enactVersion", "EnactVersionInput", { versionId, revision });
  }
  const row = page
    .locator(".sop-row")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
  const mark = row.getByText("Berlaku, tetapi tidak lolos pemeriksaan yang sekarang");
  await openForm(desk, caller.sopId);
  await verdict(page, "Terbukti: setiap berkas sampai selesai").waitFor();

  await mutate(desk, "retireSop", "RetireSopInput", { sopId: called.sopId });
  await desk.open("/sop");
  await page.getByLabel("Cari judul atau nomor SOP").fill(name);
  await mark.waitFor();
  await openForm(desk, caller.sopId);
  await verdict(page, "Penghubung tidak dapat berjalan").click();
  const retired = `Penghubung ini menunjuk SOP yang sudah dicabut: “Rekomendasi ${name}”.`;
  await page.getByTestId("version-check").getByText(retired).waitFor();
});

test("where the server does not say it, nothing is claimed, and the rest works as before", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const name = "Izin tak terjawab";
  const { first } = await drawCircle(desk, name);
  desk.allowFault(/response: 500|console: Failed to load resource|request: .*graphql/);
  const unanswered = (url: URL) => url.pathname === "/graphql";
  let isSilent = true;
  await page.route(unanswered, (route) =>
    isSilent && (route.request().postData() ?? "").includes("connectorCheck")
      ? route.fulfill({ status: 500, body: "" })
      : route.continue(),
  );
  await openForm(desk, first.sopId);
  await verdict(page, "Penghubung belum diperiksa").click();
  const problems = page.getByTestId("problems");
  await problems.getByText(/Belum diketahui apakah penghubungnya dapat berjalan/).waitFor();
  const board = new DrawingBoard(page);
  await board.selectRow(/Baris 3:/);
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("");
  await verdict(page, "Belum selesai digambar").waitFor();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await verdict(page, "Penghubung belum diperiksa").waitFor();
  await board.saved();
  // The server refuses it, as it knows.
  await page.getByRole("button", { name: "Sahkan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await dialog
    .getByTestId("enact-problems")
    .getByText(/menunggu SOP yang pada akhirnya/)
    .waitFor();
  await dialog.getByRole("button", { name: "Kembali" }).click();
  // Back in touch, it is told.
  isSilent = false;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await verdict(page, "Penghubung tidak dapat berjalan").waitFor();
});

test("whoever has to sign in again is told as soon as that is done", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { first } = await drawCircle(desk, "Izin setelah masuk lagi");
  desk.allowFault(/401/);
  // It is not for the time after which it would ask again by itself.
  await page.addInitScript(() => {
    const real = window.setTimeout.bind(window);
    const withoutRetry = (act: () => void, ms?: number) => (ms === 30_000 ? 0 : real(act, ms));
    Object.assign(window, { setTimeout: withoutRetry });
  });
  let isOver = false;
  await page.route("**/graphql", async (route) => {
    if (!isOver && (route.request().postData() ?? "").includes("connectorCheck")) {
      isOver = true;
      await desk.context.clearCookies();
      await route.fulfill({ status: 401, body: "" });
    } else await route.continue();
  });
  await openForm(desk, first.sopId);
  const dialog = page.getByRole("dialog", { name: "Masuk lagi" });
  await dialog.waitFor();
  await dialog.locator('[autocomplete="current-password"]').fill("alur-demo");
  await dialog.getByRole("button", { name: "Masuk" }).click();
  await dialog.waitFor({ state: "hidden" });
  await verdict(page, "Penghubung tidak dapat berjalan").waitFor();
});

test("the approver is told the same of what was submitted", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  const name = "Izin diajukan";
  const { first } = await drawCircle(admin, name);
  await mutate(admin, "submitVersion", "VersionActionInput", {
    versionId: first.versionId,
    revision: 2,
  });
  await kadis.signIn("kadis");
  const { page } = kadis;
  await openForm(kadis, first.sopId);
  await verdict(page, "Penghubung tidak dapat berjalan").click();
  await page.getByTestId("version-check").getByText(circle(name)).waitFor();
});

test("neither the problem nor the verdict breaks a rule of accessibility", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { first } = await drawCircle(desk, "Izin dilihat");
  const found: string[] = [];
  for (const language of ["id", "en"] as const) {
    await speak(desk, language);
    await page.setViewportSize(desktop);
    await openForm(desk, first.sopId);
    await page.locator('[data-verdict="miscalling"][data-settled="true"]').click();
    await page.getByTestId("problems").locator(".problem-lines").first().waitFor();
    found.push(...(await inBoth(page, "connector problem", language === "id", desktop, phone)));
  }
  expect(found).toEqual([]);
});
