import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { desktop, type Desk, phone } from "./harness/desk.js";
import { findPerson } from "./harness/find-person.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const position = "Pejabat Fungsional/Pelaksana";
const caseTitle = "Aplikasi antrean puskesmas";
const changed = "pagi yang tenang";

async function startCase(budi: Desk): Promise<void> {
  const { sops } = await budi.ask<{ sops: { nodes: { id: string }[] } }>(
    '{ sops(first: 50, filter: { search: "PEMANFAATAN" }) { nodes { id } } }',
  );
  const input = { sopId: sops.nodes[0]!.id, title: caseTitle, idempotencyKey: "impor" };
  await budi.ask(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id } userErrors { code } } }`,
    { input },
  );
}

/** Pastes as Excel's clipboard would be; answers the temporary passwords by username. */
async function importPeople(admin: Desk): Promise<ReadonlyMap<string, string>> {
  const { page } = admin;
  await admin.goTo("Orang");
  await page.getByRole("link", { name: "Impor dari tabel" }).click();
  const table = [
    "No\tNama Pegawai\tN I P\tJabatan\tPeran",
    `1\tYuni Astuti, S.Kom.\t19900704 201503 2 003\t${position}\t`,
    `2\tRudi Hartanto\t123\t${position}\tRaja`,
    `3\t=1+1\t\tArsiparis\t`,
  ].join("\n");
  await page
    .getByLabel("Tempel tabel di sini")
    .first()
    .evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const area = element.matches("textarea") ? element : element.querySelector("textarea")!;
      const options = { clipboardData, bubbles: true, cancelable: true };
      area.dispatchEvent(new ClipboardEvent("paste", options));
    }, table);
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await row("Yuni Astuti").getByText("Baru", { exact: true }).waitFor();
  await row("Rudi Hartanto").getByText("Bukan peran: Raja.").waitFor();
  const take = page.getByRole("button", { name: "Impor 3 baris" });
  await expect.poll(() => take.isDisabled()).toBe(true);

  await row("Rudi Hartanto").getByRole("button", { name: "Ubah" }).click();
  const dialog = page.getByRole("dialog", { name: "Ubah baris 2" });
  await dialog.getByLabel("NIP").fill("199102052016031004");
  await dialog.getByRole("checkbox", { name: "Petugas loket" }).check();
  await dialog.getByRole("checkbox", { name: "Petugas loket" }).uncheck();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await row("Rudi Hartanto").getByText("Baru", { exact: true }).waitFor();
  await take.click();
  await page.getByText("3 akun baru").waitFor();
  const passwords = new Map<string, string>();
  for (const line of await page
    .getByRole("region", { name: "Kata sandi" })
    .getByRole("row")
    .all()) {
    const cells = await line.getByRole("cell").allInnerTexts();
    if (cells.length === 3) passwords.set(cells[1]!, cells[2]!.trim());
  }
  return passwords;
}

async function signInFirst(desk: Desk, username: string, password: string): Promise<void> {
  await desk.open("/masuk");
  await desk.fillSignIn(username, password);
  const change = desk.page.getByRole("dialog", { name: "Ganti kata sandi" });
  await change.locator('[autocomplete="current-password"]').fill(password);
  for (const field of await change.locator('[autocomplete="new-password"]').all()) {
    await field.fill(changed);
  }
  await change.getByRole("button", { name: "Simpan" }).click();
  await change.waitFor({ state: "hidden" });
}

test("people are imported, work, are disabled, and a colleague goes on; the trail tells it all", async () => {
  const [budi, admin, yuni, siti] = [
    await office.current.desk(),
    await office.current.desk(),
    await office.current.desk(),
    await office.current.desk(),
  ];
  await budi.signIn("budi");
  await startCase(budi);
  await admin.signIn("admin");
  const passwords = await importPeople(admin);
  expect([...passwords.keys()]).toEqual(["yuni.astuti", "rudi.hartanto", "11"]);

  await signInFirst(yuni, "yuni.astuti", passwords.get("yuni.astuti")!);
  const task = (desk: Desk) => desk.page.getByRole("listitem").filter({ hasText: caseTitle });
  await task(yuni)
    .getByRole("button", { name: /^Ambil/ })
    .first()
    .click();
  await task(yuni)
    .getByRole("button", { name: /^Ambil/ })
    .waitFor({ state: "detached" });

  await siti.signIn("siti");
  yuni.allowFault(/401/);
  await admin.goTo("Orang");
  await findPerson(admin, "Yuni Astuti, S.Kom.");
  await admin.page.getByText("1 tugas", { exact: true }).waitFor();
  await admin.page.getByRole("button", { name: "Nonaktifkan" }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Nonaktifkan akun" });
  await dialog.getByText("1 tugas yang dipegangnya kembali ke jabatannya.").waitFor();
  await dialog.getByRole("button", { name: "Nonaktifkan" }).click();
  await admin.page.getByText("1 tugas dikembalikan ke jabatannya.").waitFor();
  await admin.page.getByRole("button", { name: "Selesai" }).click();
  await yuni.page.waitForURL(/\/masuk/);

  await task(siti)
    .getByRole("button", { name: /^Ambil/ })
    .first()
    .click();
  await task(siti)
    .getByRole("button", { name: /^Ambil/ })
    .waitFor({ state: "detached" });

  await admin.page.getByRole("link", { name: "Lihat di jejak audit" }).click();
  await admin.page.getByRole("heading", { level: 1, name: "Jejak audit" }).waitFor();
  const entry = (text: string) => admin.page.getByRole("listitem").filter({ hasText: text });
  await entry("Tugas dikembalikan ke jabatannya: Yuni").waitFor();
  await entry("Akun dinonaktifkan: Yuni").waitFor();
  await entry("Akun dibuat: Yuni").waitFor();
  await expect.poll(() => entry("Orang dan jabatan diimpor").count()).toBe(0);
  await admin.page.getByRole("button", { name: "Hapus saringan" }).click();
  await entry("Orang dan jabatan diimpor: Dinas Komunikasi").waitFor();
  await admin.page.getByRole("searchbox").fill("=1+1");
  await entry("Akun dibuat: =1+1").waitFor();
  await entry("Akun dinonaktifkan").waitFor({ state: "detached" });
  const download = admin.page.waitForEvent("download");
  await admin.page.getByRole("button", { name: "Unduh CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv).toContain(`"'=1+1"`);
  expect(csv).not.toMatch(/[",]=1\+1/);
});

test("an office and its positions are made, put under one another, and retired", async () => {
  const admin = await office.current.desk({ size: desktop });
  const { page } = admin;
  await admin.signIn("admin");
  await admin.goTo("Perangkat daerah");
  await page.getByRole("button", { name: "Perangkat daerah baru" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama perangkat daerah").fill("Dinas Perhubungan");
  await dialog.getByRole("button", { name: "Simpan" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Dinas Perhubungan" });
  await row.getByRole("link", { name: "Jabatan" }).click();
  await page.getByText("Belum ada jabatan.").waitFor();
  const make = async (name: string, superior: string | null) => {
    await page.getByRole("button", { name: "Jabatan baru" }).click();
    await dialog.getByLabel("Nama jabatan").fill(name);
    if (superior !== null) {
      await dialog.getByRole("combobox", { name: "Atasan" }).click();
      await page.getByRole("option", { name: superior, exact: true }).click();
    }
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("link", { name, exact: true }).waitFor();
  };
  await make("Kepala Dishub", null);
  await make("Kepala Bidang Lalu Lintas", "Kepala Dishub");
  await page.getByText("Susunan", { exact: true }).click();
  const names = page.locator(".position-row .row-link");
  await expect
    .poll(() => names.allInnerTexts())
    .toEqual(["Kepala Dishub", "Kepala Bidang Lalu Lintas"]);
  const retire = async (name: string) => {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: "Hapuskan jabatan" }).click();
    await dialog.getByRole("button", { name: "Hapuskan jabatan" }).click();
  };
  await retire("Kepala Dishub");
  await dialog.getByRole("alert").getByText("Kepala Bidang Lalu Lintas").waitFor();
  await dialog.getByRole("button", { name: "Kembali" }).click();
  await admin.open("/jabatan");
  await page.getByRole("combobox", { name: "Perangkat daerah" }).click();
  await page.getByRole("option", { name: "Dinas Perhubungan" }).click();
  await retire("Kepala Bidang Lalu Lintas");
  await page.getByText("Jabatan ini sudah dihapuskan").waitFor();
});

test("roles are set on a phone, and nobody takes their own admin's role", async () => {
  const admin = await office.current.desk({ size: phone });
  const { page } = admin;
  await admin.signIn("admin");
  await admin.open("/orang");
  const open = async (name: string) => {
    await findPerson(admin, name);
    await page.getByRole("button", { name: "Atur peran" }).click();
  };
  const dialog = page.getByRole("dialog", { name: "Atur peran" });
  await open("Wati Rahayu");
  await dialog.getByRole("checkbox", { name: "Manajer" }).check();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("definition").getByText("Manajer").waitFor();
  await admin.open("/orang");
  await open("Ratna Wulandari");
  await dialog.getByRole("checkbox", { name: "Admin" }).uncheck();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await dialog.getByText("Mintalah admin lain.").waitFor();
});

test("an office without people says so, and who is added there is added to it", async () => {
  const admin = await office.current.desk();
  const { page } = admin;
  await admin.signIn("admin");
  const name = "Dinas Perikanan";
  const { createOffice } = await admin.ask<{ createOffice: { office: { id: string } } }>(
    `mutation ($input: CreateOfficeInput!) { createOffice(input: $input) { office { id } } }`,
    { input: { name, timeZone: "Asia/Jakarta" } },
  );
  await admin.open(`/orang?perangkat=${encodeURIComponent(createOffice.office.id)}`);
  const main = page.getByRole("main");
  await main.getByText("Perangkat daerah ini belum mempunyai orang.").waitFor();
  await main.getByRole("button", { name: "Orang baru" }).last().click();
  const dialog = page.getByRole("dialog", { name: "Orang baru" });
  const chosen = dialog.getByRole("combobox", { name: "Perangkat daerah" });
  await expect.poll(() => chosen.inputValue()).toBe(name);
  await dialog.getByRole("button", { name: "Kembali" }).click();
  await main.getByRole("link", { name: "Impor dari tabel" }).last().click();
  await page.getByLabel("Tempel tabel di sini").last().fill("Nama\tJabatan\nSri Lestari\tStaf");
  await page.getByRole("button", { name: "Baca tabel" }).click();
  const into = page.getByRole("combobox", { name: "Perangkat daerah" });
  await expect.poll(() => into.inputValue()).toBe(name);
  await admin.open(`/orang?perangkat=${encodeURIComponent(createOffice.office.id)}&cari=x`);
  await main.getByText("Tidak ada orang yang cocok.").waitFor();
});
