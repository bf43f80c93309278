import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { readForm } from "./harness/read-form.js";

const office = openOffice();

/** A revision of an SOP, open in the editor; each test takes another one. */
async function openDraft(desk: Desk, title: string, username = "admin"): Promise<DrawingBoard> {
  await desk.signIn(username);
  await desk.openSop(title);
  await desk.page.getByRole("button", { name: "Buat revisi" }).click();
  await desk.page.getByTestId("save-state").waitFor();
  return new DrawingBoard(desk.page);
}

/** Types over the text of a row, on the form. */
async function retype(desk: Desk, row: RegExp, text: string): Promise<void> {
  await new DrawingBoard(desk.page).selectRow(row);
  await desk.page.keyboard.type(text);
}

async function rowsOf(desk: Desk): Promise<readonly string[]> {
  return (await readForm(desk.page)).rows.map((row) => row.cells["activity"]!);
}

const state = (desk: Desk, value: string) =>
  desk.page.locator(`[data-testid="save-state"][data-state="${value}"]`).waitFor();

test("what was typed without a network is there again after a reload, and is saved", async () => {
  const desk = await office.current.desk();
  const board = await openDraft(desk, "Pengelolaan Layanan TIK");
  desk.allowFault(/ERR_FAILED|Failed to fetch/);
  desk.page.on("dialog", (dialog) => void dialog.accept());
  await board.saved();
  // The pages still come, but nothing is saved any more.
  await desk.context.route("**/graphql", (route) =>
    route.request().postData()?.includes("EditDraft") === true ? route.abort() : route.continue(),
  );
  await retype(desk, /Menutup tiket/, "Menutup tiket tanpa jaringan");
  await state(desk, "failed");
  await desk.page.keyboard.type(" sama sekali");
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(desk)).toContain("Menutup tiket tanpa jaringan sama sekali");
  await desk.page.getByText("Perubahan Anda yang belum sempat tersimpan dipulihkan.").waitFor();

  await desk.context.unroute("**/graphql");
  await board.saved();
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(desk)).toContain("Menutup tiket tanpa jaringan sama sekali");
});

test("a save whose answer is lost is neither lost nor done twice", async () => {
  const desk = await office.current.desk();
  const board = await openDraft(desk, "Pembuatan Layanan Sub Domain/Hosting");
  desk.allowFault(/ERR_FAILED|Failed to fetch/);
  desk.page.on("dialog", (dialog) => void dialog.accept());
  let lost = 0;
  await desk.context.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("EditDraft") !== true) return route.continue();
    lost++;
    await route.fetch();
    return route.abort();
  });
  await retype(desk, /Baris 2:/, "Sampai tanpa jawaban");
  await state(desk, "failed");
  expect(lost).toBeGreaterThan(0);
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await desk.context.unroute("**/graphql");
  await expect.poll(() => rowsOf(desk)).toContain("Sampai tanpa jawaban");
  await board.saved();
  await expect
    .poll(() => desk.page.getByText("Perubahan Anda belum masuk ke konsep ini").count())
    .toBe(0);
});

test("a session that ends while one types asks for the password in place", async () => {
  const desk = await office.current.desk();
  await desk.page.clock.install();
  const board = await openDraft(desk, "Pinjam Ruang Smart Center");
  desk.allowFault(/401/);
  await board.saved();
  await desk.context.clearCookies();
  await retype(desk, /Baris 2:/, "Diketik setelah sesi berakhir");
  const dialog = desk.page.getByRole("dialog", { name: "Masuk lagi" });
  await dialog.waitFor();
  const asked: string[] = [];
  desk.page.on("request", (request) => asked.push(request.postData() ?? ""));
  await desk.page.clock.fastForward("01:00");
  await expect.poll(() => new URL(desk.page.url()).pathname).toMatch(/^\/sop\//);
  await dialog.locator('[autocomplete="current-password"]').fill("bukan ini");
  await dialog.getByRole("button", { name: "Masuk" }).click();
  await dialog.getByRole("alert").waitFor();
  // Nobody is there whom the others could see.
  expect(asked.filter((data) => data.includes("DraftPulse"))).toEqual([]);
  await dialog.locator('[autocomplete="current-password"]').fill("alur-demo");
  await dialog.getByRole("button", { name: "Masuk" }).click();
  await dialog.waitFor({ state: "hidden" });
  await board.saved();
  await expect.poll(() => rowsOf(desk)).toContain("Diketik setelah sesi berakhir");
  await desk.page.reload();
  await desk.page.locator(".form-row").first().waitFor();
  await expect.poll(() => rowsOf(desk)).toContain("Diketik setelah sesi berakhir");
});

test("what was not saved is sent in nobody else's name, and waits for whose it is", async () => {
  const desk = await office.current.desk();
  await desk.page.clock.install();
  const board = await openDraft(desk, "PEMANFAATAN APLIKASI LAYANAN");
  desk.allowFault(/ERR_FAILED|Failed to fetch|401/);
  await board.saved();
  await desk.context.route("**/graphql", (route) =>
    route.request().postData()?.includes("EditDraft") === true ? route.abort() : route.continue(),
  );
  await retype(desk, /Baris 2:/, "Diketik sebelum keluar");
  await state(desk, "failed");
  await desk.signOut();
  await desk.context.unroute("**/graphql");
  const sent: string[] = [];
  desk.page.on("request", (request) => sent.push(request.postData() ?? ""));
  await desk.page.locator('input[name="username"]').fill("kadis");
  await desk.page.clock.fastForward("02:00");
  await desk.fillSignIn("kadis", "alur-demo");
  await desk.page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
  await desk.page.clock.fastForward("02:00");
  await desk.goTo("SOP");
  expect(sent.filter((data) => data.includes("EditDraft"))).toEqual([]);
  await desk.signOut();
  await desk.signIn("admin");
  await desk.openSop("PEMANFAATAN APLIKASI LAYANAN");
  await expect.poll(() => rowsOf(desk)).toContain("Diketik sebelum keluar");
  await board.saved();
});

test("a text that is too long for the server is said, and once shortened all is saved", async () => {
  const desk = await office.current.desk();
  const board = await openDraft(desk, "Pakai Smart Center");
  desk.allowFault(/413/);
  await board.saved();
  await desk.page.getByRole("tab", { name: "Halaman identitas" }).click();
  const field = desk.page.locator("[data-identity] textarea").first();
  const before = await field.inputValue();
  await field.fill("panjang ".repeat(150_000));
  await state(desk, "failed");
  await field.fill(`${before} pendek`);
  await board.saved();
  await desk.page.reload();
  await desk.page.getByRole("tab", { name: "Halaman identitas" }).click();
  await expect.poll(() => field.inputValue()).toBe(`${before} pendek`);
});
