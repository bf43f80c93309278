import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { Row } from "../../../server/persistence/database.js";
import { keepHouse } from "../../../server/runtime/housekeeping.js";
import type { AnyData } from "../../harness/test-api.js";
import { type CaseDriver, HOUR } from "../cases/case-driver.js";
import { caseAtConnector, enactCaller } from "../cases/calling-cases.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { DraftDesk } from "../sops/draft-desk.js";
import { NoticeDesk } from "./notice-desk.js";

let desk: NoticeDesk;
let driver: CaseDriver;
let drafts: DraftDesk;

beforeAll(async () => {
  desk = await NoticeDesk.start();
  driver = desk.driver;
  drafts = await DraftDesk.open(driver);
});
afterAll(() => desk?.stop());

/** A letter whose steps are: ask (pemohon), examine (budi, siti), sign (kabid). */
async function letter(title: string): Promise<AnyData> {
  const draft = await drafts.letter(title);
  await drafts.enacted(draft);
  return (await drafts.start(draft.sopId, "pemohon")).instance;
}

const open = async (instance: AnyData): Promise<AnyData> =>
  (await driver.read(instance.id)).openTasks[0];

describe("a task", () => {
  test("is told to whoever holds its position, and leads there; not to whoever brought it", async () => {
    const since = desk.tick();
    const instance = await driver.start("000", { title: "Aplikasi arsip" }, "budi");
    // Another holder of the position hears of it; who started it does not.
    expect(await desk.kinds("budi", since)).toEqual([]);
    expect(await desk.kinds("siti", since)).toEqual(["TASK_ARRIVED"]);
    expect(await desk.kinds("kasiaplikasi", since)).toEqual([]);
    const task = await open(instance);
    const [notice] = await desk.told("siti", since);
    expect(notice).toMatchObject({
      group: "TASKS",
      unread: true,
      isOver: false,
      headline: expect.stringMatching(/^Tugas baru: Menghimpun data/),
      subject: expect.stringMatching(/^Aplikasi arsip · /),
      taskId: task.id,
      instanceId: instance.id,
      about: { id: task.id },
    });

    await driver.step(instance, "a1");
    expect(await desk.kinds("kasiaplikasi", since)).toEqual(["TASK_ARRIVED"]);
    // It is done, and nothing to read any more; it stays in the list.
    expect(await desk.kinds("siti", since)).toEqual(["TASK_ARRIVED"]);
    expect(await desk.kinds("siti", since, true)).toEqual([]);
    expect((await desk.told("siti", since))[0]).toMatchObject({ unread: false, isOver: true });
  });

  test("that a colleague takes is nothing to read, until they give it back", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = await open(instance);
    const before = await desk.unread("siti");
    const since = desk.tick();
    await desk.act("budi", "claimTask", { taskId: task.id });
    expect(await desk.unread("siti")).toBe(before - 1);
    await desk.act("budi", "releaseTask", { taskId: task.id });
    expect(await desk.kinds("siti", since)).toEqual(["TASK_ARRIVED"]);
    expect(await desk.unread("siti")).toBe(before + 1);
    // Opening it reads whatever was told of it.
    expect(await desk.markRead("siti", { about: task.id })).toEqual({ count: before - 1 });
    expect(await desk.kinds("siti", since)).toEqual(["TASK_ARRIVED"]);
    expect(await desk.kinds("siti", since, true)).toEqual([]);
  });

  test("that is handed over, or sent back, says by whom and why", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = await open(instance);
    await desk.act("budi", "claimTask", { taskId: task.id });
    const people = await driver.gql("admin", '{ people(search: "siti") { nodes { id } } }');
    let since = desk.tick();
    await desk.act("budi", "delegateTask", {
      taskId: task.id,
      personId: people.people.nodes[0].id,
    });
    expect(await desk.kinds("budi", since)).toEqual([]);
    const [handed] = await desk.told("siti", since);
    expect(handed).toMatchObject({
      kind: "TASK_DELEGATED",
      headline: expect.stringMatching(/^Budi .*melimpahkan tugas kepada Anda: Menghimpun/),
    });

    const now = await driver.step(await driver.read(instance.id), "a1");
    const next = await open(now);
    const { visits } = await driver.read(instance.id, "visits { no node { key } }");
    const visit = visits.find((one: AnyData) => one.node.key === "a1").no;
    since = desk.tick();
    await desk.act("kasiaplikasi", "returnTask", {
      taskId: next.id,
      visit,
      reason: "Data belum lengkap",
    });
    for (const holder of ["budi", "siti"]) {
      expect(await desk.told(holder, since)).toMatchObject([
        { kind: "TASK_RETURNED", reason: "Data belum lengkap" },
      ]);
    }
    expect(await desk.kinds("kasiaplikasi", since)).toEqual([]);
  });
});

