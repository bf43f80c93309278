import { expect, test } from "vitest";
import { axeViolations } from "./harness/axe-violations.js";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const work = "Menerima laporan dan menunjuk bidang yang akan menangani";

/** A request that has come to the helpdesk, which two people hold. */
async function report(pemohon: Desk, title: string): Promise<void> {
  const { sops } = await pemohon.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
    "{ sops(first: 50) { nodes { id title } } }",
  );
  const sop = sops.nodes.find((one) => one.title === "Pengelolaan Layanan TIK");
  const { startInstance } = await pemohon.ask<{
    startInstance: { instance: { openTasks: { id: string }[] } };
  }>(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { openTasks { id } } } }`,
    { input: { sopId: sop?.id, title } },
  );
  await pemohon.ask(
    "mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { userErrors { code } } }",
    { input: { taskId: startInstance.instance.openTasks[0]?.id } },
  );
}

const rowOf = ({ page }: Desk, title: string) =>
  page.getByRole("list", { name: "Daftar tugas" }).getByRole("listitem").filter({ hasText: title });

const tab = ({ page }: Desk, name: RegExp) => page.getByRole("tab", { name });

async function desks(...people: readonly [username: string, size: typeof desktop][]) {
  const opened: Desk[] = [];
  for (const [username, size] of people) {
    const desk = await office.current.desk({ size });
    await desk.signIn(username);
    opened.push(desk);
  }
  return opened;
}

test("of two who share a position one claims, and the other's list changes by itself", async () => {
  const [pemohon, rina, dedi] = (await desks(
    ["pemohon", desktop],
    ["rina", desktop],
    ["dedi", phone],
  )) as [Desk, Desk, Desk];
  await dedi.page.getByText("Tidak ada tugas.").waitFor();
  await report(pemohon, "Telepon mati");
  await report(pemohon, "Mesin cetak rusak");
  // Nobody has pressed anything: both lists fill, and lead to what can be taken.
  for (const desk of [rina, dedi]) {
    await rowOf(desk, "Telepon mati").waitFor();
    await tab(desk, /^Bisa diambil 2 tugas$/).waitFor();
    await expect.poll(() => tab(desk, /^Bisa diambil/).getAttribute("aria-selected")).toBe("true");
    await rowOf(desk, "Telepon mati")
      .getByText(/^sisa .* kerja$/)
      .waitFor();
  }
  await dedi.page.getByRole("checkbox", { name: /Mesin cetak rusak/ }).check();
  await dedi.page.getByRole("checkbox", { name: /Telepon mati/ }).check();

  await rowOf(rina, "Telepon mati").getByRole("button", { name: "Ambil" }).click();
  await rowOf(rina, "Telepon mati").waitFor({ state: "detached" });
  await tab(rina, /^Milik saya 1 tugas$/).waitFor();
  await rowOf(dedi, "Telepon mati").waitFor({ state: "detached" });
  await tab(dedi, /^Bisa diambil 1 tugas$/).waitFor();
  await rowOf(dedi, "Mesin cetak rusak").getByRole("button", { name: "Ambil" }).click();
  await dedi.page.getByText("Tidak ada tugas yang bisa diambil.").waitFor();

  // What she gives back, anybody can take again; what she hands over is his.
  await tab(rina, /^Milik saya/).click();
  const menu = rina.page.getByRole("button", { name: `Tindakan untuk ${work}` });
  await menu.click();
  await rina.page.getByRole("menuitem", { name: "Lepas" }).click();
  await rowOf(rina, "Telepon mati").waitFor({ state: "detached" });
  await rowOf(dedi, "Telepon mati").waitFor();
  await tab(rina, /^Bisa diambil/).click();
  await menu.click();
  await rina.page.getByRole("menuitem", { name: "Limpahkan" }).click();
  const dialog = rina.page.getByRole("dialog", { name: "Limpahkan tugas" });
  await dialog.getByRole("radio", { name: "Dedi Kurniawan" }).click();
  await dialog.getByRole("button", { name: "Limpahkan" }).click();
  await dialog.waitFor({ state: "hidden" });
  await rina.page.getByText("Tidak ada tugas yang bisa diambil.").waitFor();
  await tab(dedi, /^Milik saya 2 tugas$/).click();
  await rowOf(dedi, "Telepon mati").waitFor();

  // The requester follows both without an own task.
  await tab(pemohon, /^Menunggu yang lain 2 tugas$/).click();
  await rowOf(pemohon, "Telepon mati").getByText("Dedi Kurniawan").waitFor();
});

test("several are claimed at once, searched for, and kept under a name that survives a reload", async () => {
  const [pemohon, rina] = (await desks(["pemohon", desktop], ["rina", desktop])) as [Desk, Desk];
  const { page } = rina;
  for (const title of ["Wifi aula", "Wifi pendopo", "Surel camat", "Surel lurah"]) {
    await report(pemohon, title);
  }
  await tab(rina, /^Bisa diambil 4 tugas$/).click();
  const search = page.getByRole("searchbox", { name: "Cari tugas" });
  await search.fill("WIFI");
  await rowOf(rina, "Surel camat").waitFor({ state: "detached" });
  await rowOf(rina, "Wifi aula").waitFor();
  await expect.poll(() => page.getByRole("listitem").count()).toBe(2);

  await page.getByRole("button", { name: "Tampilan tersimpan" }).click();
  await page.getByRole("menuitem", { name: "Simpan tampilan ini…" }).click();
  const naming = page.getByRole("dialog", { name: "Simpan tampilan" });
  await naming.getByLabel("Nama tampilan").fill("Urusan wifi");
  expect(await axeViolations(page)).toEqual([]);
  await naming.getByRole("button", { name: "Simpan" }).click();
  await naming.waitFor({ state: "hidden" });

  await page.getByRole("checkbox", { name: "Pilih semua" }).check();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Ambil 2 tugas" }).click();
  await page.getByText("2 tugas diambil.").waitFor();
  await page.getByText("Tidak ada tugas yang cocok.").waitFor();
  await tab(rina, /^Milik saya 2 tugas$/).waitFor();
  await page.getByRole("button", { name: "Hapus saringan" }).click();
  await rowOf(rina, "Surel camat").waitFor();
  await rowOf(rina, "Surel lurah").waitFor();

  await page.reload();
  await rowOf(rina, "Surel camat").waitFor();
  await page.getByRole("button", { name: "Tampilan tersimpan" }).click();
  await page.getByRole("menuitem", { name: "Urusan wifi" }).click();
  await page.getByText("Tidak ada tugas yang cocok.").waitFor();
  await expect.poll(() => search.inputValue()).toBe("WIFI");
  await report(pemohon, "Wifi perpustakaan");
  await rowOf(rina, "Wifi perpustakaan").waitFor();
  await page.reload();
  await rowOf(rina, "Wifi perpustakaan").waitFor();

  await page.getByRole("button", { name: "Urusan wifi" }).click();
  await page.getByRole("menuitem", { name: "Atur tampilan…" }).click();
  const manage = page.getByRole("dialog", { name: "Atur tampilan tersimpan" });
  await manage.getByLabel("Nama tampilan Urusan wifi").fill("Wifi dan jaringan");
  await manage.getByRole("button", { name: "Ganti nama" }).click();
  await page.getByText("Tampilan “Wifi dan jaringan” disimpan.").waitFor();
  await manage.getByRole("button", { name: "Hapus tampilan Wifi dan jaringan" }).click();
  await manage.getByText("Belum ada tampilan tersimpan.").waitFor();
});

test("every part of the worklist keeps the rules of accessibility, on a desk and on a phone", async () => {
  const [rina] = (await desks(["rina", desktop])) as [Desk];
  const { page } = rina;
  const found: string[] = [];
  for (const part of ["saya", "ambil", "menunggu", "selesai"]) {
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      await rina.open(`/tugas?bagian=${part}&terlambat=1`);
      await page.getByRole("tabpanel").getByText("Tidak ada tugas yang cocok.").waitFor();
      if (size === phone) await page.getByRole("button", { name: "Saring (1)" }).click();
      const spare = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(spare, `${part}, ${size.width}`).toBeLessThanOrEqual(0);
      found.push(...(await axeViolations(page)).map((line) => `${part}, ${size.width}: ${line}`));
    }
  }
  expect(found).toEqual([]);
});
