import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { startTestMailServer, type TestMailServer } from "../../harness/test-mail-server.js";
import { type CaseDriver, HOUR } from "../cases/case-driver.js";
import { NoticeDesk } from "./notice-desk.js";

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
  await desk.setEmail("siti", "siti@kominfo.example.go.id");
});
afterEach(async () => {
  server.behave("ACCEPT");
  await settle();
  server.take();
});
afterAll(async () => {
  await another?.stop();
  await desk?.stop();
  await server?.stop();
});

/** Everything that is due is written and sent, by two servers at the same time. */
async function settle(): Promise<void> {
  await Promise.all([api.telling.planMails(), another.telling.planMails()]);
  await Promise.all([api.deliverOutbox(), another.deliverOutbox()]);
}

/** A task for `siti`; answers the case. */
const taskFor = (title: string): Promise<AnyData> => driver.start("000", { title }, "budi");

const mailState = async (): Promise<AnyData> =>
  (
    await driver.gql(
      "admin",
      `{ mailState { isOn from waiting oldestAt nextAt lastError lastSentAt
        givenUp { to subject reason at } } }`,
    )
  ).mailState;

test("a task is mailed to who may do it, in their language, as text and as HTML, once", async () => {
  const instance = await taskFor("Aplikasi <b>arsip</b>");
  await settle();
  await settle();
  const [mail, ...more] = server.take();
  expect(more).toEqual([]);
  expect(mail?.to).toMatchObject({ value: [{ address: "siti@kominfo.example.go.id" }] });
  expect(mail?.from?.value).toEqual([{ name: "Alur", address: "alur@example.go.id" }]);
  expect(mail?.subject).toMatch(
    /^Tugas baru: Menghimpun data .* · Aplikasi <b>arsip<\/b> · PEMANFAATAN/,
  );
  expect(mail?.messageId).toMatch(/^<[\w-]{20,}@example\.go\.id>$/);
  const link = `https://alur.example.go.id/tugas/${instance.openTasks[0].id}`;
  expect(mail?.text).toContain(link);
  expect(mail?.text).toMatch(/^Yth\. Siti/);
  expect(mail?.html).toContain(`href="${link}"`);
  expect(mail?.html).toContain("Aplikasi &lt;b&gt;arsip&lt;/b&gt;");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");

  await driver.gql(
    "siti",
    'mutation { setMyLocale(input: { locale: "en" }) { userErrors { code } } }',
  );
  await taskFor("Second");
  await settle();
  const [english] = server.take();
  expect(english?.subject).toMatch(/^New task: /);
  expect(english?.text).toMatch(/^Dear Siti[^]*Notification settings: https:/);
  await driver.gql(
    "siti",
    'mutation { setMyLocale(input: { locale: "id" }) { userErrors { code } } }',
  );
});

test("a title with line ends and headers in it is but a title", async () => {
  await taskFor("Surat\r\nBcc: lain@example.com\r\n\r\nIsi palsu\u0000\u001b[31m");
  await settle();
  const [mail] = server.take();
  expect(mail?.subject).toMatch(/ · Surat Bcc: lain@example\.com Isi palsu \[31m · /);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.to).toMatchObject({ value: [{ address: "siti@kominfo.example.go.id" }] });
  expect([...(mail?.headers.keys() ?? [])].sort()).not.toContain("bcc");
});

describe("nothing is mailed", () => {
  test("of a task that a colleague has taken, or that was read, before the mail was written", async () => {
    const taken = await taskFor("Diambil");
    await desk.act("budi", "claimTask", { taskId: taken.openTasks[0].id });
    const read = await taskFor("Dibaca");
    await desk.markRead("siti", { about: read.openTasks[0].id });
    await settle();
    expect(server.take()).toEqual([]);
  });

  test("where the kind or mail as a whole is switched off, or there is no address", async () => {
    await desk.setSettings("siti", "EACH", [{ kind: "TASK_ARRIVED", inApp: true, mail: false }]);
    await taskFor("Satu");
    await settle();
    await desk.setSettings("siti", "OFF");
    await taskFor("Dua");
    await settle();
    await desk.setSettings("siti", "EACH");
    await desk.setEmail("siti", null);
    await taskFor("Tiga");
    await settle();
    expect(server.take()).toEqual([]);
    // What was passed over stays so.
    await desk.setEmail("siti", "siti@kominfo.example.go.id");
    await settle();
    expect(server.take()).toEqual([]);
  });
});

test("many at once are one mail", async () => {
  for (const title of ["A", "B", "C", "D", "E"]) await taskFor(title);
  await settle();
  const [mail, ...more] = server.take();
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("5 pemberitahuan");
  expect(mail?.text?.match(/Tugas baru: /g)).toHaveLength(5);
});

