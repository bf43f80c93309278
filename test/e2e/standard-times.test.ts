import { expect, test } from "vitest";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const title = "Pembuatan Layanan Sub Domain/Hosting";

test("the approver sees how long an SOP takes, and by which way", async () => {
  const desk = await office.current.desk();
  await desk.signIn("kadis");
  await desk.openSop(title);
  await desk.page
    .getByRole("button", { name: "Waktu diperkirakan 10 hari kerja 3 jam 45 menit" })
    .click();
  const times = desk.page.getByRole("dialog");
  const ways = times.getByRole("listitem");
  await times.getByText("Tercepat").waitFor();
  await expect
    .poll(async () => (await ways.allInnerTexts()).map((one) => one.split(/\s+/).join(" ")))
    .toEqual([
      "9 hari kerja 50% 4. YA (lengkap)",
      "12 hari kerja 50% 4. TIDAK (tidak lengkap), kembali ke 1 → 4. YA (lengkap)",
    ]);

  // The way round is played on the form, step by step, to its end.
  await ways
    .last()
    .getByRole("button", { name: /^Putar jalan 4\. TIDAK/ })
    .click();
  await times.waitFor({ state: "detached" });
  const bar = desk.page.getByTestId("playback");
  await bar.getByText("Berkas dimulai.", { exact: true }).waitFor();
  await bar.getByRole("slider").press("End");
  await bar.getByText("Berkas selesai. Waktu bakunya 12 hari kerja.", { exact: true }).waitFor();
  await expect
    .poll(() =>
      desk.page
        .locator("[data-mark]")
        .evaluateAll((boxes) => [...new Set(boxes.map((box) => box.getAttribute("data-mark")))]),
    )
    .toEqual(["done"]);
  await desk.page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
});

test("who draws sees what a change does to the time, and which steps state none", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await desk.openSop(title);
  await page.getByRole("button", { name: "Buat revisi" }).click();
  const board = new DrawingBoard(page);
  await board.saveState.waitFor();
  const times = board.panel.locator(".times-foot");
  const line = async (): Promise<string> =>
    (await times.textContent())?.split(/\s+/).join(" ") ?? "";
  await board.selectRow(/Baris 9:/);
  const told = (shortest: string, expected: string, longest: string) =>
    `Tercepat ${shortest} · diperkirakan ${expected} · terlama ${longest}`;
  await expect
    .poll(line)
    .toBe(told("9 hari kerja", "10 hari kerja 3 jam 45 menit", "12 hari kerja"));

  // Step 9 comes after the loop, step 3 lies in it.
  await board.giveTime("3", "jam");
  await expect
    .poll(line)
    .toBe(told("8 hari kerja 3 jam", "9 hari kerja 6 jam 45 menit", "11 hari kerja 3 jam"));
  await board.selectRow(/Baris 3:/);
  await board.panel.getByLabel("Waktu baku").fill("");
  await expect
    .poll(line)
    .toBe(told("7 hari kerja 3 jam", "8 hari kerja 3 jam", "9 hari kerja 3 jam"));
  await times.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 langkah belum menyebut waktu").waitFor();
  await dialog.getByRole("button", { name: "3. Mendisposisi surat permohonan" }).click();
  await dialog.waitFor({ state: "detached" });

  await board.panel.locator('[aria-label="Kosongkan"]').first().click();
  await expect.poll(line).toBe("Waktu dihitung setelah gambar terbukti tidak dapat macet.");
});
