import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { type CaseDriver, HOUR, MINUTE } from "../cases/case-driver.js";
import { DraftDesk } from "../sops/draft-desk.js";
import { NoticeDesk } from "./notice-desk.js";

let desk: NoticeDesk;
let driver: CaseDriver;
let api: TestApi;
let another: TestApi;

const wib = (local: string): number => Date.parse(`${local}:00+07:00`);
/** Each test has a fortnight of its own, without a holiday: from a Monday morning in September on. */
let week = 0;
const day = (count: number, time: string): number =>
  wib(`2026-09-07T${time}`) + ((week - 1) * 14 + count) * 24 * HOUR;

beforeAll(async () => {
  desk = await NoticeDesk.start();
  ({ driver, api } = desk);
  another = await api.startAnother();
  // The demo names one; here the office's head is the next above, unless a test says otherwise.
  await above("kasi-aplikasi", null);
});
beforeEach(() => {
  week += 1;
  api.clock.set(day(0, "08:00"));
});
afterAll(async () => {
  await another?.stop();
  await desk?.stop();
});

/** Everything that is due is told, by two servers that look at the same time. */
async function look(): Promise<void> {
  await Promise.all([api.telling.remind(), another.telling.remind()]);
}

async function at(moment: number): Promise<void> {
  api.clock.set(moment);
  await look();
}

/** What the deadlines of a case made people be told, of each kind. */
async function reminders(username: string, instance: AnyData): Promise<string[]> {
  const told = await desk.told(username, day(0, "00:00"));
  return told
    .filter((one) => one.instanceId === instance.id && one.kind.startsWith("DEADLINE"))
    .map(({ kind }) => kind);
}

/** A case whose step of one working day waits for `kasiaplikasi`, opened on Monday at 8. */
async function waiting(): Promise<AnyData> {
  const instance = await driver.start("000", { title: "Berkas" }, "budi");
  const now = await driver.step(instance, "a1");
  expect(driver.openSteps(now)).toEqual(["a2"]);
  expect(Date.parse(now.openTasks[0].dueAt)).toBe(day(1, "08:00"));
  return now;
}

const setReminders = async (input: object, by = "admin"): Promise<AnyData> =>
  driver.mutate(
    by,
    "setSopReminders",
    { sopId: driver.sop("000"), ...input },
    `sop { hasOwnReminders remindersInUse { before { value unit } atDeadline
      escalateAfter { value unit } } }`,
  );

/** Names the position above another one of the office; `null`: none. */
const above = (code: string, superior: string | null): Promise<void> =>
  api.database.unitOfWork.run(context(), async (tx) => {
    await tx.run(
      `UPDATE \`position\` SET superior_id = (SELECT s.id FROM (SELECT id, code FROM \`position\`) s
        WHERE s.code = ?) WHERE code = ?`,
      [superior === null ? "" : `trenggalek-kominfo.${superior}`, `trenggalek-kominfo.${code}`],
    );
  });