describe("a mail server", () => {
  test("that breaks off after it has the mail is sent it again under the same Message-ID", async () => {
    server.behave("DROP_AFTER_DATA");
    await taskFor("Terputus");
    await settle();
    expect((await mailState()).waiting).toBe(1);
    server.behave("ACCEPT");
    api.clock.advance(2 * 60_000);
    await settle();
    const mails = server.take();
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(mails[0]?.subject).toBe(mails[1]?.subject);
    expect(mails[0]?.date).toEqual(mails[1]?.date);
    expect((await mailState()).waiting).toBe(0);
    api.clock.advance(HOUR);
    await settle();
    expect(server.take()).toEqual([]);
  });

  test('that says "later" is tried again, and the admin sees what it said', async () => {
    server.behave("REFUSE_FOR_NOW");
    await taskFor("Nanti");
    await settle();
    await settle();
    expect(server.take()).toHaveLength(1);
    expect(await mailState()).toMatchObject({
      isOn: true,
      from: "Alur <alur@example.go.id>",
      waiting: 1,
      lastError: expect.stringContaining("Try again later"),
    });
    server.behave("ACCEPT");
    api.clock.advance(2 * 60_000);
    await settle();
    expect(server.take()).toHaveLength(1);
    expect(await mailState()).toMatchObject({
      waiting: 0,
      lastError: null,
      lastSentAt: new Date(api.clock.now()).toISOString(),
    });
  });

  test.each([
    ["REFUSE", "We do not want this"] as const,
    ["NO_SUCH_PERSON", "No such person"] as const,
  ])('that says "never" (%s) is believed, and the admin sees of what', async (behaviour, said) => {
    server.behave(behaviour);
    await taskFor(`Ditolak ${behaviour}`);
    await settle();
    api.clock.advance(HOUR);
    await settle();
    expect(server.take().length).toBe(behaviour === "REFUSE" ? 1 : 0);
    const { waiting, givenUp } = await mailState();
    expect(waiting).toBe(0);
    expect(givenUp[0]).toMatchObject({
      to: "siti@kominfo.example.go.id",
      subject: expect.stringContaining(`Ditolak ${behaviour}`),
      reason: expect.stringContaining(said),
    });
  });

  test.each([
    ["NO_SERVICE", "No service here"] as const,
    ["SIGN_IN_FIRST", "Authentication required"] as const,
  ])("that takes none at all (%s) costs no mail", async (behaviour, said) => {
    server.behave(behaviour);
    await taskFor(`Kemudian ${behaviour}`);
    await settle();
    expect(await mailState()).toMatchObject({
      waiting: 1,
      lastError: expect.stringContaining(said),
    });
    server.behave("ACCEPT");
    api.clock.advance(HOUR);
    await settle();
    expect(server.take()).toMatchObject([{ subject: expect.stringContaining(behaviour) }]);
  });

  test("that is down for a day loses nothing, and is not asked all the time", async () => {
    await server.stop();
    await taskFor("Sehari");
    await settle();
    const began = api.clock.now();
    expect((await mailState()).waiting).toBe(1);
    for (let hour = 0; hour < 24; hour += 1) {
      api.clock.advance(HOUR);
      await settle();
    }
    const state = await mailState();
    expect(state).toMatchObject({ waiting: 1, oldestAt: new Date(began).toISOString() });
    expect(state.lastError).toMatch(/ECONNREFUSED/);
    expect(Date.parse(state.nextAt) - api.clock.now()).toBeLessThanOrEqual(HOUR / 2);
    expect(Date.parse(state.nextAt) - api.clock.now()).toBeGreaterThan(0);
    await server.start();
    api.clock.advance(HOUR / 2);
    await settle();
    expect(server.take()).toMatchObject([{ subject: expect.stringContaining("Sehari") }]);
    expect((await mailState()).waiting).toBe(0);
  });
});

test("what waits for a mail server goes to no address that is somebody else's by then", async () => {
  server.behave("REFUSE_FOR_NOW");
  await taskFor("Aplikasi surat rahasia");
  await settle();
  server.take();
  await desk.setEmail("siti", "siti.baru@kominfo.example.go.id");
  server.behave("ACCEPT");
  api.clock.advance(HOUR);
  await settle();
  expect(server.take()).toEqual([]);
  expect((await mailState()).givenUp[0]).toMatchObject({
    to: "siti@kominfo.example.go.id",
    reason: "The address is nobody's any more",
  });
  await desk.setEmail("siti", "siti@kominfo.example.go.id");
});

test("a server that dies between the commit and the mail leaves it to another", async () => {
  const dying = await api.startAnother();
  await taskFor("Ditinggalkan");
  await dying.telling.planMails();
  await dying.stop();
  await another.deliverOutbox();
  expect(server.take()).toMatchObject([{ subject: expect.stringContaining("Ditinggalkan") }]);
});

