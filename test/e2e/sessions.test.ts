import { expect, test } from "vitest";
import { demoPassword, type Desk, phone } from "./harness/desk.js";
import { findPerson } from "./harness/find-person.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

async function openPerson(admin: Desk, name: string): Promise<void> {
  await admin.goTo("Orang");
  await findPerson(admin, name);
  await admin.page.getByRole("heading", { level: 1, name }).waitFor();
}

test("disabling an account ends its open session at once", async () => {
  const [admin, joko] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  await joko.signIn("joko");
  await joko.page.getByText("Tidak ada tugas.").waitFor();
  joko.allowFault(/401/);

  await openPerson(admin, "Joko Purnomo");
  await admin.page.getByRole("button", { name: "Nonaktifkan" }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Nonaktifkan akun" });
  await dialog.getByRole("button", { name: "Nonaktifkan" }).click();
  await admin.page.getByRole("button", { name: "Selesai" }).click();

  // At once, before anything is pressed.
  await joko.page.waitForURL(/\/masuk/);
  await joko.fillSignIn("joko", demoPassword);
  await joko.page.getByRole("main").getByRole("alert").waitFor();
  await expect.poll(() => new URL(joko.page.url()).pathname).toBe("/masuk");

  await admin.page.getByRole("button", { name: "Aktifkan" }).click();
  await admin.page.getByRole("button", { name: "Nonaktifkan" }).waitFor();
  await joko.signIn("joko");
});

test("a reset password is good once, and must be changed first of all", async () => {
  const [admin, wati] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  await openPerson(admin, "Wati Rahayu");
  await admin.page.getByRole("button", { name: "Atur ulang sandi" }).click();
  const handedOut = admin.page.getByRole("dialog", { name: "Kata sandi sementara" });
  const temporary = (await handedOut.locator("code, pre").first().innerText()).trim();

  await wati.open("/masuk");
  await wati.fillSignIn("wati", temporary);
  const change = wati.page.getByRole("dialog", { name: "Ganti kata sandi" });
  await change.waitFor();
  await wati.page.keyboard.press("Escape");
  await expect.poll(() => change.isVisible()).toBe(true);
  const fill = async (password: string): Promise<void> => {
    await change.locator('[autocomplete="current-password"]').fill(temporary);
    for (const field of await change.locator('[autocomplete="new-password"]').all()) {
      await field.fill(password);
    }
    await change.getByRole("button", { name: "Simpan" }).click();
  };
  await fill("terlalu1");
  await expect.poll(() => change.getByRole("alert").innerText()).toContain("10");
  await fill("pagi yang tenang");
  await change.waitFor({ state: "hidden" });
  await wati.signOut();
  await wati.fillSignIn("wati", temporary);
  await wati.page.getByRole("main").getByRole("alert").waitFor();
  await wati.signIn("wati", "pagi yang tenang");
});

test("signing out on a phone ends the session; nothing of it can be read again", async () => {
  const desk = await office.current.desk({ size: phone });
  await desk.signIn("budi");
  await desk.page.getByRole("button", { name: "Lainnya" }).click();
  await desk.signOut();
  await desk.open("/tugas");
  await desk.page.waitForURL(/\/masuk/);
  expect(await desk.ask("{ me { username } }")).toEqual({ me: null });
});

test("a token made in the interface lets another program in, until it is revoked", async () => {
  const admin = await office.current.desk();
  await admin.signIn("admin");
  await admin.goTo("Token");
  await admin.page.getByRole("button", { name: "Token baru" }).click();
  const dialog = admin.page.getByRole("dialog", { name: "Token baru" });
  await dialog.getByLabel("Nama").fill("Portal perizinan");
  await dialog.getByLabel("Membaca SOP").check();
  await dialog.getByRole("button", { name: "Buat token" }).click();
  const secret = (await dialog.locator(".secret").innerText()).trim();
  await dialog.getByRole("button", { name: "Selesai" }).click();

  const ask = async (query: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${office.current.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  // The six of the seeds without the other office's one.
  expect(await ask("{ sops(first: 1) { totalCount } }")).toEqual({
    data: { sops: { totalCount: 5 } },
  });
  // It was given SOPs and nothing else: no case to read, and none to start.
  const { sops } = await admin.ask<{ sops: { nodes: { id: string }[] } }>(
    '{ sops(first: 1, filter: { search: "Layanan TIK" }) { nodes { id } } }',
  );
  const start = (input: string): string =>
    `mutation { startInstance(input: { sopId: "${sops.nodes[0]!.id}", ${input} }) {
      userErrors { code }
    } }`;
  expect(JSON.stringify(await ask(start('requesterName: "Warga", idempotencyKey: "1"')))).toContain(
    "FORBIDDEN",
  );
  expect(await admin.ask(start('idempotencyKey: "2"'))).toEqual({
    startInstance: { userErrors: [] },
  });
  const cases = "{ instances(first: 5) { nodes { title } } }";
  expect(await admin.ask(cases)).toMatchObject({ instances: { nodes: [{}] } });
  expect(await ask(cases)).toEqual({ data: { instances: { nodes: [] } } });

  const row = admin.page.getByRole("listitem").filter({ hasText: "Portal perizinan" });
  await row.getByRole("button", { name: "Cabut" }).click();
  await row.getByText("Dicabut").waitFor();
  expect(JSON.stringify(await ask("{ sops(first: 1) { totalCount } }"))).toContain(
    "UNAUTHENTICATED",
  );
});
