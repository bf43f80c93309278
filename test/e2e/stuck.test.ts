import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inBoth, settle, speak } from "./harness/both-sizes.js";
import { type Desk, desktop, phone } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

interface Step {
  readonly id: string;
  readonly node: { readonly key: string };
  readonly owedOutputs: readonly { readonly key: string }[];
}
interface Case {
  readonly id: string;
  readonly openTasks: readonly Step[];
}

const caseFields = "instance { id openTasks { id node { key } owedOutputs { key } } }";

async function mutate<Payload>(
  desk: Desk,
  name: string,
  type: string,
  input: object,
  fields: string,
): Promise<Payload> {
  const answer = await desk.ask<
    Record<string, { readonly userErrors: readonly { readonly message: string }[] }>
  >(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { message } } }`, {
    input,
  });
  expect(answer[name]?.userErrors).toEqual([]);
  return answer[name] as Payload;
}

/** Does the one open step of a case, giving what others wait for. */
async function finish(desk: Desk, { openTasks: [task] }: Case): Promise<Case> {
  const outputs = task!.owedOutputs.map(({ key }) => ({ output: key, reference: "Nomor 1" }));
  const input = { taskId: task!.id, outputs };
  return (
    await mutate<{ instance: Case }>(desk, "completeTask", "CompleteTaskInput", input, caseFields)
  ).instance;
}

/** A request for the meeting room that has come to the agendaris, who has ten minutes for it. */
async function askForRoom(pemohon: Desk, title: string): Promise<Case> {
  const { sops } = await pemohon.ask<{ sops: { nodes: { id: string }[] } }>(
    '{ sops(filter: { search: "Pinjam Ruang" }) { nodes { id } } }',
  );
  const input = { sopId: sops.nodes[0]!.id, title };
  const { instance } = await mutate<{ instance: Case }>(
    pemohon,
    "startInstance",
    "StartInstanceInput",
    input,
    caseFields,
  );
  return finish(pemohon, instance);
}

async function signedIn(username: string): Promise<Desk> {
  const desk = await office.current.desk();
  await desk.signIn(username);
  return desk;
}

/** From now on nobody holds the position. */
async function vacate(admin: Desk, position: string): Promise<void> {
  const { positions } = await admin.ask<{
    positions: { name: string; appointments: { id: string; state: string }[] }[];
  }>("{ positions { name appointments(states: [CURRENT]) { id } } }");
  for (const { id } of positions.find(({ name }) => name === position)!.appointments) {
    await mutate(
      admin,
      "endAppointment",
      "EndAppointmentInput",
      { appointmentId: id },
      "appointment { id }",
    );
  }
}

const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const lane = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const rowIn = (page: Page, laneName: string, title: string) =>
  lane(page, laneName).getByRole("listitem").filter({ hasText: title });

test("a manager fills a vacant lane, reminds whoever holds it, and sees the case move on", async () => {
  const [pemohon, admin, manajer] = [
    await signedIn("pemohon"),
    await signedIn("admin"),
    await signedIn("manajer"),
  ];
  const { page } = manajer;
  await vacate(admin, "Agendaris");
  const title = "Rapat koordinasi statistik";
  const room = await askForRoom(pemohon, title);

  await manajer.goTo("Yang macet");
  const agendaris = lane(page, "Agendaris");
  await agendaris.getByText("Tidak ada yang memegang jabatan ini").waitFor();
  const row = rowIn(page, "Agendaris", title);
  await row.getByText("Tidak ada pemegang").waitFor();
  await row.getByText("Agendaris menerima surat").waitFor();
  await agendaris.getByRole("button", { name: "Tunjuk Plt./Plh.: Agendaris" }).click();
  const dialog = page.getByRole("dialog", { name: "Tunjuk pemegang: Agendaris" });
  await dialog.getByRole("combobox", { name: "Orang" }).fill("Rina");
  await page.getByRole("option", { name: "Rina Oktaviani" }).click();
  await dialog.getByLabel("Hari terakhir").fill(today());
  await dialog.getByRole("button", { name: "Tunjuk", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await agendaris.getByText("Pemegang: Rina Oktaviani").waitFor();

  await row.getByRole("button", { name: `Ingatkan: ${title}` }).click();
  await row.getByText(/^diingatkan /).waitFor();
  await expect.poll(() => row.getByRole("button").count()).toBe(0);
  const rina = await signedIn("rina");
  await rina.open("/pemberitahuan");
  await rina.page
    .getByText(/Endah Kusumawati mengingatkan Anda: Agendaris menerima surat/)
    .waitFor();

  // What happens elsewhere is seen here without a reload.
  const taskId = room.openTasks[0]!.id;
  await mutate(rina, "claimTask", "TaskActionInput", { taskId }, "task { id }");
  await row.getByText("Rina Oktaviani").waitFor();
  // Whoever has it now has not been reminded yet.
  await row.getByRole("button", { name: `Ingatkan: ${title}` }).waitFor();
  await finish(rina, room);
  await rowIn(page, "Sekretaris Dinas", title).waitFor();
  await agendaris.waitFor({ state: "detached" });
});

test("a task is taken back to its lane only after it was said from whom", async () => {
  const [pemohon, manajer, sekdin] = [
    await signedIn("pemohon"),
    await signedIn("manajer"),
    await signedIn("rina"),
  ];
  const { page } = manajer;
  const title = "Ruang pelatihan perangkat desa";
  const { openTasks } = await askForRoom(pemohon, title);
  await mutate(sekdin, "claimTask", "TaskActionInput", { taskId: openTasks[0]!.id }, "task { id }");
  await manajer.open("/macet");
  const row = rowIn(page, "Agendaris", title);
  await row.getByText("Rina Oktaviani").waitFor();
  await row.getByRole("button", { name: `Tindakan lain untuk ${title}` }).click();
  await page.getByRole("menuitem", { name: "Lepas ke jabatan" }).click();
  const dialog = page.getByRole("dialog", { name: "Lepas tugas ke jabatan" });
  await dialog.getByText("Rina Oktaviani tidak memegang tugas ini lagi").waitFor();
  await dialog.getByRole("button", { name: "Lepas ke jabatan" }).click();
  await dialog.waitFor({ state: "detached" });
  await row.getByText("Belum diambil").waitFor();
});

test("long lanes are shown in parts, and the page can be narrowed to an SOP and a lane", async () => {
  const [pemohon, manajer] = [await signedIn("pemohon"), await signedIn("manajer")];
  const { page } = manajer;
  for (let count = 1; count <= 7; count += 1) await askForRoom(pemohon, `Gelombang ${count}`);
  await manajer.open("/macet");
  const agendaris = lane(page, "Agendaris");
  const rows = agendaris.getByRole("listitem");
  await agendaris.getByRole("button", { name: /^Tampilkan \d+ lagi$/ }).click();
  await rowIn(page, "Agendaris", "Gelombang 7").waitFor();
  const total = Number(/(\d+) seluruhnya/.exec(await agendaris.innerText())![1]);
  expect(total).toBeGreaterThanOrEqual(7);
  await expect.poll(() => rows.count()).toBe(total);

  await page.getByRole("combobox", { name: "SOP" }).click();
  await page.getByRole("option", { name: "Pengelolaan Layanan TIK" }).click();
  await page.getByText("Tidak ada yang macet pada pilihan ini.").first().waitFor();
  await page.getByRole("button", { name: "Hapus saringan" }).click();
  await agendaris.waitFor();
  await page.getByRole("combobox", { name: "Pelaksana" }).click();
  await page.getByRole("option", { name: "Agendaris" }).click();
  await page.waitForURL(/pelaksana=/);
  const lanes = page.locator(".stuck-lane");
  await expect.poll(() => lanes.count()).toBe(1);
  // The address keeps it, for a reload and for whoever is sent it.
  await page.reload();
  await agendaris.waitFor();
  await expect.poll(() => lanes.count()).toBe(1);
});

test("an office in which nothing is stuck says so and what it means; others have no such page", async () => {
  const pky = await signedIn("pkykadis");
  await pky.goTo("Yang macet");
  const main = pky.page.getByRole("main");
  await main.getByText("Tidak ada yang macet.", { exact: true }).last().waitFor();
  await main.getByText("Tidak ada tugas yang melewati tenggat atau segera").waitFor();
  const budi = await signedIn("budi");
  await expect.poll(() => budi.page.getByRole("link", { name: "Yang macet" }).count()).toBe(0);
  await budi.open("/macet");
  await budi.page.getByText("Halaman atau berkas ini tidak ditemukan.").waitFor();
});

test("what was read stays in sight while the server cannot be reached, and is read again", async () => {
  const [pemohon, manajer] = [await signedIn("pemohon"), await signedIn("manajer")];
  const { page } = manajer;
  manajer.allowFault(/ERR_FAILED|Failed to fetch|ERR_INTERNET/);
  const title = "Ruang saat jaringan putus";
  await askForRoom(pemohon, title);
  let isCut = true;
  await page.route("**/graphql", (route) =>
    isCut && (route.request().postData() ?? "").includes("query StuckWork")
      ? route.abort()
      : route.continue(),
  );
  await manajer.open("/macet?pelaksana=kosong");
  await page.getByText("Server tidak terjangkau").waitFor();
  isCut = false;
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await page.getByText("Tidak ada yang macet pada pilihan ini.").waitFor();
  await page.getByRole("button", { name: "Hapus saringan" }).click();
  const agendaris = lane(page, "Agendaris");
  await agendaris.waitFor();
  isCut = true;
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.getByText("Daftar ini mungkin tidak mutakhir").waitFor();
  await agendaris.waitFor();
  isCut = false;
  await page.getByRole("button", { name: "Muat lagi" }).click();
  await page.getByText("Daftar ini mungkin tidak mutakhir").waitFor({ state: "detached" });
});

test.each(["id", "en"] as const)(
  "neither the page nor what it asks breaks a rule of accessibility: %s",
  async (language) => {
    const [pemohon, admin, rina] = [
      await signedIn("pemohon"),
      await signedIn("admin"),
      await signedIn("rina"),
    ];
    const { page } = admin;
    await speak(admin, language);
    const title = `Ruang rapat ${language}`;
    const { openTasks } = await askForRoom(pemohon, title);
    await mutate(rina, "claimTask", "TaskActionInput", { taskId: openTasks[0]!.id }, "task { id }");
    await admin.open("/macet?hari=5");
    const found: string[] = [];
    const look = async (name: string) => {
      await settle(page);
      found.push(...(await inBoth(page, name, language === "id", desktop, phone)));
    };
    const row = rowIn(page, "Agendaris", title);
    // Seven are there from before.
    await lane(page, "Agendaris")
      .getByRole("button", { name: /^(Tampilkan|Show) \d+/ })
      .click();
    await row.waitFor();
    await look("stuck now");
    await row.getByRole("button", { name: /^(Tindakan lain|Other actions)/ }).click();
    await page.getByRole("menuitem").first().waitFor();
    await look("its menu");
    await page.getByRole("menuitem", { name: /^(Lepas|Release)/ }).click();
    await page.getByRole("dialog").waitFor();
    await look("taking a task back");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // There the first test has left a case.
    await vacate(admin, "Sekretaris Dinas");
    await page.reload();
    await page
      .getByRole("button", { name: /^(Tunjuk Plt\.\/Plh\.|Appoint acting holder): Sekretaris/ })
      .click();
    await page.getByRole("dialog").waitFor();
    await look("appointing somebody");
    await page.keyboard.press("Escape");
    await look("a vacant lane");
    expect(found).toEqual([]);
  },
);