describe("a daily digest", () => {
  /** The clock stands at this time of the next day that is a Monday to Friday. */
  function setMorning(time: string): void {
    let day = Math.floor((api.clock.now() + 7 * HOUR) / (24 * HOUR)) + 1;
    // 1970-01-01 was a Thursday.
    while ([2, 3].includes(day % 7)) day += 1;
    const date = new Date(day * 24 * HOUR).toISOString().slice(0, 10);
    api.clock.set(Date.parse(`${date}T${time}:00+07:00`));
  }
  async function digests(): Promise<string[]> {
    await Promise.all([api.telling.sendDigests(), another.telling.sendDigests()]);
    await settle();
    return server.take().map(({ subject, text }) => `${subject}\n${text}`);
  }

  test("has all that came in one mail at seven, once, and nothing where there is nothing", async () => {
    api.clock.set(Date.parse("2026-10-05T08:00:00+07:00"));
    await driver.start("000", { title: "Sebelum" }, "budi");
    await settle();
    server.take();
    desk.tick();
    await desk.setSettings("siti", "DAILY");
    const first = await taskFor("Pertama");
    await taskFor("Kedua");
    expect(await digests()).toEqual([]);

    setMorning("06:59");
    expect(await digests()).toEqual([]);
    setMorning("07:00");
    const [mail, ...more] = await digests();
    expect(more).toEqual([]);
    expect(mail).toMatch(/^Ringkasan harian\n/);
    const news = mail!.slice(mail!.indexOf("BARU SEJAK RINGKASAN TERAKHIR"));
    expect(news).toContain("Pertama");
    expect(news).toContain("Kedua");
    expect(news).not.toContain("Sebelum");
    expect(await digests()).toEqual([]);

    // What is done or taken needs no word; what is overdue does.
    await finishOthers(first.id);
    api.clock.advance(7 * 24 * HOUR);
    setMorning("07:30");
    const later = await digests();
    expect(later).toHaveLength(1);
    expect(later[0]).toContain("TERLAMBAT");
    expect(later[0]).toContain("Pertama");
    expect(later[0]).not.toContain("Kedua");
    await finishOthers(null);
    setMorning("07:00");
    expect(await digests()).toEqual([]);
  });

  test("comes on working days alone", async () => {
    api.clock.set(Date.parse("2026-10-30T09:00:00+07:00"));
    await taskFor("Jumat");
    for (const day of ["2026-10-31", "2026-11-01"]) {
      api.clock.set(Date.parse(`${day}T09:00:00+07:00`));
      expect(await digests()).toEqual([]);
    }
    api.clock.set(Date.parse("2026-11-02T09:00:00+07:00"));
    expect(await digests()).toHaveLength(1);
    await desk.setSettings("siti", "EACH");
  });

  /** Cancels every running case but one. */
  async function finishOthers(kept: string | null): Promise<void> {
    const { instances } = await driver.gql(
      "admin",
      "{ instances(first: 100, filter: { status: RUNNING }) { nodes { id } } }",
    );
    for (const { id } of instances.nodes) {
      if (id !== kept) {
        await desk.act("manajer", "cancelInstance", { instanceId: id, reason: "Selesai diuji" });
      }
    }
    desk.tick();
    await desk.readAll("siti");
  }
});

describe("an address", () => {
  test("is set by oneself and the admin, who is audited, and refused where it is none", async () => {
    expect((await desk.setEmail("budi", " budi@kominfo.example.go.id ")).person).toEqual({
      email: "budi@kominfo.example.go.id",
    });
    const entries = async (): Promise<number> =>
      (await api.database.reader.get<Row & { n: number }>(
        "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'PERSON_EMAIL'",
        [],
      ))!.n;
    const before = await entries();
    expect((await desk.setEmail("budi", null, "admin")).person).toEqual({ email: null });
    expect(await entries()).toBe(before + 1);
    for (const wrong of ["budi", "budi@kominfo.id\nBcc: x@y.id", "a@b.id, c@d.id"]) {
      expect((await desk.setEmail("budi", wrong)).userErrors).toMatchObject([
        { code: "INVALID", field: "input.email" },
      ]);
    }
    expect((await desk.setEmail("budi", "x@y.id", "siti")).userErrors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
  });

  test("is known to oneself and the admin alone", async () => {
    const document = '{ people(search: "siti") { nodes { email } } }';
    for (const [person, email] of [
      ["siti", "siti@kominfo.example.go.id"],
      ["admin", "siti@kominfo.example.go.id"],
      ["kadis", null],
      ["budi", null],
    ] as const) {
      const { people } = await driver.gql(person, document);
      expect(people.nodes).toEqual([{ email }]);
    }
  });
});

test("an admin can try whether mails arrive; others may not see how they fare", async () => {
  const send = async (by: string): Promise<AnyData> =>
    (await driver.gql(by, "mutation { sendTestMail { sentTo userErrors { code } } }")).sendTestMail;
  expect((await send("admin")).userErrors).toEqual([{ code: "NO_EMAIL" }]);
  await desk.setEmail("admin", "admin@kominfo.example.go.id");
  expect(await send("admin")).toEqual({ sentTo: "admin@kominfo.example.go.id", userErrors: [] });
  await settle();
  expect(server.take()).toMatchObject([{ subject: "Surel percobaan dari Alur" }]);
  expect((await send("manajer")).userErrors).toEqual([{ code: "FORBIDDEN" }]);
  const { errors } = await api.send(await driver.as("manajer"), "{ mailState { waiting } }");
  expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
});
