import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { AnyData, TestApi, TestClient } from "../../harness/test-api.js";
import { startTestMailServer, type TestMailServer } from "../../harness/test-mail-server.js";
import { HOUR, MINUTE, type CaseDriver } from "../cases/case-driver.js";
import { addPerson, endPositions, endRoles, tokenWith } from "../cases/people-of-the-test.js";
import { NoticeDesk } from "../notices/notice-desk.js";

let server: TestMailServer;
let desk: NoticeDesk;
let driver: CaseDriver;
let api: TestApi;
let another: TestApi;

beforeAll(async () => {
  server = await startTestMailServer();
  desk = await NoticeDesk.start(server.url);
  ({ driver, api } = desk);
  another = await api.startAnother();
});
afterEach(() => void server.take());
afterAll(async () => {
  await another?.stop();
  await desk?.stop();
  await server?.stop();
});

const remind = (
  by: string | TestClient,
  taskId: string,
  more: object = {},
  at: TestApi = api,
): Promise<AnyData> =>
  driver.mutate(by, "remindTask", { taskId, ...more }, "task { id status }", at);

const codes = ({ userErrors }: AnyData): string[] => userErrors.map(({ code }: AnyData) => code);

const step = "Menghimpun data dan informasi rencana pemanfaatan aplikasi";

/** A task of the two who are budi and siti. */
async function task(title: string): Promise<{ id: string; instance: AnyData }> {
  const instance = await driver.start("000", { title }, "budi");
  return { id: instance.openTasks[0].id, instance };
}

/** What somebody was told of reminders since. */
const told = async (username: string, since: number): Promise<AnyData[]> =>
  (await desk.told(username, since)).filter(({ kind }) => kind === "TASK_REMINDED");

test("all who could take a task are told who reminds them of what, each in their language", async () => {
  const { id } = await task("Belum diambil");
  await driver.mutate("siti", "setMyLocale", { locale: "en" }, "__typename");
  const since = desk.tick();
  expect(await remind("manajer", id)).toEqual({ task: { id, status: "OPEN" }, userErrors: [] });
  expect(await told("budi", since)).toMatchObject([
    {
      group: "TASKS",
      headline: `Endah Kusumawati mengingatkan Anda: ${step}`,
      subject: expect.stringContaining("Belum diambil"),
      taskId: id,
      unread: true,
      isOver: false,
    },
  ]);
  expect((await told("siti", since))[0].headline).toBe(`Endah Kusumawati reminds you: ${step}`);
  for (const other of ["manajer", "kadis", "kabid"]) expect(await told(other, since)).toEqual([]);
  // Once one of them has it, the other need do nothing.
  await desk.act("budi", "claimTask", { taskId: id });
  expect(await told("siti", since)).toMatchObject([{ unread: false, isOver: true }]);
});

test("whoever has claimed a task is told alone, by mail if they want that", async () => {
  await desk.setEmail("siti", "siti@kominfo.example.go.id");
  await desk.setEmail("budi", "budi@kominfo.example.go.id");
  await driver.mutate("siti", "setMyLocale", { locale: "id" }, "__typename");
  const { id } = await task("Dipegang Siti");
  await desk.act("siti", "claimTask", { taskId: id });
  await api.telling.planMails();
  await api.deliverOutbox();
  server.take();
  const since = desk.tick();
  expect(codes(await remind("kadis", id))).toEqual([]);
  expect(await told("budi", since)).toEqual([]);
  expect(await told("siti", since)).toHaveLength(1);
  await api.telling.planMails();
  await api.deliverOutbox();
  const mails = server.take();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.to).toMatchObject({ value: [{ address: "siti@kominfo.example.go.id" }] });
  expect(mails[0]?.subject).toContain("Bambang Sutrisno mengingatkan Anda");
  // Whoever has switched that off is told in the app only.
  const settings = await desk.setSettings("siti", "EACH", [
    { kind: "TASK_REMINDED", inApp: true, mail: false },
  ]);
  expect(settings.kinds).toContainEqual({
    kind: "TASK_REMINDED",
    group: "TASKS",
    inApp: true,
    mail: false,
  });
  api.clock.advance(2 * HOUR);
  expect(codes(await remind("kadis", id))).toEqual([]);
  await api.telling.planMails();
  await api.deliverOutbox();
  expect(server.take()).toEqual([]);
  expect(await told("siti", since)).toHaveLength(2);
});

test("nobody is reminded of the same task twice within an hour, whoever asks, and is told so", async () => {
  const { id } = await task("Sekali sejam");
  const since = desk.tick();
  expect(codes(await remind("manajer", id))).toEqual([]);
  api.clock.advance(40 * MINUTE);
  expect((await remind("kadis", id)).userErrors).toEqual([
    {
      code: "REMINDED_ALREADY",
      field: "input.taskId",
      message: "Tugas ini belum lama diingatkan; dapat diingatkan lagi 20 menit lagi.",
    },
  ]);
  const english = await driver.as("admin");
  const polite = { headers: { ...english.headers, "accept-language": "en" } };
  await driver.mutate("admin", "setMyLocale", { locale: "en" }, "__typename");
  const [refused] = (await remind(polite, id)).userErrors;
  expect(refused.message).toBe(
    "Somebody was reminded of this task not long ago; again possible in 20 minutes.",
  );
  await driver.mutate("admin", "setMyLocale", { locale: "id" }, "__typename");
  expect(await told("budi", since)).toHaveLength(1);
  api.clock.advance(20 * MINUTE);
  expect(codes(await remind("kadis", id))).toEqual([]);
  expect(await told("budi", since)).toHaveLength(2);
  // Whoever has it since has not been reminded yet.
  await desk.act("siti", "claimTask", { taskId: id });
  expect(codes(await remind("manajer", id))).toEqual([]);
  expect(await told("siti", since)).toHaveLength(3);
});