test("a requester follows the letter, and nobody is told of what they did themselves", async () => {
  const since = desk.tick();
  const instance = await letter("Surat keterangan");
  expect(await desk.kinds("pemohon", since)).toEqual([]);
  await driver.step(instance, "ask");
  expect(await desk.kinds("pemohon", since)).toEqual([]);
  let now = await driver.step(await driver.read(instance.id), "examine:examine-ask");
  expect(await desk.told("pemohon", since)).toMatchObject([
    { kind: "REQUEST_BACK", headline: "Permohonan menunggu Anda: Langkah ask" },
  ]);
  now = await driver.steps(now, "ask", "examine:examine-sign");
  const [, moved] = await desk.told("pemohon", since);
  expect(moved).toMatchObject({
    kind: "REQUEST_MOVED",
    headline: "Permohonan Anda kini di Kepala Bidang Aplikasi dan Informatika",
    about: { id: instance.id },
  });
  await driver.step(now, "sign");
  expect(await desk.kinds("pemohon", since)).toEqual([
    "REQUEST_BACK",
    "REQUEST_MOVED",
    "REQUEST_FINISHED",
  ]);
  // What was to be done for it is done; opening the case reads the rest.
  expect(await desk.kinds("pemohon", since, true)).toEqual(["REQUEST_MOVED", "REQUEST_FINISHED"]);
  await desk.markRead("pemohon", { about: instance.id });
  expect(await desk.kinds("pemohon", since, true)).toEqual([]);
});

test("a case that is held, resumed or cancelled is told to those who work in it, and why", async () => {
  const instance = await letter("Surat yang ditunda");
  const examining = await driver.step(instance, "ask");
  const since = desk.tick();
  const { id: instanceId } = examining;
  await desk.act("manajer", "holdInstance", { instanceId, reason: "Menunggu data" });
  await desk.act("budi", "commentOnInstance", { instanceId, text: "Baik" });
  await desk.act("manajer", "resumeInstance", { instanceId });
  await desk.act("manajer", "cancelInstance", { instanceId, reason: "Dicabut pemohon" });
  for (const holder of ["budi", "siti"]) {
    expect(await desk.told(holder, since)).toMatchObject([
      { kind: "CASE_HELD", reason: "Menunggu data", headline: "Berkas ditunda" },
      { kind: "CASE_RESUMED" },
      { kind: "CASE_CANCELLED", reason: "Dicabut pemohon" },
    ]);
  }
  expect(await desk.kinds("pemohon", since)).toEqual([
    "CASE_HELD",
    "CASE_RESUMED",
    "REQUEST_CANCELLED",
  ]);
  expect(await desk.kinds("manajer", since)).toEqual([]);
});

