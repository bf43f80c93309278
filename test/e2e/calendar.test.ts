import { expect, test } from "vitest";
import {
  addWorkingTime,
  type Holiday,
  toWorkingCalendar,
  type WeeklyDefinition,
} from "../../domain/index.js";
import { axeViolations } from "./harness/axe-violations.js";
import type { Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

interface Task {
  readonly id: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly instance: { readonly id: string };
}

/** A case whose first step has 30 hours, and the task of it. */
async function startCase(desk: Desk): Promise<Task> {
  const { sops } = await desk.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
    "{ sops(first: 50) { nodes { id title } } }",
  );
  const sopId = sops.nodes.find(({ title }) => title === "PEMANFAATAN APLIKASI LAYANAN")!.id;
  const { startInstance } = await desk.ask<{
    startInstance: { instance: { openTasks: readonly Task[] } };
  }>(
    `mutation ($input: StartInstanceInput!) { startInstance(input: $input) {
      instance { openTasks { id openedAt dueAt instance { id } } } } }`,
    { input: { sopId, title: "Aplikasi kalender", idempotencyKey: "kalender" } },
  );
  return startInstance.instance.openTasks[0]!;
}

const localDate = (instant: number): string =>
  new Date(instant + 7 * 3_600_000).toISOString().slice(0, "2026-01-01".length);

/** "2 Des 2026, 15.56", as every page writes it. */
const written = (instant: number): string =>
  new Intl.DateTimeFormat("id-ID", {
    timeZone: "Asia/Jakarta",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);

/** A moment on somebody's page, where it is to be seen. */
const shown = ({ page }: Desk, instant: number) =>
  page.getByText(written(instant)).filter({ visible: true }).first();

interface Answer {
  readonly workingCalendar: {
    readonly minutesPerWorkingDay: number;
    readonly weekly: readonly { weekday: number; spans: readonly { from: string; to: string }[] }[];
  };
}

/** Thirty working hours from when the task opened, with one day off more than there is. */
async function dueWithout(desk: Desk, task: Task, off: string): Promise<number> {
  const { workingCalendar } = await desk.ask<Answer>(
    "{ workingCalendar { minutesPerWorkingDay weekly { weekday spans { from to } } } }",
  );
  const holidays: Holiday[] = [];
  for (const year of new Set([task.openedAt.slice(0, 4), String(Number(off.slice(0, 4)) + 1)])) {
    const answer = await desk.ask<{ holidays: { days: Holiday[] } }>(
      "query ($year: Int!) { holidays(year: $year) { days { date name kind basis } } }",
      { year: Number(year) },
    );
    holidays.push(...answer.holidays.days);
  }
  const { minutesPerWorkingDay } = workingCalendar;
  const weekly: WeeklyDefinition = Object.fromEntries(
    workingCalendar.weekly.map(({ weekday, spans }) => [
      String(weekday),
      spans.map(({ from, to }) => [from, to] as const),
    ]),
  );
  const calendar = toWorkingCalendar(
    { name: "", minutesPerWorkingDay, weekly, periods: [], daysOff: [{ date: off, name: "" }] },
    holidays,
    { utcOffset: 420 },
  );
  const opened = Date.parse(task.openedAt);
  return addWorkingTime(calendar, opened, { value: 30, unit: "HOUR" })!;
}

test("a joint leave that the admin adds moves the clerk's deadline by a working day, at once", async () => {
  const clerk = await office.current.desk();
  await clerk.signIn("budi");
  const task = await startCase(clerk);
  const due = Date.parse(task.dueAt);
  const off = localDate(due);
  const expected = await dueWithout(clerk, task, off);
  expect(expected).toBeGreaterThan(due);
  await clerk.open(`/tugas/${encodeURIComponent(task.id)}`);
  await shown(clerk, due).waitFor();

  const admin = await office.current.desk();
  const { page } = admin;
  await admin.signIn("admin");
  await admin.goTo("Kalender kerja");
  await page.getByRole("tab", { name: "Libur" }).click();
  const year = off.slice(0, 4);
  while (!(await page.getByRole("heading", { level: 2, name: year, exact: true }).isVisible())) {
    await page
      .getByRole("button", { name: /^Ke tahun/ })
      .last()
      .click();
  }
  await page.getByRole("button", { name: "Tambah libur atau cuti bersama" }).click();
  const row = page.locator('.day-row[data-kind="holiday"]').last();
  // It begins at the date, as joint leave, under no other day's decree.
  const date = row.getByLabel(/^Cuti bersama, .*tanggal$/);
  await expect.poll(() => date.evaluate((it) => it === document.activeElement)).toBe(true);
  await expect.poll(() => row.getByLabel(/dasar$/).inputValue()).toBe("");
  await row.getByLabel(/nama$/).fill("Cuti bersama tambahan");
  // Without a date it is not even asked about.
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Ada isian yang perlu diperbaiki.").waitFor();
  await row.getByText("Isi tanggalnya.").waitFor();
  await row.getByLabel(/tanggal$/).fill(off);
  await page.getByRole("button", { name: "Simpan" }).click();
  const dialog = page.getByRole("dialog", { name: "Simpan kalender" });
  await dialog.getByText("1 tenggat yang terbuka pindah, pada 1 berkas.").waitFor();
  await dialog.getByText(written(expected)).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Semua tersimpan.").first().waitFor();

  // The clerk has reloaded nothing.
  await shown(clerk, expected).waitFor();
  await expect.poll(() => clerk.page.getByText(written(due)).count()).toBe(0);
  await clerk.open(`/berkas/${encodeURIComponent(task.instance.id)}`);
  await clerk.page
    .getByText("Tenggat dipindahkan karena kalender kerja berubah.")
    .first()
    .waitFor();

  await page.getByRole("tab", { name: "Riwayat" }).click();
  await page.getByText("Ratna Wulandari mengubah libur nasional dan cuti bersama").waitFor();
  await page.getByText(/^Cuti bersama \d/).waitFor();
  await page.getByText(/1 tenggat pada 1 berkas dipindahkan/).waitFor();

  // The year view says why the day does not count, to the eye and to the keyboard.
  await page.getByRole("tab", { name: "Tahun" }).click();
  const day = page.locator(`[data-date="${off}"]`);
  await expect.poll(() => day.getAttribute("data-reason")).toBe("JOINT_LEAVE");
  await day.focus();
  const details = page.locator(".calendar-details");
  await details.getByText("Cuti bersama tambahan").waitFor();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => details.getByText("Cuti bersama tambahan").count()).toBe(0);
});

