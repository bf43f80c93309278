import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pdf } from "../harness/sample-files.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { inBoth, settle, type Size, speak } from "./harness/both-sizes.js";

const office = openOffice();

interface Places {
  readonly task: string;
  readonly instance: string;
  readonly sop: string;
  readonly draft: string;
  readonly position: string;
  readonly person: string;
  readonly webhook: string;
}

/** A running case of the admin's own and a draft, made over the API. */
async function prepare(desk: Desk): Promise<Places> {
  const { sops } = await desk.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
    "{ sops(first: 50) { nodes { id title } } }",
  );
  const idOf = (title: string) => sops.nodes.find((sop) => sop.title === title)!.id;
  const sopId = idOf("Pembuatan Layanan Sub Domain/Hosting");
  const started = await desk.ask<{
    startInstance: { instance: { id: string; openTasks: { id: string }[] } };
  }>(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id openTasks { id } } }
    }`,
    { input: { sopId, title: "Sub domain puskesmas", idempotencyKey: "aksesibilitas" } },
  );
  const draft = idOf("Pengelolaan Layanan TIK");
  await desk.ask(
    "mutation ($input: ReviseSopInput!) { reviseSop(input: $input) { userErrors { code } } }",
    { input: { sopId: draft } },
  );
  const { positions } = await desk.ask<{ positions: { id: string }[] }>("{ positions { id } }");
  const { people } = await desk.ask<{ people: { nodes: { id: string }[] } }>(
    '{ people(search: "kabid") { nodes { id } } }',
  );
  const { instance } = started.startInstance;
  // Its one message fails at once, and has all that a row can have.
  const { createWebhook } = await desk.ask<{ createWebhook: { webhook: { id: string } } }>(
    `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`,
    { input: { name: "SPBE", url: "https://penerima.invalid/alur", events: ["CASE_STARTED"] } },
  );
  const webhookId = createWebhook.webhook.id;
  await desk.ask(
    "mutation ($input: WebhookInput!) { testWebhook(input: $input) { webhook { id } } }",
    {
      input: { webhookId },
    },
  );
  return {
    task: instance.openTasks[0]!.id,
    instance: instance.id,
    sop: sopId,
    draft,
    position: positions[0]!.id,
    person: people.nodes[0]!.id,
    webhook: webhookId,
  };
}

/** The message that was sent meanwhile, with all that is known of it. */
async function showMessage(page: Page): Promise<void> {
  const more = page.locator(".delivery-more summary").first();
  await expect
    .poll(async () => {
      if ((await more.count()) === 0) await page.reload();
      return more.count();
    })
    .toBe(1);
  await more.click();
}

/** Charts, the form under them, and the numbers of each as a table. */
async function unfoldReport(page: Page): Promise<void> {
  await page.locator(".form-row").first().waitFor();
  await page.locator(".charts").waitFor();
  for (const summary of await page.locator(".chart-table > summary").all()) await summary.click();
}

/** One file that may be attached and one that may not. */
async function attachTwo(page: Page): Promise<void> {
  const remark = page.locator('.attach[data-place="comment"]');
  await remark
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "Surat.pdf", mimeType: "application/pdf", buffer: pdf() },
      { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") },
    ]);
  await remark.locator('.upload[data-state="READY"]').waitFor();
  await remark.locator('.upload[data-state="REFUSED"]').waitFor();
}

let places: Places | null = null;

test.each(["id", "en"] as const)(
  "no screen breaks a rule of accessibility: %s",
  async (language) => {
    const desk = await office.current.desk({ language });
    // The refusal of a file.
    desk.allowFault(/\/uploads\/|\b422\b/);
    const { page } = desk;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle(page);
      found.push(...(await inBoth(page, name, language === "id", desktop, phone)));
    };
    await desk.open("/masuk");
    await page
      .getByRole("main")
      .getByText(language === "en" ? "English" : "Indonesia")
      .click();
    await look("sign-in");
    await desk.signIn("admin");
    await speak(desk, language);
    places ??= await prepare(desk);
    const screens = {
      worklist: "/tugas",
      task: `/tugas/${places.task}`,
      cases: "/berkas",
      case: `/berkas/${places.instance}`,
      "case in the past": `/berkas/${places.instance}?seq=1`,
      "record of a case": `/berkas/${places.instance}/catatan`,
      "SOP list": "/sop",
      "SOP form": `/sop/${places.sop}`,
      throughput: "/kinerja",
      "throughput of one SOP": `/kinerja?sop=${encodeURIComponent(places.sop)}`,
      "throughput of no day": "/kinerja?from=2024-02-01&to=2024-02-29",
      editor: `/sop/${places.draft}`,
      "stuck now": "/macet",
      positions: "/jabatan",
      position: `/jabatan/${places.position}`,
      leave: "/cuti",
      notifications: "/pemberitahuan",
      "notification settings": "/pemberitahuan/pengaturan",
      people: "/orang",
      calendar: "/kalender",
      "working hours": "/kalender?lihat=jam&kantor=bersama",
      holidays: "/kalender?lihat=libur",
      "calendar's history": "/kalender?lihat=riwayat",
      person: `/orang/${places.person}`,
      import: "/orang/impor",
      offices: "/perangkat-daerah",
      "audit trail": "/jejak-audit",
      tokens: "/token",
      "e-mail": "/surel",
      webhooks: "/webhook",
      webhook: `/webhook/${places.webhook}`,
    };
    for (const [name, path] of Object.entries(screens)) {
      await desk.open(path);
      if (/form|editor|task|^case$/.test(name)) await page.locator(".form-row").first().waitFor();
      if (name === "task") await attachTwo(page);
      if (name === "webhook") await showMessage(page);
      if (name === "throughput of one SOP") await unfoldReport(page);
      if (name === "throughput") await page.locator(".steps-of-sop > summary").first().click();
      await look(name);
    }
    await desk.open("/webhook");
    await page.getByRole("button", { name: /^(Webhook baru|New webhook)$/ }).click();
    await page.getByRole("dialog").waitFor();
    found.push(...(await inBoth(page, "new webhook", language === "id", desktop, phone)));
    const en = language === "en";
    await desk.open(`/kinerja?sop=${encodeURIComponent(places.sop)}`);
    await page.locator("dl .figure").first().click();
    await page.getByRole("dialog").locator(".ledger .row-link").first().waitFor();
    await look("what is behind a number");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: en ? "Download" : "Unduh" }).click();
    await page.getByRole("menu").waitFor();
    await look("files of a report");
    await desk.open("/orang");
    await page.getByRole("tab", { name: en ? "Case rules" : "Aturan berkas" }).click();
    await page
      .getByRole("checkbox", { name: /^(Ingatkan|Remind)/ })
      .first()
      .waitFor();
    const drawing = page.getByRole("group", {
      name: en ? "Rules of drawing" : "Aturan gambar SOP",
    });
    await drawing.first().getByRole("button").click();
    await drawing.first().getByRole("radiogroup").first().waitFor();
    await look("rules of an office");
    await desk.open(`/sop/${places.sop}`);
    await page.getByRole("button", { name: en ? /^Expected time/ : /^Waktu diperkirakan/ }).click();
    await page.getByRole("dialog").getByRole("listitem").first().waitFor();
    await look("times of an SOP");
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: en ? "Deadline reminders" : "Pengingat tenggat" })
      .click();
    const own = page.getByRole("radio", { name: en ? "For this SOP alone" : "Khusus SOP ini" });
    await own.check();
    await look("reminders of an SOP");
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(found).toEqual([]);
  },
);

const tablet = { width: 1024, height: 768 };

test("no state of the editor breaks a rule of accessibility", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await speak(desk, "id");
  places ??= await prepare(desk);
  await desk.open(`/sop/${places.draft}`);
  await page.locator(".form-row").first().waitFor();
  const board = new DrawingBoard(page);
  const tab = (name: RegExp) => board.panel.getByRole("tab", { name }).click();
  const dialog = (name: string) => page.getByRole("dialog", { name });
  const opened = async (name: string, open: () => Promise<void>) => {
    await open();
    await dialog(name).waitFor();
  };
  const leave = async (name: string) => {
    await page.keyboard.press("Escape");
    await dialog(name).waitFor({ state: "detached" });
  };
  const found: string[] = [];
  let isFirstByDay = true;
  const look = async (name: string) => {
    // A tooltip stands in no landmark, and what is said here stands in the button too.
    await page.mouse.move(700, 2);
    await page.getByRole("tooltip").first().waitFor({ state: "hidden" });
    found.push(...(await inBoth(page, name, isFirstByDay, desktop, tablet)));
    isFirstByDay = !isFirstByDay;
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  await board.selectRow(/Baris 2:/);
  await look("a step");
  await page.keyboard.press("F2");
  await look("typing");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowDown");
  await look("several rows");
  await board.selectLane("Helpdesk");
  await look("a lane");
  await tab(/^Catatan/);
  await board.panel.getByRole("button", { name: "Tambah catatan" }).click();
  await look("notes");
  await tab(/^Masalah/);
  await look("problems");
  await button("Sembunyikan panel").click();
  await look("no panel");
  await button("Tampilkan panel").click();

  await opened("Cari perintah", () => page.keyboard.press("Control+K"));
  await look("palette");
  await leave("Cari perintah");
  await opened("Pintasan papan ketik", () => page.keyboard.press("Control+/"));
  await look("shortcuts");
  await leave("Pintasan papan ketik");
  await page.keyboard.press("Control+F");
  await page.getByRole("search").getByRole("textbox").fill("laporan");
  await look("find");
  await page.keyboard.press("Escape");

  await opened("Tempel tabel", () => button("Tempel tabel").click());
  await look("paste");
  await leave("Tempel tabel");
  await opened("Sahkan SOP", () => button("Sahkan").click());
  await dialog("Sahkan SOP").getByText("Tanggal tertentu").click();
  await look("enact");
  await leave("Sahkan SOP");
  await opened("Cabut SOP", () => button("Cabut").click());
  await look("retire");
  await leave("Cabut SOP");

  await page.getByRole("tab", { name: "Halaman identitas" }).click();
  await look("identity");
  await opened("Atur kolom SOP ini", () => button("Atur kolom SOP ini").click());
  await look("columns");

  for (const path of ["bandingkan", "riwayat"]) {
    await desk.open(`/sop/${places.draft}/${path}`);
    await settle(page);
    await look(path);
  }
  await desk.open("/sop");
  await settle(page);
  await opened("SOP baru", () => button("SOP baru").click());
  await dialog("SOP baru").getByText("Templat", { exact: true }).click();
  await dialog("SOP baru").locator(".beginning-choice").getByRole("radio").first().check();
  await dialog("SOP baru").locator(".form-row").first().waitFor();
  await look("new SOP");
  expect(found).toEqual([]);
});

/** The draft, open in the editor, and ways to look at it with something open on it. */
async function openDraft() {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await speak(desk, "id");
  places ??= await prepare(desk);
  await desk.open(`/sop/${places.draft}`);
  await page.locator(".form-row").first().waitFor();
  const board = new DrawingBoard(page);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const dialog = (name: string) => page.getByRole("dialog", { name, exact: true });
  const found: string[] = [];
  let isFirstByDay = true;
  const look = async (name: string, sizes: readonly [Size, Size] = [desktop, tablet]) => {
    found.push(...(await inBoth(page, name, isFirstByDay, ...sizes)));
    isFirstByDay = !isFirstByDay;
  };
  const menu = async (name: string, open: () => Promise<void>) => {
    await open();
    const shown = page.getByRole("menu").or(page.getByRole("listbox")).first();
    await shown.waitFor();
    await look(name);
    await page.keyboard.press("Escape");
    await shown.waitFor({ state: "hidden" });
  };
  const asks = async (name: string, open: () => Promise<void>) => {
    await open();
    await dialog(name).waitFor();
    await look(name);
    await page.keyboard.press("Escape");
    await dialog(name).waitFor({ state: "hidden" });
  };
  return { page, board, button, dialog, look, menu, asks, found };
}

test("no menu of the editor breaks a rule of accessibility", async () => {
  const { page, board, button, menu, asks, found } = await openDraft();
  await menu("kinds of steps", () => button("Tambah langkah").click());
  await board.selectRow(/Baris 2:/);
  await menu("a step's menu", () => button("Tindakan lain").click());
  await board.selectLane("Helpdesk");
  await menu("positions", () =>
    board.panel.getByRole("combobox", { name: "Dikerjakan oleh", exact: true }).click(),
  );
  await page.getByTestId("lane-helpdesk").hover();
  await menu("a lane's menu", () => page.locator(".lane-menu").first().click());
  await menu("versions", () => button("Riwayat dan perbandingan").click());
  await menu("paper", () => button("Cetak").click());
  await asks("Ajukan untuk disahkan", () => button("Ajukan").click());
  expect(found).toEqual([]);
});

test("no drawer of a phone breaks a rule of accessibility", async () => {
  const { page, button, dialog, look, found } = await openDraft();
  // On a phone the panel and the rest of the tools lie over the form.
  await page.setViewportSize(phone);
  const folded = [phone, { width: 820, height: 1180 }] as const;
  await button("Tindakan lain").click();
  await page.locator(".toolbar-more").waitFor();
  await look("folded tools", [phone, phone]);
  await page.locator(".toolbar-more").getByRole("button", { name: "Isian" }).click();
  await dialog("Isian").waitFor();
  for (const name of [/^Isian/, /^Masalah/, /^Catatan/]) {
    await dialog("Isian").getByRole("tab", { name }).click();
    await look(`drawer ${name.source}`, folded);
    await page.setViewportSize(phone);
  }
  await page.keyboard.press("Escape");
  await dialog("Isian").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Lainnya" }).click();
  await page.getByRole("dialog").waitFor();
  await look("the rest of the menu", [phone, phone]);
  expect(found).toEqual([]);
});

test("nothing on the way into force breaks a rule of accessibility", async () => {
  const { page, button, dialog, look, asks, found } = await openDraft();
  // Submitted, sent back, scheduled, and taken back from that.
  await button("Ajukan").click();
  await dialog("Ajukan untuk disahkan").getByRole("button", { name: "Ajukan" }).click();
  await page.getByText("Menunggu pengesahan").waitFor();
  await look("submitted", [desktop, phone]);
  await asks("Kembalikan konsep", () => button("Kembalikan").click());
  await button("Sahkan").first().click();
  const enact = dialog("Sahkan SOP");
  await enact.getByText("Tanggal tertentu").click();
  await enact.getByLabel(/^Tanggal dan jam/).fill("2099-01-04T08:00");
  await look("a date", [desktop, phone]);
  await enact.getByRole("button", { name: /^(Sahkan|Jadwalkan)/ }).click();
  await enact.waitFor({ state: "hidden" });
  await page.getByText(/^Sudah disahkan, berlaku mulai/).waitFor();
  await look("scheduled", [desktop, phone]);
  await asks("Batalkan jadwal berlaku", () => button("Batalkan jadwal").click());
  expect(found).toEqual([]);
});
