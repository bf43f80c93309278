import { expect, test } from "vitest";
import { inBoth, settle, speak } from "./harness/both-sizes.js";
import { desktop, phone } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

test("no dialog of the administration breaks a rule of accessibility", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  await speak(desk, "id");
  const { people, positions } = await desk.ask<{
    people: { nodes: { id: string }[] };
    positions: { id: string }[];
  }>('{ people(search: "kabid") { nodes { id } } positions { id } }');
  const found: string[] = [];
  let isFirstByDay = true;
  const look = async (name: string) => {
    found.push(...(await inBoth(page, name, isFirstByDay, desktop, phone)));
    isFirstByDay = !isFirstByDay;
  };
  const asks = async (path: string, button: string, name = button) => {
    await desk.open(path);
    await settle(page);
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("dialog", { name, exact: true }).waitFor();
    await look(name);
    await page.keyboard.press("Escape");
  };
  const person = `/orang/${people.nodes[0]!.id}`;
  await asks("/orang", "Orang baru");
  await asks(person, "Ubah data");
  await asks(person, "Atur peran");
  await asks(person, "Pindahkan");
  await asks(person, "Nonaktifkan", "Nonaktifkan akun");
  await asks("/perangkat-daerah", "Perangkat daerah baru");
  await asks("/jabatan", "Jabatan baru");
  await asks(`/jabatan/${positions[0]!.id}`, "Hapuskan jabatan");
  await desk.open("/jabatan");
  await page.getByText("Susunan", { exact: true }).click();
  await look("positions as a tree");

  await desk.open("/orang/impor");
  await page
    .getByLabel("Tempel tabel di sini")
    .last()
    .fill("Nama\tNIP\tJabatan\nTini\t12\tJuru Ketik\nTono\t\tJuru Ketik");
  await page.getByRole("button", { name: "Baca tabel" }).click();
  await page.getByText("1 baris masih salah.").waitFor();
  await look("import, looked through");
  await page.getByRole("button", { name: "Ubah: Tini" }).click();
  await page.getByRole("dialog", { name: "Ubah baris 1" }).waitFor();
  await look("import, a row");
  await page.getByRole("dialog").getByLabel("NIP").fill("");
  await page.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
  await page.getByRole("button", { name: "Impor 2 baris" }).click();
  await page.getByText("2 akun baru").waitFor();
  await look("import, done");
  page.on("dialog", (dialog) => void dialog.accept());
  await desk.open("/jejak-audit");
  await page.locator(".audit-row").first().waitFor();
  await look("audit trail with entries");
  expect(found).toEqual([]);
});
