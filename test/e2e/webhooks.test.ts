import { afterAll, beforeAll, expect, test } from "vitest";
import { Receiver } from "../integration/webhooks/receiver.js";
import type { Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice({
  WEBHOOK_ALLOW_HTTP: "1",
  WEBHOOK_ALLOWED_NETWORKS: "127.0.0.1",
});
let receiver: Receiver;
beforeAll(async () => {
  receiver = await Receiver.listen();
});
afterAll(() => receiver?.close());

async function startCase(desk: Desk, key: string): Promise<void> {
  const { sops } = await desk.ask<{ sops: { nodes: { id: string }[] } }>(
    '{ sops(first: 50, filter: { search: "PEMANFAATAN" }) { nodes { id } } }',
  );
  await desk.ask(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id } userErrors { code } } }`,
    { input: { sopId: sops.nodes[0]!.id, title: "Aplikasi arsip", idempotencyKey: key } },
  );
}

test("an admin registers a system, sees what it is told and what fails, and sends that again", async () => {
  const admin = await office.current.desk();
  const { page } = admin;
  await admin.signIn("admin");
  await admin.goTo("Webhook");
  await page.getByText("Belum ada webhook.").waitFor();
  await page.getByRole("button", { name: "Webhook baru" }).click();
  const dialog = page.getByRole("dialog", { name: "Webhook baru" });
  await dialog.getByLabel("Nama").fill("Dasbor SPBE");
  await dialog.getByLabel("Alamat").fill("http://192.168.10.20/alur");
  await dialog.getByRole("group", { name: "Berkas" }).getByLabel("Semua").check();
  await dialog.getByRole("button", { name: "Daftarkan" }).click();
  await dialog.getByText("berada di dalam jaringan server").waitFor();

  // What the other system answers is shown as what it is: text.
  const evil = '<img src="x" onerror="document.title=\'kena\'">';
  receiver.answer = (response) => response.writeHead(500).end(evil);
  await dialog.getByLabel("Alamat").fill(receiver.url());
  await dialog.getByRole("button", { name: "Daftarkan" }).click();
  await dialog.getByText(/^whsec_/).waitFor();
  await dialog.getByRole("button", { name: "Selesai" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await page.content()).not.toContain("whsec_");

  await page.getByRole("link", { name: "Dasbor SPBE" }).click();
  await page.getByRole("heading", { level: 1, name: "Dasbor SPBE" }).waitFor();
  await page.getByText("Tidak ada pesan.").waitFor();
  await page.getByRole("button", { name: "Kirim uji coba" }).click();
  const trial = page.getByRole("listitem").filter({ hasText: "Uji coba" });
  await trial.getByText("Dijawab dengan galat 500").waitFor();
  await trial.getByText("Rincian").click();
  await trial.getByText(evil).waitFor();
  await expect.poll(() => page.title()).toBe("Dasbor SPBE · Alur");
  receiver.reset();
  await trial.getByRole("button", { name: "Kirim ulang" }).click();
  await trial.getByText("Dijawab 204").waitFor();
  expect(receiver.events).toEqual(["test"]);
  const facts = page.getByRole("region", { name: "Keterangan" });
  await facts.getByText("Belum pernah").waitFor({ state: "detached" });
  await facts
    .locator("dt:has-text('Pesan menunggu') + dd")
    .getByText("0", { exact: true })
    .waitFor();

  const budi = await office.current.desk();
  await budi.signIn("budi");
  await startCase(budi, "webhook");
  await expect.poll(() => receiver.events).toEqual(["test", "case.started"]);
  await page.reload();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Berkas dimulai" })
    .getByText("Sampai")
    .waitFor();

  await page.getByRole("link", { name: "Aplikasi arsip" }).waitFor();

  await page.getByRole("button", { name: "Jeda" }).click();
  await page.getByText(/^Dijeda sejak/).waitFor();
  await startCase(budi, "selama jeda");
  await page.getByRole("button", { name: "Lanjutkan" }).click();
  await page.getByRole("button", { name: "Jeda" }).waitFor();
  await page.getByRole("button", { name: "Lainnya" }).click();
  await page.getByRole("menuitem", { name: "Ganti kunci rahasia" }).click();
  const rotating = page.getByRole("dialog", { name: "Ganti kunci rahasia" });
  await rotating.getByRole("button", { name: "Ganti kunci rahasia" }).click();
  await rotating.getByText(/^whsec_/).waitFor();
  await rotating.getByRole("button", { name: "Selesai" }).click();
  await page.getByText(/^Masih berlaku sampai/).waitFor();
  await page.getByRole("button", { name: "Lainnya" }).click();
  await page.getByRole("menuitem", { name: "Hapus" }).click();
  await page.getByRole("dialog", { name: "Hapus" }).getByRole("button", { name: "Hapus" }).click();
  await page.getByText("Belum ada webhook.").waitFor();
  expect(receiver.events).toEqual(["test", "case.started"]);
});