test("a calendar that is only begun is not saved, and nobody leaves it by mistake", async () => {
  const admin = await office.current.desk();
  const { page } = admin;
  await admin.signIn("admin");
  await admin.open("/kalender?lihat=jam");
  await page.getByRole("button", { name: "Buat kalender sendiri" }).click();
  await page.getByText("Kalender sendiri ini belum disimpan.").waitFor();
  await expect.poll(() => page.getByText("Semua tersimpan.").count()).toBe(0);
  // Another tab of the page takes nothing away; another page or office does.
  await page.getByRole("tab", { name: "Tahun" }).click();
  await page.getByRole("tab", { name: "Jam kerja" }).click();
  await page.getByText("Kalender sendiri ini belum disimpan.").waitFor();
  const people = page.getByRole("navigation").getByRole("link", { name: "Orang" }).first();
  const dialog = page.getByRole("dialog", { name: "Perubahan belum disimpan" });
  await people.click();
  await dialog.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Tetap di sini" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Kalender sendiri ini belum disimpan.").waitFor();

  // A page that is closed or loaded anew is asked about by the browser itself.
  const warned = () =>
    page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await warned()).toBe(true);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await page.getByRole("button", { name: "Buat kalender sendiri" }).waitFor();
  expect(await warned()).toBe(false);

  await page.getByRole("button", { name: "Buat kalender sendiri" }).click();
  await page.getByText("Kalender sendiri ini belum disimpan.").waitFor();
  await people.click();
  await dialog.getByRole("button", { name: "Tinggalkan tanpa menyimpan" }).click();
  await page.getByRole("heading", { level: 1, name: "Orang" }).waitFor();
});

test("two admins who change the calendar at once lose nothing of either", async () => {
  const one = await office.current.desk();
  await one.signIn("admin");
  await one.open("/kalender?lihat=jam&kantor=bersama");
  const { page } = one;
  const minutes = page.getByLabel("Menit dalam 1 hari kerja");
  await minutes.fill("480");

  const { workingCalendar: now } = await one.ask<{ workingCalendar: Record<string, unknown> }>(
    `{ workingCalendar { revision minutesPerWorkingDay weekly { weekday spans { from to } }
      periods { from to name weekly { weekday spans { from to } } } extraDays { date name spans { from to } }
      worksThrough } }`,
  );
  const { revision, ...calendar } = now;
  const daysOff = [{ date: "2027-06-01", name: "Hari jadi daerah" }];
  const saved = await one.ask<{ saveWorkingCalendar: { userErrors: unknown[] } }>(
    `mutation ($input: SaveWorkingCalendarInput!) { saveWorkingCalendar(input: $input) {
      userErrors { code } } }`,
    { input: { ...calendar, daysOff, expectedRevision: revision } },
  );
  expect(saved.saveWorkingCalendar.userErrors).toEqual([]);

  const save = () => page.getByRole("button", { name: "Simpan" }).last().click();
  await save();
  const dialog = page.getByRole("dialog", { name: "Simpan kalender" });
  await dialog.getByRole("button", { name: "Simpan" }).click();
  const conflict = page.getByRole("dialog", { name: "Orang lain juga mengubah kalender ini" });
  await conflict.getByText("Hari jadi daerah").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await conflict.getByRole("button", { name: "Gabungkan" }).click();
  await conflict.waitFor({ state: "detached" });
  await save();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Semua tersimpan.").first().waitFor();
  const { workingCalendar } = await one.ask<{ workingCalendar: unknown }>(
    "{ workingCalendar { minutesPerWorkingDay daysOff { date name } } }",
  );
  expect(workingCalendar).toEqual({ minutesPerWorkingDay: 480, daysOff });
});