test("a clock that was set back since keeps nobody from reminding", async () => {
  const { id } = await task("Jam mundur");
  const began = desk.tick();
  api.clock.advance(3 * HOUR);
  expect(codes(await remind("manajer", id))).toEqual([]);
  api.clock.set(began);
  expect(codes(await remind("manajer", id))).toEqual([]);
  expect(codes(await remind("manajer", id))).toEqual(["REMINDED_ALREADY"]);
  api.clock.advance(4 * HOUR);
});

test("of those who remind at once, on two servers, one does", async () => {
  const { id } = await task("Serentak");
  const since = desk.tick();
  const people = ["manajer", "kadis", "admin"];
  const answers = await Promise.all(
    people.flatMap((by) => [remind(by, id), remind(by, id, {}, another)]),
  );
  const refused = answers.flatMap(codes);
  expect(refused).toEqual(Array.from({ length: answers.length - 1 }, () => "REMINDED_ALREADY"));
  expect(await told("budi", since)).toHaveLength(1);
});

test("asked again with the same key it is one reminder, and no refusal", async () => {
  const { id } = await task("Dua kali kirim");
  const other = await task("Yang lain");
  const since = desk.tick();
  const idempotencyKey = "ingatkan-1";
  const first = await remind("manajer", id, { idempotencyKey });
  expect(await remind("manajer", id, { idempotencyKey })).toEqual(first);
  expect(codes(first)).toEqual([]);
  expect(await told("budi", since)).toHaveLength(1);
  expect(codes(await remind("manajer", other.id, { idempotencyKey }))).toEqual([
    "IDEMPOTENCY_MISMATCH",
  ]);
  expect(codes(await remind("manajer", other.id, { idempotencyKey: " " }))).toEqual(["INVALID"]);
});

test("whoever may not remind, and what there is nobody to be reminded of, is refused", async () => {
  const { id, instance } = await task("Tidak boleh");
  const since = desk.tick();
  expect(codes(await remind("budi", id))).toEqual(["FORBIDDEN"]);
  expect(codes(await remind("loket", id))).toEqual(["FORBIDDEN"]);
  // Who may not see the task is not told that there is one.
  for (const by of ["pemohon", "pkykadis"]) {
    expect([by, codes(await remind(by, id))]).toEqual([by, ["NOT_FOUND"]]);
  }
  const token = await tokenWith(driver, "CASES_READ", "TASKS_READ");
  expect(codes(await remind(token, id))).toEqual(["FORBIDDEN"]);
  expect(codes(await remind("manajer", instance.id))).toEqual(["NOT_FOUND"]);
  expect(codes(await remind("manajer", "VGFzazo5OTk5OTk"))).toEqual(["NOT_FOUND"]);
  const { errors } = await api.send(
    null,
    `mutation { remindTask(input: { taskId: "${id}" }) { userErrors { code } } }`,
  );
  expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");

  await desk.act("manajer", "holdInstance", { instanceId: instance.id, reason: "libur" });
  expect(codes(await remind("manajer", id))).toEqual(["INSTANCE_HELD"]);
  await desk.act("manajer", "resumeInstance", { instanceId: instance.id });
  await driver.step(await driver.read(instance.id), "a1");
  expect(codes(await remind("manajer", id))).toEqual(["TASK_CLOSED"]);
  expect(await told("budi", since)).toEqual([]);
});

test("nobody is there to be reminded where nobody else holds the position or has the task", async () => {
  await addPerson(api, "sendiri", "agendaris", {
    position: "trenggalek-kominfo.agendaris",
    role: "MANAGER",
  });
  await endPositions(api, "agendaris");
  const instance = await driver.step(await driver.start("004a", { title: "Sendirian" }), "a1");
  const [{ id }] = instance.openTasks;
  const since = desk.tick();
  expect(codes(await remind("sendiri", id))).toEqual(["NOBODY_TO_REMIND"]);
  expect(codes(await remind("manajer", id))).toEqual([]);
  expect(await told("sendiri", since)).toHaveLength(1);
  await endPositions(api, "sendiri");
  api.clock.advance(HOUR);
  expect(codes(await remind("manajer", id))).toEqual(["NOBODY_TO_REMIND"]);
  await endRoles(api, "sendiri");
});

test("a requester is reminded of what waits for them; without an account, the front desk", async () => {
  const own = await driver.start("001", { title: "Punya akun" });
  const oral = await driver.start("001", { title: "Lisan", requesterName: "Pak Karno" }, "loket");
  const since = desk.tick();
  expect(codes(await remind("manajer", own.openTasks[0].id))).toEqual([]);
  expect(codes(await remind("manajer", oral.openTasks[0].id))).toEqual([]);
  expect(await told("pemohon", since)).toMatchObject([{ taskId: own.openTasks[0].id }]);
  expect(await told("loket", since)).toMatchObject([{ taskId: oral.openTasks[0].id }]);
});

test("whoever claimed it and can no longer work it is not the one who is told", async () => {
  const { id } = await task("Ditinggalkan");
  await addPerson(api, "pindah", "budi", { position: "trenggalek-kominfo.fungsional" });
  await desk.act("pindah", "claimTask", { taskId: id });
  await endPositions(api, "pindah");
  const since = desk.tick();
  expect(codes(await remind("manajer", id))).toEqual([]);
  expect(await told("pindah", since)).toEqual([]);
  expect(await told("budi", since)).toMatchObject([{ taskId: id }]);
});
