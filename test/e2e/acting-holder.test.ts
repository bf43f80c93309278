import { expect, test } from "vitest";
import type { Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const caseTitle = "Aplikasi presensi Dinas Kesehatan";
const fungsional = "Pejabat Fungsional/Pelaksana";

/** A day by the clocks of Jakarta, as a date field has it; today unless told. */
const dayFromNow = (days = 0): string =>
  new Date(Date.now() + (7 * 60 + days * 1440) * 60_000).toISOString().slice(0, 10);

async function startCase(budi: Desk): Promise<void> {
  const { sops } = await budi.ask<{ sops: { nodes: { id: string; number: string }[] } }>(
    '{ sops(first: 50, filter: { search: "PEMANFAATAN" }) { nodes { id number } } }',
  );
  const input = { sopId: sops.nodes[0]!.id, title: caseTitle, idempotencyKey: "plh" };
  await budi.ask(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id } userErrors { code } } }`,
    { input },
  );
}

async function chooseDays({ page }: Desk, first: string, last: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Hari pertama").fill(first);
  await dialog.getByLabel("Hari terakhir").fill(last);
}

async function choosePerson({ page }: Desk, label: string, name: string): Promise<void> {
  const field = page.getByRole("dialog").getByRole("combobox", { name: label });
  await field.click();
  await field.fill(name.split(" ")[0]!);
  await page.getByRole("option", { name }).click();
}

test("a Plh. of today sees the position's tasks until the admin ends it", async () => {
  const [budi, lestari, admin] = [
    await office.current.desk(),
    await office.current.desk(),
    await office.current.desk(),
  ];
  await budi.signIn("budi");
  await startCase(budi);
  await lestari.signIn("agendaris");
  const row = lestari.page.getByRole("listitem").filter({ hasText: caseTitle });
  await lestari.page.getByRole("heading", { level: 1, name: "Tugas saya" }).waitFor();
  await expect.poll(() => row.count()).toBe(0);

  await admin.signIn("admin");
  await admin.goTo("Jabatan");
  await admin.page.getByRole("link", { name: fungsional }).click();
  await admin.page.getByRole("button", { name: "Tunjuk pemegang" }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Tunjuk pemegang" });
  await dialog.getByRole("radio", { name: "Plh." }).check();
  await choosePerson(admin, "Orang", "Lestari Ningsih");
  await dialog.getByRole("combobox", { name: "Menggantikan" }).click();
  await admin.page.getByRole("option", { name: "Budi Santoso" }).click();
  await chooseDays(admin, dayFromNow(), dayFromNow(-1));
  await dialog.getByRole("button", { name: "Tunjuk", exact: true }).click();
  // The browser itself holds back a last day before the first.
  await expect
    .poll(() => dialog.getByLabel("Hari terakhir").evaluate((it) => it.matches(":invalid")))
    .toBe(true);
  await chooseDays(admin, dayFromNow(), dayFromNow());
  await dialog.getByRole("button", { name: "Tunjuk", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const now = admin.page.getByRole("region", { name: "Pemegang sekarang" });
  await now.getByText("Plh. Lestari Ningsih").waitFor();
  await now.getByText(/^menggantikan Budi Santoso/).waitFor();

  await lestari.page.reload();
  await lestari.page.getByText(/^Plh\. Pejabat Fungsional\/Pelaksana s\.d\./).waitFor();
  await row.getByRole("link").first().click();
  await lestari.page.getByRole("button", { name: "Ambil" }).click();
  await lestari.page.getByText("Saya (Plh.)").waitFor();
  await lestari.page.getByRole("link", { name: caseTitle }).click();
  const story = lestari.page.getByRole("region", { name: "Perjalanan berkas" });
  await story.getByText(`Lestari Ningsih (Plh. ${fungsional}) mengambil`).waitFor();

  await admin.page.getByRole("button", { name: "Akhiri sekarang: Lestari Ningsih" }).click();
  const end = admin.page.getByRole("dialog", { name: "Akhiri sekarang" });
  await end.getByRole("button", { name: "Akhiri sekarang" }).click();
  await admin.page
    .getByRole("region", { name: "Riwayat" })
    .getByText("Plh. Lestari Ningsih")
    .waitFor();
  await expect.poll(() => now.getByText("Lestari").count()).toBe(0);
  await lestari.open("/tugas");
  await lestari.page.getByRole("heading", { level: 1, name: "Tugas saya" }).waitFor();
  await lestari.page.getByText("Agendaris", { exact: true }).waitFor();
  await lestari.page.getByText("Tidak ada tugas.").waitFor();
  await expect.poll(() => row.count()).toBe(0);
  // What was claimed in the meantime is not lost: a colleague takes it over.
  await budi.open("/tugas");
  await budi.page.getByRole("listitem").filter({ hasText: caseTitle }).waitFor();
});

test("a holder reports leave, whom it makes Plh. is told, and it is taken back", async () => {
  const [kabid, manager] = [await office.current.desk(), await office.current.desk()];
  await kabid.signIn("kabid");
  await kabid.page.getByRole("link", { name: "Cuti saya" }).click();
  await kabid.page.getByRole("heading", { level: 1, name: "Cuti saya" }).waitFor();
  await kabid.page.getByRole("button", { name: "Laporkan cuti" }).click();
  const dialog = kabid.page.getByRole("dialog", { name: "Laporkan cuti" });
  await choosePerson(kabid, "Pengganti (Plh.)", "Hartono Wibowo");
  await chooseDays(kabid, dayFromNow(2), dayFromNow(5));
  await dialog.getByRole("button", { name: "Laporkan" }).click();
  await dialog.waitFor({ state: "detached" });
  const leave = kabid.page.getByRole("listitem").filter({ hasText: "Hartono Wibowo" });
  await leave.getByText(/sebagai Plh\. Kepala Bidang/).waitFor();
  // A second one for the same days is refused at its field, in words.
  await kabid.page.getByRole("button", { name: "Laporkan cuti" }).click();
  await choosePerson(kabid, "Pengganti (Plh.)", "Agus Prasetyo");
  await chooseDays(kabid, dayFromNow(5), dayFromNow(6));
  await dialog.getByRole("button", { name: "Laporkan" }).click();
  await dialog.getByText("sudah ada yang ditunjuk: Hartono Wibowo").waitFor();
  await dialog.getByRole("button", { name: "Kembali" }).click();

  await manager.signIn("manajer");
  await manager.goTo("Jabatan");
  await manager.page.getByRole("link", { name: /^Kepala Bidang Aplikasi/ }).click();
  const next = manager.page.getByRole("region", { name: "Berikutnya" });
  await next.getByText("Plh. Hartono Wibowo").waitFor();
  await leave.getByRole("button", { name: "Batalkan cuti" }).click();
  await kabid.page.getByText("Belum ada cuti.").waitFor();
  await manager.page.reload();
  await manager.page
    .getByRole("region", { name: "Pemegang sekarang" })
    .getByText("Sri Mulyati")
    .waitFor();
  await expect.poll(() => next.count()).toBe(0);
});
