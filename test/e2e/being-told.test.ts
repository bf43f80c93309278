import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestMailServer, type TestMailServer } from "../harness/test-mail-server.js";
import { type Desk, desktop, phone } from "./harness/desk.js";
import { Office } from "./harness/office.js";

let mail: TestMailServer;
let office: Office;

beforeAll(async () => {
  mail = await startTestMailServer();
  office = await Office.open({
    MAIL_URL: mail.url,
    MAIL_FROM: "Alur Kominfo <alur@kominfo.example.go.id>",
    PUBLIC_URL: "https://alur.example.go.id",
  });
});
afterEach(async () => {
  expect(await office.closeDesks()).toEqual([]);
});
afterAll(async () => {
  await office?.close();
  await mail?.stop();
});

async function desk(username: string, size = desktop): Promise<Desk> {
  const opened = await office.desk({ size });
  await opened.signIn(username);
  return opened;
}

/** A problem that somebody reports: from then on it waits at the helpdesk. */
async function report(requester: Desk, title: string): Promise<string> {
  const { sops } = await requester.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
    "{ sops(first: 50) { nodes { id title } } }",
  );
  const sopId = sops.nodes.find((sop) => sop.title === "Pengelolaan Layanan TIK")!.id;
  const { startInstance } = await requester.ask<{
    startInstance: { instance: { id: string; openTasks: { id: string }[] } };
  }>(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id openTasks { id } } } }`,
    { input: { sopId, title } },
  );
  const [task] = startInstance.instance.openTasks;
  await requester.ask(
    "mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { userErrors { code } } }",
    { input: { taskId: task!.id } },
  );
  return startInstance.instance.id;
}

const bell = (it: Desk, unread: number) =>
  it.page
    .getByRole("link", { name: /Pemberitahuan|Notifications/ })
    .filter({ hasText: new RegExp(`^(Pemberitahuan|Notifications)?${unread}`) })
    .first();

test("a task arrives: the bell counts up by itself, leads there, and a mail comes in her language", async () => {
  const rina = await desk("rina");
  const { page } = rina;
  await rina.goTo("Pemberitahuan");
  await page.getByText("Belum ada pemberitahuan.").waitFor();
  await page.getByRole("link", { name: "Atur pemberitahuan" }).click();
  const email = page.getByRole("textbox", { name: "Alamat surel" });
  await email.fill("rina@kominfo");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Ini bukan alamat surel.").waitFor();
  await email.fill("rina@kominfo.example.go.id");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Alamat surel tersimpan.").waitFor();
  await page.getByText("English", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Notification settings" }).waitFor();
  await page.getByRole("link", { name: "My tasks" }).click();

  const requester = await desk("pemohon");
  await report(requester, "Internet puskesmas putus");
  // Without a reload, while she looks at something else.
  await bell(rina, 1).waitFor();
  const received = await mail.next();
  expect(received.to).toMatchObject({ value: [{ address: "rina@kominfo.example.go.id" }] });
  expect(received.subject).toMatch(/^New task: .+ · Internet puskesmas putus · /);
  const link = /https:\/\/alur\.example\.go\.id(\/tugas\/\S+)/.exec(received.text ?? "")?.[1];

  await bell(rina, 1).click();
  const row = page.getByRole("listitem").filter({ hasText: "Internet puskesmas putus" });
  await row.getByRole("link", { name: /New task: / }).click();
  await page.waitForURL(/\/tugas\//);
  await expect.poll(() => new URL(page.url()).pathname).toBe(link);
  await bell(rina, 1).waitFor({ state: "detached" });
  await page.goBack();
  await row.getByRole("button", { name: "Mark as read" }).waitFor({ state: "detached" });
});

test("on a phone the bell stands at the top; what is held says why, and all can be read at once", async () => {
  const dedi = await desk("dedi", phone);
  const { page } = dedi;
  await page.getByRole("link", { name: "Pemberitahuan" }).waitFor();
  const requester = await desk("pemohon");
  const instanceId = await report(requester, "Wifi aula mati");
  const manager = await desk("manajer");
  await manager.ask(
    "mutation ($input: InstanceReasonInput!) { holdInstance(input: $input) { userErrors { code } } }",
    { input: { instanceId, reason: "Menunggu suku cadang" } },
  );
  await page.getByRole("link", { name: "Pemberitahuan" }).click();
  await page.getByText("Menunggu suku cadang").waitFor();
  await page.getByRole("button", { name: "Tandai semua dibaca" }).click();
  await page.getByRole("button", { name: "Tandai dibaca" }).first().waitFor({ state: "detached" });
  await page.getByText("Belum dibaca", { exact: true }).click();
  await page.getByText("Semua sudah dibaca.").waitFor();

  // What one does not want to hear of is not told.
  await page.getByRole("link", { name: "Atur pemberitahuan" }).click();
  const kind = page.getByRole("switch", { name: "Tugas baru untuk jabatan saya: Di aplikasi" });
  // It goes over once the server has kept it.
  await kind.click({ force: true });
  await page.getByText("Pengaturan pemberitahuan tersimpan.").waitFor();
  await expect.poll(() => kind.isChecked()).toBe(false);
  await report(requester, "Lampu mati");
  await page.getByRole("link", { name: "Pemberitahuan" }).first().click();
  await page.getByText("Wifi aula mati").first().waitFor();
  await expect.poll(() => page.getByText("Lampu mati").count()).toBe(0);
});

test("an admin says when an SOP reminds, and sees how mails fare", async () => {
  const admin = await desk("admin");
  const { page } = admin;
  await admin.openSop("Pengelolaan Layanan TIK");
  await page.getByRole("button", { name: "Pengingat tenggat" }).click();
  const dialog = page.getByRole("dialog", { name: "Pengingat tenggat" });
  await dialog.getByRole("radio", { name: "Khusus SOP ini" }).check();
  await dialog.getByRole("textbox", { name: "Berapa lama sebelum tenggat" }).fill("2");
  await dialog.getByRole("combobox", { name: "Satuan waktu sebelum tenggat" }).click();
  await page.getByRole("option", { name: "jam kerja" }).click();
  await dialog.getByRole("checkbox", { name: /^Beri tahu atasan/ }).uncheck();
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Pengingat tenggat tersimpan.").waitFor();
  await page.getByRole("button", { name: "Pengingat tenggat" }).click();
  await dialog.getByRole("combobox", { name: "Satuan waktu sebelum tenggat" }).waitFor();
  await expect
    .poll(() => dialog.getByRole("radio", { name: "Khusus SOP ini" }).isChecked())
    .toBe(true);
  await expect
    .poll(() => dialog.getByRole("textbox", { name: "Berapa lama sebelum tenggat" }).inputValue())
    .toBe("2");
  await expect
    .poll(() => dialog.getByRole("checkbox", { name: /^Beri tahu atasan/ }).isChecked())
    .toBe(false);
  await page.keyboard.press("Escape");

  await admin.open("/surel");
  await page.getByText("Alur Kominfo <alur@kominfo.example.go.id>").waitFor();
  await page.getByRole("button", { name: "Kirim surel percobaan" }).click();
  await page.getByText("Isi alamat surel Anda terlebih dahulu.").waitFor();
  await admin.open("/pemberitahuan/pengaturan");
  await page.getByRole("textbox", { name: "Alamat surel" }).fill("admin@kominfo.example.go.id");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Alamat surel tersimpan.").waitFor();
  await admin.open("/surel");
  await page.getByRole("button", { name: "Kirim surel percobaan" }).click();
  await page.getByText("Surel percobaan dikirim ke admin@kominfo.example.go.id.").waitFor();
  let subject = "";
  while (!subject.includes("percobaan")) subject = (await mail.next()).subject ?? "";
  expect(subject).toBe("Surel percobaan dari Alur");
});
