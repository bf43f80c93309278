import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readPdf } from "../paper/read-pdf.js";
import { phone } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

test("a version is printed from its page, and all parts of its number under one cover", async () => {
  const desk = await office.current.desk();
  await desk.signIn("pemohon");
  await desk.openSop("Pinjam Ruang Smart Center");
  const { page } = desk;
  const printed = async (item: string) => {
    await page.getByRole("button", { name: "Cetak" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    const file = await download;
    await page.getByText(file.suggestedFilename()).waitFor();
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const one = await printed("PDF A4 mendatar");
  expect(one.name).toBe("SOP 01-SOP.SmartCenter-406.020-2020 Pinjam Ruang Smart Center v1.pdf");
  const alone = await readPdf(one.bytes);
  const all = await readPdf((await printed("PDF semua bagian")).bytes);
  expect(all.pages.length).toBeGreaterThan(alone.pages.length);
  const texts = all.pages.flatMap((it) => it.texts.map(({ text }) => text));
  expect(texts).toContain("B. Pakai Smart Center");
  expect((await printed("Word (DOCX) Tabel")).name).toMatch(/\.docx$/);
});

test("the menu says what it makes, also on a phone and to a screen reader", async () => {
  const desk = await office.current.desk({ size: phone });
  await desk.signIn("admin");
  await desk.openSop("Pengelolaan Layanan TIK");
  await desk.page.getByRole("button", { name: "Cetak" }).click();
  const menu = desk.page.getByRole("menu");
  await menu.waitFor();
  await expect.poll(() => menu.getByRole("menuitem").count()).toBe(4);
  const box = (await menu.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(phone.width);
});
