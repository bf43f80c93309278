import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations } from "./harness/axe-violations.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const service = "Pembuatan Layanan Sub Domain/Hosting";
const firstStep = /^Membuat dan mengirim surat permohonan/;

const found: string[] = [];
/** What axe finds on the page as it is, on a telephone and on a desk, by day and by night. */
async function look({ page }: Desk, name: string): Promise<void> {
  const size = page.viewportSize() ?? desktop;
  for (const [width, colorScheme] of [
    [phone, "dark"],
    [desktop, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(width);
    const lines = await axeViolations(page);
    found.push(...lines.map((line) => `${name}, ${width.width} px, ${colorScheme}: ${line}`));
    const spare = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    if (spare > 0) found.push(`${name} is wider than ${width.width} px`);
  }
  await page.setViewportSize(size);
}

interface Done {
  readonly completeTask: {
    readonly userErrors: readonly { readonly message: string }[];
    readonly instance: { readonly openTasks: readonly { readonly id: string }[] };
  };
}

/** Does a task of the office's, as its worker could with any program; answers the next one's id. */
async function work(username: string, taskId: string, how: object = {}): Promise<string> {
  const desk = await office.current.desk();
  await desk.signIn(username);
  const { completeTask } = await desk.ask<Done>(
    `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
      userErrors { message } instance { openTasks { id } } } }`,
    { input: { taskId, ...how } },
  );
  expect(completeTask.userErrors).toEqual([]);
  return completeTask.instance.openTasks[0]?.id ?? "";
}

async function sendLetter(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: firstStep }).waitFor();
  for (const box of await page.getByRole("checkbox").all()) {
    if (await box.isEnabled()) await box.check();
  }
  await page.getByRole("textbox", { name: "Surat Permohonan" }).fill("Surat 045/118/2026");
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
}

interface OpenTasks {
  readonly node: {
    readonly openTasks: readonly {
      readonly id: string;
      readonly outcomes: readonly { readonly key: string; readonly label: string }[];
    }[];
  };
}

test("a requester asks for a service, follows it, and answers when it comes back", async () => {
  const desk = await office.current.desk({ size: phone });
  const { page } = desk;
  await desk.signIn("pemohon");
  await desk.goTo("Layanan");
  await page.getByRole("listitem").first().waitFor();
  await look(desk, "catalogue");
  await page.getByRole("searchbox").fill("domain surat");
  await page.getByText("1 layanan dapat diminta").waitFor();
  await page.getByRole("button", { name: `Ajukan ${service}` }).click();
  const dialog = page.getByRole("dialog");
  // Whoever asks for themselves names nobody else.
  await dialog.getByLabel("Perihal").fill("Sub domain kecamatan");
  await expect.poll(() => dialog.getByRole("textbox").count()).toBe(1);
  await look(desk, "start");
  await dialog.getByRole("button", { name: "Mulai" }).click();
  await sendLetter(page);

  await desk.goTo("Permohonan");
  const row = page.getByRole("listitem").filter({ hasText: "Sub domain kecamatan" });
  await row.getByText("Permohonan Anda ada di Kadis Kominfo, hari ke-1 dari 1.").waitFor();
  await look(desk, "requests");
  await row.getByRole("link", { name: "Sub domain kecamatan" }).click();
  const where = page.getByRole("region", { name: "Posisi sekarang" });
  await where.getByText("Permohonan Anda ada di Kadis Kominfo").waitFor();
  const id = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");

  const open = async () => {
    const { node } = await desk.ask<OpenTasks>(
      `query ($id: ID!) { node(id: $id) { ... on Instance {
        openTasks { id outcomes { key label } } } } }`,
      { id },
    );
    return node.openTasks[0]!;
  };
  const toKabid = await work("kadis", (await open()).id);
  await work("kabid", toKabid);
  const decision = await open();
  const no = decision.outcomes.find(({ label }) => /tidak/i.test(label))!;
  await work("budi", decision.id, { outcome: no.key, comment: "Surat belum dicap." });

  // The page is told by itself.
  await where.getByText(/^Menunggu Anda: Membuat dan mengirim surat permohonan/).waitFor();
  await where.getByText(`Dikembalikan oleh Pejabat Fungsional/Pelaksana: ${no.label}`).waitFor();
  await where.getByText("Surat belum dicap.").waitFor();
  await where.getByText("Yang diminta: Surat Permohonan").waitFor();
  await page.locator(".form-row").first().waitFor();
  await look(desk, "case");
  await where.getByRole("link", { name: "Jawab" }).click();
  await sendLetter(page);
  await desk.goTo("Permohonan");
  await row.getByText("Permohonan Anda ada di Kadis Kominfo").waitFor();
  await expect.poll(() => row.getByRole("link", { name: "Jawab" }).count()).toBe(0);
  expect(found.splice(0)).toEqual([]);
});