describe("a deadline", () => {
  test("is told before, when it is reached, and to whoever is above when it has passed; each once", async () => {
    const instance = await waiting();
    await at(day(0, "15:00") - MINUTE);
    expect(await reminders("kasiaplikasi", instance)).toEqual([]);
    // A fifth of a working day before: 90 minutes, of which 30 are on Tuesday morning.
    await at(day(0, "15:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    await look();
    await at(day(1, "08:00"));
    await look();
    expect(await reminders("kasiaplikasi", instance)).toEqual([
      "DEADLINE_NEAR",
      "DEADLINE_REACHED",
    ]);
    expect(await reminders("kadis", instance)).toEqual([]);
    await at(day(2, "08:00"));
    await look();
    await at(day(9, "08:00"));
    expect(await reminders("kasiaplikasi", instance)).toHaveLength(2);
    // No position is named above theirs: the head of the office, and the manager.
    for (const person of ["kadis", "manajer"]) {
      expect(await reminders(person, instance)).toEqual(["DEADLINE_PASSED"]);
    }
    const told = await desk.told("kadis", day(2, "00:00"));
    expect(told.find(({ kind }) => kind === "DEADLINE_PASSED")).toMatchObject({
      headline: expect.stringMatching(
        /^Terlambat di Kepala Seksi Pengembangan Aplikasi: Melakukan/,
      ),
      dueAt: new Date(day(1, "08:00")).toISOString(),
      taskId: instance.openTasks[0].id,
    });
  });

  test("is told to whoever has claimed the task, and to nobody once it is done", async () => {
    const instance = await waiting();
    const [task] = instance.openTasks;
    await desk.act("kasiaplikasi", "claimTask", { taskId: task.id });
    await at(day(1, "07:45"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    await driver.step(await driver.read(instance.id), "a2");
    await at(day(9, "08:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    const told = await desk.told("kadis", day(1, "00:00"));
    expect(told.filter(({ taskId }) => taskId === task.id)).toEqual([]);
  });

  test("is told to the nearest position above that somebody else holds", async () => {
    await above("kasi-aplikasi", "kabid-aptika");
    const instance = await waiting();
    await at(day(2, "08:00"));
    expect(await reminders("kabid", instance)).toEqual(["DEADLINE_PASSED"]);
    expect(await reminders("manajer", instance)).toEqual(["DEADLINE_PASSED"]);
    expect(await reminders("kadis", instance)).toEqual([]);
    await above("kasi-aplikasi", null);
  });

  test("that passed while nobody was there to tell is told as passed, and only so", async () => {
    const instance = await waiting();
    await at(day(10, "08:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual([]);
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
  });

  test("far in the past is told once, however many looks there are", async () => {
    const instance = await waiting();
    await move(instance, day(0, "08:00") - 900 * 24 * HOUR);
    for (let looks = 0; looks < 3; looks += 1) await at(day(looks, "09:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual([]);
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
  });

  test("that moves is told anew: after a hold from what was left, and not while it is held", async () => {
    const instance = await waiting();
    const { id: instanceId } = instance;
    await at(day(0, "15:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    await desk.act("manajer", "holdInstance", { instanceId, reason: "Menunggu" });
    await at(day(2, "08:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    expect(await reminders("kadis", instance)).toEqual([]);
    await desk.act("manajer", "resumeInstance", { instanceId });
    // An hour and a half was left.
    await at(day(2, "09:30"));
    expect(await reminders("kasiaplikasi", instance)).toEqual([
      "DEADLINE_NEAR",
      "DEADLINE_REACHED",
    ]);
    expect(await reminders("kadis", instance)).toEqual([]);
    await at(day(3, "09:30"));
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
  });

  test("that a day off moves is told by where it is now, and what was told stays told", async () => {
    const early = await waiting();
    const late = await waiting();
    await at(day(1, "08:00"));
    expect(await reminders("kasiaplikasi", late)).toEqual(["DEADLINE_REACHED"]);
    const tomorrow = new Date(day(2, "12:00")).toISOString().slice(0, 10);
    const today = new Date(day(1, "12:00")).toISOString().slice(0, 10);
    await addDaysOff(today, tomorrow);
    await api.moveDeadlines();
    const moved = await driver.read(early.id);
    expect(Date.parse(moved.openTasks[0].dueAt)).toBe(day(3, "08:00"));
    await at(day(2, "16:00"));
    expect(await reminders("kasiaplikasi", early)).toEqual(["DEADLINE_REACHED"]);
    expect(await reminders("kadis", early)).toEqual([]);
    // That it is near was due on Monday: nobody works on a day between.
    await at(day(3, "07:45"));
    await at(day(3, "08:00"));
    expect(await reminders("kasiaplikasi", early)).toEqual([
      "DEADLINE_REACHED",
      "DEADLINE_REACHED",
    ]);
    await at(day(4, "08:00"));
    expect(await reminders("kadis", early)).toEqual(["DEADLINE_PASSED"]);
    // A deadline that is past all the same is not told to the head a second time.
    const friday = new Date(day(4, "12:00")).toISOString().slice(0, 10);
    api.clock.set(day(9, "08:00"));
    await addDaysOff(friday);
    await api.moveDeadlines();
    await look();
    expect(await reminders("kadis", early)).toEqual(["DEADLINE_PASSED"]);
  });

  test("that had passed before a hold is not told a second time after it", async () => {
    const instance = await waiting();
    const { id: instanceId } = instance;
    await at(day(3, "08:00"));
    await desk.act("manajer", "holdInstance", { instanceId, reason: "Menunggu" });
    api.clock.advance(HOUR);
    await desk.act("manajer", "resumeInstance", { instanceId });
    await at(day(9, "08:00"));
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
  });

  test("of a requester's own task reminds them, and never goes to anybody above", async () => {
    const instance = await driver.start("001");
    expect(driver.openSteps(instance)).toEqual(["a1"]);
    await at(day(1, "07:45"));
    await at(day(1, "08:00"));
    await at(day(9, "08:00"));
    expect(await reminders("pemohon", instance)).toEqual(["DEADLINE_NEAR", "DEADLINE_REACHED"]);
    for (const person of ["kadis", "manajer"])
      expect(await reminders(person, instance)).toEqual([]);
  });
});

describe("per SOP", () => {
  test("an admin says when, tasks that are open follow, and it is audited", async () => {
    const instance = await waiting();
    const payload = await setReminders({
      reminders: {
        before: { value: 6, unit: "HOUR" },
        atDeadline: false,
        escalateAfter: { value: 2, unit: "HOUR" },
      },
    });
    expect(payload.userErrors).toEqual([]);
    expect(payload.sop.hasOwnReminders).toBe(true);
    await at(day(0, "09:29"));
    expect(await reminders("kasiaplikasi", instance)).toEqual([]);
    await at(day(0, "09:30"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    await at(day(1, "09:59"));
    expect(await reminders("kasiaplikasi", instance)).toEqual(["DEADLINE_NEAR"]);
    expect(await reminders("kadis", instance)).toEqual([]);
    await at(day(1, "10:00"));
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
    const entry = await lastAudit();
    expect(entry).toMatchObject({ action: "SOP_REMINDERS", subject_type: "Sop" });
    expect(JSON.parse(String(entry["changes"]))).toEqual([
      { field: "before", before: null, after: "6 HOUR" },
      { field: "atDeadline", before: null, after: "false" },
      { field: "escalateAfter", before: null, after: "2 HOUR" },
    ]);
    await setReminders({ reminders: null });
  });

  test("an office's hold where an SOP has none of its own", async () => {
    const drafts = await DraftDesk.open(driver);
    const none = { before: null, atDeadline: false, escalateAfter: null };
    const set = (reminders: object | null, by = "admin"): Promise<AnyData> =>
      driver.mutate(
        by,
        "setOfficeReminders",
        { officeId: drafts.officeId, reminders },
        "office { remindersInUse { atDeadline } }",
      );
    expect((await set(none)).office.remindersInUse).toEqual({ atDeadline: false });
    const instance = await waiting();
    await at(day(9, "08:00"));
    expect(await reminders("kasiaplikasi", instance)).toEqual([]);
    expect(await reminders("kadis", instance)).toEqual([]);
    expect((await set(null)).userErrors).toEqual([]);
    // What has passed by now is told.
    await look();
    expect(await reminders("kadis", instance)).toEqual(["DEADLINE_PASSED"]);
    expect((await set(none, "kadis")).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  test("what cannot be meant is refused at its field, and others may not say when", async () => {
    const usual = { before: null, atDeadline: true, escalateAfter: null };
    for (const [reminders, field] of [
      [{ ...usual, before: { value: 0, unit: "HOUR" } }, "input.reminders.before"],
      [{ ...usual, before: { value: 91, unit: "PERCENT" } }, "input.reminders.before"],
      [{ ...usual, escalateAfter: { value: 5, unit: "PERCENT" } }, "input.reminders.escalateAfter"],
      [{ ...usual, escalateAfter: { value: -1, unit: "HOUR" } }, "input.reminders.escalateAfter"],
    ] as const) {
      expect((await setReminders({ reminders })).userErrors).toMatchObject([
        { code: "INVALID", field },
      ]);
    }
    for (const person of ["kadis", "manajer", "budi"]) {
      const { userErrors } = await setReminders({ reminders: usual }, person);
      expect(userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    }
  });
});

const context = () =>
  ({
    actor: { type: "SYSTEM", name: "test" },
    locale: "id",
    requestId: "t",
    now: api.clock.now,
  }) as const;

/** As an admin adds them to the table of holidays. */
async function addDaysOff(...dates: readonly string[]): Promise<void> {
  const { holidays } = await driver.gql(
    "admin",
    "{ holidays(year: 2026) { revision days { date name kind basis } } }",
  );
  const added = dates.map((date) => ({ date, name: "Libur", kind: "JOINT_LEAVE", basis: "SKB" }));
  const payload = await driver.mutate(
    "admin",
    "saveHolidays",
    { year: 2026, expectedRevision: holidays.revision, days: [...holidays.days, ...added] },
    "holidays { revision }",
  );
  expect(payload.userErrors).toEqual([]);
}

/** To where no edit of a calendar would move it. */
async function move(instance: AnyData, dueAt: number): Promise<void> {
  const instanceId = parseGlobalId(instance.id)?.id ?? 0;
  const { moveDeadline } = await import("../../../server/persistence/case-store.js");
  await api.database.unitOfWork.run(context(), async (tx) => {
    const open = await tx.all<Row & { no: number }>(
      "SELECT no FROM task WHERE instance_id = ? AND is_open = 1",
      [instanceId],
    );
    await tx.batch(open.map(({ no }) => moveDeadline(instanceId, no, dueAt)));
  });
}

async function lastAudit(): Promise<Row> {
  const row = await api.database.reader.get<Row>(
    "SELECT action, subject_type, changes FROM audit_entry ORDER BY seq DESC LIMIT 1",
    [],
  );
  return row ?? {};
}