test("an SOP is told to whoever enacts it, to its drafter and to those who will work by it", async () => {
  let since = desk.tick();
  const draft = await drafts.letter("SOP baru");
  const seen = { versionId: draft.id, revision: draft.revision };
  await desk.act("admin", "submitVersion", seen);
  expect(await desk.told("kadis", since)).toMatchObject([
    { kind: "SOP_SUBMITTED", subject: "SOP baru", sopId: draft.sopId, about: { id: draft.id } },
  ]);
  expect(await desk.kinds("admin", since)).toEqual([]);
  await desk.act("kadis", "sendBackVersion", { ...seen, reason: "Waktu terlalu lama" });
  expect(await desk.told("admin", since)).toMatchObject([
    { kind: "SOP_SENT_BACK", reason: "Waktu terlalu lama" },
  ]);
  // Opening the SOP reads it.
  await desk.markRead("kadis", { about: draft.sopId });
  expect(await desk.kinds("kadis", since, true)).toEqual([]);

  await desk.act("admin", "submitVersion", seen);
  since = desk.tick();
  const inForceFrom = new Date(desk.api.clock.now() + 48 * HOUR).toISOString();
  await drafts.enacted(draft, { inForceFrom });
  for (const person of ["admin", "budi", "kabid"]) {
    expect(await desk.told(person, since)).toMatchObject([
      { kind: "SOP_ENACTED", headline: "SOP disahkan, berlaku mulai 12 Agustus 2026" },
    ]);
  }
  expect(await desk.kinds("kadis", since)).toEqual([]);
  await desk.api.telling.watch();
  expect(await desk.kinds("budi", since)).toEqual(["SOP_ENACTED"]);
  desk.api.clock.advance(48 * HOUR);
  // Two servers that look at once tell it once.
  await Promise.all([desk.api.telling.watch(), desk.api.telling.watch()]);
  await desk.api.telling.watch();
  expect(await desk.kinds("budi", since)).toEqual(["SOP_ENACTED", "SOP_IN_FORCE"]);
  expect(await desk.kinds("manajer", since)).toEqual(["SOP_IN_FORCE"]);
});

test("a connector that waits for an SOP is told once to admin and manager", async () => {
  const called = await drafts.letter("Belum berlaku");
  const sopId = await enactCaller(drafts, "Yang memanggil", called.sopId);
  const since = desk.tick();
  const instance = await caseAtConnector(drafts, sopId);
  await desk.api.answerWaitingCalls();
  for (const person of ["admin", "manajer"]) {
    const told = (await desk.told(person, since)).filter(({ kind }) => kind === "CALL_WAITS");
    expect(told).toMatchObject([
      {
        headline: "Berkas menunggu: SOP Belum berlaku belum berlaku",
        about: { id: instance.id },
      },
    ]);
  }
});

describe("how one wants to be told", () => {
  test("a kind that is switched off is neither listed nor counted", async () => {
    const since = desk.tick();
    await driver.start("000", {}, "budi");
    const before = await desk.unread("siti");
    const off = { kind: "TASK_ARRIVED", inApp: false, mail: true };
    const { kinds } = await desk.setSettings("siti", "EACH", [off]);
    expect(kinds.find(({ kind }: AnyData) => kind === "TASK_ARRIVED")).toMatchObject(off);
    expect(kinds.map(({ kind }: AnyData) => kind)).not.toContain("SOP_SUBMITTED");
    expect(await desk.kinds("siti", since)).toEqual([]);
    expect(await desk.unread("siti")).toBeLessThan(before);
    await desk.setSettings("siti", "EACH");
    expect(await desk.unread("siti")).toBe(before);
  });

  test("a kind twice is refused", async () => {
    const one = { kind: "TASK_ARRIVED", inApp: true, mail: true };
    const payload = await driver.mutate(
      "siti",
      "setNotificationSettings",
      { mailMode: "OFF", kinds: [one, one] },
      "__typename",
    );
    expect(payload.userErrors).toMatchObject([{ code: "INVALID", field: "input.kinds" }]);
  });
});

test("all are read at once, and what comes then is not", async () => {
  await driver.start("000", {}, "budi");
  await desk.readAll("siti");
  expect(await desk.unread("siti")).toBe(0);
  desk.tick();
  await driver.start("000", {}, "budi");
  expect(await desk.unread("siti")).toBe(1);
  // Of others nobody reads anything by it.
  const since = desk.tick();
  await driver.step(await driver.start("000", {}, "budi"), "a1");
  const [other] = await desk.told("kasiaplikasi", since);
  await desk.markRead("siti", { ids: [other!["id"]] });
  expect(await desk.kinds("kasiaplikasi", since, true)).toEqual(["TASK_ARRIVED"]);
});