test("the front desk starts for somebody, who follows with the receipt and no account", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("loket");
  await desk.goTo("Layanan");
  await page.getByRole("button", { name: `Ajukan ${service}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Perihal").fill("Sub domain kelurahan");
  await dialog.getByLabel("Atas nama pemohon").fill("Bu Sumiati");
  await dialog.getByRole("button", { name: "Mulai" }).click();
  await dialog.getByText("Kode rahasia hanya ditampilkan sekali ini.").waitFor();
  await dialog.getByRole("img", { name: /^Kode QR/ }).waitFor();
  await look(desk, "receipt");
  const [number, secret] = await dialog.locator(".slip-code").allInnerTexts();
  // On paper the slip stands alone.
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.locator(".slip-on-paper").isVisible()).toBe(true);
  await expect.poll(() => page.locator("#root").isVisible()).toBe(false);
  await expect.poll(() => dialog.isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await dialog.getByRole("button", { name: "Lanjutkan" }).click();
  await sendLetter(page);

  const citizen = await office.current.desk({ size: phone });
  const outside = citizen.page;
  await citizen.open("/masuk");
  await outside.getByRole("link", { name: /Lacak permohonan tanpa akun/ }).click();
  await outside.getByLabel("Nomor tanda terima").fill(number!.toLowerCase().replace("-", ""));
  await outside.getByLabel("Kode rahasia").fill("AAAA-AAAA-AAAA-AAAA");
  await outside.getByRole("button", { name: "Lihat permohonan" }).click();
  await outside.getByText("Nomor tanda terima atau kode rahasianya salah.").waitFor();
  await look(citizen, "asked for a receipt");
  await outside.getByLabel("Kode rahasia").fill(secret!);
  await outside.getByRole("button", { name: "Lihat permohonan" }).click();
  await outside.getByText("Permohonan Anda ada di Kadis Kominfo, hari ke-1 dari 1.").waitFor();
  await outside.locator(".form-row").first().waitFor();
  await outside.getByText("Permohonan ada di sini").waitFor();
  await look(citizen, "followed");
  const shown = await outside.getByRole("main").innerText();
  expect(shown).toContain("Kadis Kominfo");
  expect(shown).not.toMatch(/Bambang|Yuni/);
  await outside.getByText("English").click();
  await outside.getByText("Your request is with Kadis Kominfo, day 1 of 1.").waitFor();
  await look(citizen, "followed in English");

  // Another code, from the case's page: the slip's square holds it, and the old one is over.
  await page.getByRole("link", { name: "Lihat berkas" }).click();
  await page.getByRole("button", { name: "Terbitkan kode baru" }).click();
  await dialog.getByRole("button", { name: "Terbitkan kode baru" }).click();
  await dialog.getByText("Kode rahasia hanya ditampilkan sekali ini.").waitFor();
  const [, second] = await dialog.locator(".slip-code").allInnerTexts();
  const slip = page.getByRole("dialog", { name: "Berikan tanda terima ini" });
  await slip.getByRole("button", { name: "Tutup" }).click();
  await page.getByText(/^Kode baru oleh Yuni Astuti/).waitFor();
  await outside.getByRole("button", { name: "Refresh" }).click();
  await outside.getByText("Wrong receipt number or secret code.").waitFor();
  const scanned = await office.current.desk({ size: phone });
  await scanned.open(`/lacak#${number}/${second}`);
  await scanned.page.getByText("Permohonan Anda ada di Kadis Kominfo").waitFor();
  expect(found.splice(0)).toEqual([]);
});