test("who holds a position from now on is told what comes, and not what came", async () => {
  const { people, positions } = await driver.gql(
    "admin",
    '{ people(search: "joko") { nodes { id } } positions { id code } }',
  );
  const position = positions.find(({ code }: AnyData) => code.endsWith(".kasi-aplikasi"));
  const since = desk.tick();
  const early = await driver.start("000", {}, "budi");
  await driver.step(early, "a1");
  // From tomorrow on, by the clocks of the office.
  const day = new Date(desk.api.clock.now() + 31 * HOUR).toISOString().slice(0, 10);
  const appointed = await driver.mutate(
    "admin",
    "appointHolder",
    {
      positionId: position.id,
      personId: people.nodes[0].id,
      capacity: "PLH",
      firstDay: day,
      lastDay: day,
    },
    "appointment { id }",
  );
  expect(appointed.userErrors).toEqual([]);
  expect(await desk.told("joko", since)).toMatchObject([
    {
      kind: "APPOINTED",
      headline: expect.stringMatching(/^Anda ditunjuk sebagai Plh\. Kepala Seksi/),
    },
  ]);
  await driver.step(await driver.start("000", {}, "budi"), "a1");
  desk.api.clock.advance(24 * HOUR);
  await driver.step(await driver.start("000", {}, "budi"), "a1");
  expect(await desk.kinds("joko", since)).toEqual(["APPOINTED", "TASK_ARRIVED"]);
});

test("the list asks as much for a page of fifty as for one of five", async () => {
  for (let count = 0; count < 55; count += 1) await driver.start("000", {}, "budi");
  const probe = new StatementProbe(driver);
  const document = `query ($first: Int!) { notifications(first: $first) { nodes {
    kind headline subject unread isOver taskId instanceId positionId reason dueAt } } }`;
  // The versions that it names are read once.
  await probe.ask("siti", document, { first: 50 });
  const few = await probe.ask("siti", document, { first: 5 });
  const many = await probe.ask("siti", document, { first: 50 });
  expect(many.data.notifications.nodes).toHaveLength(50);
  expect(many.statements.length).toBe(few.statements.length);
  expect(many.statements.length).toBeLessThanOrEqual(9);
  const count = await probe.ask("siti", "{ unreadNotifications { count } }");
  expect(count.statements).toHaveLength(3);
});

test("pages follow one another without a gap", async () => {
  const page = async (after: string | null): Promise<AnyData> =>
    (
      await driver.gql(
        "siti",
        `query ($after: String) { notifications(first: 7, after: $after) {
          nodes { id at } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
    ).notifications;
  const ids: string[] = [];
  for (let next: string | null = null, more = true; more;) {
    const { nodes, pageInfo } = await page(next);
    ids.push(...nodes.map(({ id }: AnyData) => id));
    [next, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(new Set(ids).size).toBe(ids.length);
  const whole = await driver.gql("siti", "{ notifications(first: 100) { nodes { id } } }");
  expect(ids.slice(0, 100)).toEqual(whole.notifications.nodes.map(({ id }: AnyData) => id));
});

test("is for people alone", async () => {
  const { errors } = await desk.api.send(null, "{ unreadNotifications { count } }");
  expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  const token = { headers: { authorization: `Bearer ${desk.api.integratorSecret}` } };
  const refused = await desk.api.send(token, "{ notifications { nodes { id } } }");
  expect(refused.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  const wrong = await driver.mutate(
    "siti",
    "markNotificationsRead",
    { ids: [toGlobalId("Task", 1)] },
    "unread { count }",
  );
  expect(wrong.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "input.ids" }]);
});

test("what was told is forgotten after ninety days, and with it who has read it", async () => {
  const { database, clock } = desk.api;
  await desk.readAll("siti");
  const rows = async (table: string): Promise<number> =>
    (await database.reader.get<Row & { n: number }>(`SELECT COUNT(*) AS n FROM ${table}`, []))!.n;
  const ctx = systemContext("housekeeping", clock.now);
  await keepHouse(database, ctx);
  expect(await rows("notice")).toBeGreaterThan(0);
  expect(await rows("notice_read")).toBeGreaterThan(0);
  clock.advance(91 * 24 * HOUR);
  const since = desk.tick();
  await driver.start("000", {}, "budi");
  await keepHouse(database, ctx);
  expect(await rows("notice")).toBe(1);
  expect(await rows("notice_read")).toBe(0);
  expect(await desk.kinds("siti", since)).toEqual(["TASK_ARRIVED"]);
});
