import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findCaseHead } from "../../../server/persistence/case-store.js";
import type { Row } from "../../../server/persistence/database.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { DeadlineMover } from "../../../server/runtime/deadline-mover.js";
import { verifyLog } from "../../../server/runtime/verify-log.js";
import { WorkingCalendars } from "../../../server/runtime/working-calendars.js";
import { openEventStream } from "../../harness/event-stream.js";
import type { AnyData } from "../../harness/test-api.js";
import type { CaseDriver } from "../cases/case-driver.js";
import { freshRunner } from "../cases/fresh-runner.js";
import { CalendarDesk, idOf, wib } from "./calendar-desk.js";

let desk: CalendarDesk;
let driver: CaseDriver;
beforeAll(async () => {
  desk = await CalendarDesk.open();
  driver = desk.driver;
});
afterAll(() => desk?.stop());

const move = () => driver.api.moveDeadlines();
const dueOf = async ({ id }: AnyData): Promise<number> =>
  Date.parse((await driver.read(id, "openTasks { dueAt }")).openTasks[0].dueAt);
const at = (local: string) => driver.api.clock.set(wib(local));
const hold = (instanceId: string) =>
  driver.mutate(
    "manajer",
    "holdInstance",
    { instanceId, reason: "Menunggu" },
    "instance { status }",
  );
const resume = (instanceId: string) =>
  driver.mutate("manajer", "resumeInstance", { instanceId }, "instance { openTasks { dueAt } }");
/** The national table as it was seeded, so that one test's days are not in another's way. */
async function withoutMore(year = 2026): Promise<void> {
  const { revision, days } = await desk.holidays(year);
  const seeded = days.filter(({ name }: AnyData) => name !== "Cuti bersama tambahan");
  if (seeded.length === days.length) return;
  await desk.saveHolidays({ year, expectedRevision: revision, days: seeded });
  await move();
}
beforeEach(() => withoutMore());

async function faults(): Promise<unknown[]> {
  const found: unknown[] = [];
  await verifyLog(driver.api.database.reader, (fault) => found.push(fault));
  return found;
}

describe("a joint leave that comes in", () => {
  test("moves open deadlines by a working day, tells the log why, and is audited with its count", async () => {
    at("2026-09-01T08:00");
    const instance = await driver.start("001");
    expect(await dueOf(instance)).toBe(wib("2026-09-02T08:00"));
    const log = (await driver.read(instance.id, "history { seq }")).history.length;
    expect((await desk.addJointLeave("2026-09-02")).userErrors).toEqual([]);
    await move();
    expect(await dueOf(instance)).toBe(wib("2026-09-03T08:00"));
    const { history } = await driver.read(instance.id, "history { actorName command events }");
    expect(history).toHaveLength(log + 1);
    expect(history.at(-1)).toMatchObject({ actorName: "Alur", command: "MOVE_DEADLINES" });
    expect(history.at(-1).events).toMatchObject([
      {
        type: "DEADLINES_MOVED",
        moved: [{ task: 1, from: wib("2026-09-02T08:00"), to: wib("2026-09-03T08:00") }],
      },
    ]);
    await driver.expectWholeLog(instance.id);
    expect(await faults()).toEqual([]);

    const entry = (await desk.audited("DEADLINES_MOVED")).at(-1);
    expect(entry).toMatchObject({ actor: "Alur" });
    expect(entry.changes).toEqual(
      expect.arrayContaining([
        { field: "changedBy", before: null, after: "Ratna Wulandari" },
        { field: "movedTasks", before: null, after: "1" },
        { field: "movedCases", before: null, after: "1" },
        {
          field: "holiday.2026-09-02.Cuti bersama tambahan",
          before: null,
          after: "Cuti bersama tambahan · cuti bersama · SKB",
        },
      ]),
    );
    // Looking again finds nothing to do, and says nothing twice.
    const entries = (await desk.audited("DEADLINES_MOVED")).length;
    await move();
    expect((await desk.audited("DEADLINES_MOVED")).length).toBe(entries);
  });

  test("moves them back when it is taken out again, and nothing that is done", async () => {
    at("2026-09-07T08:00");
    const open = await driver.start("001");
    const done = await driver.step(await driver.start("001"), "a1");
    const first = await driver.read(done.id, "tasks { no: id status dueAt }");
    await desk.addJointLeave("2026-09-08");
    await move();
    expect(await dueOf(open)).toBe(wib("2026-09-09T08:00"));
    const after = await driver.read(done.id, "tasks { no: id status dueAt }");
    expect(after.tasks.find(({ status }: AnyData) => status === "DONE")).toEqual(
      first.tasks.find(({ status }: AnyData) => status === "DONE"),
    );
    await withoutMore();
    expect(await dueOf(open)).toBe(wib("2026-09-08T08:00"));
    expect(await faults()).toEqual([]);
  });

  test("counts the hold as before: what was held is given back by the new calendar", async () => {
    at("2026-09-14T09:00");
    const held = await driver.start("001");
    const resumed = await driver.start("001");
    at("2026-09-15T08:00");
    await hold(held.id);
    await hold(resumed.id);
    at("2026-09-18T16:00");
    // 60 minutes are left, half of them on this Friday.
    expect((await resume(resumed.id)).instance.openTasks[0].dueAt).toBe("2026-09-21T01:00:00.000Z");
    // Monday is off, and so was the first day of the hold: that takes nothing from what was left.
    await desk.addJointLeave("2026-09-21");
    await desk.addJointLeave("2026-09-16");
    await move();
    expect(await dueOf(resumed)).toBe(wib("2026-09-22T08:00"));
    expect(await dueOf(held)).toBe(wib("2026-09-15T09:00"));
    at("2026-09-21T10:00");
    await resume(held.id);
    expect(await dueOf(held)).toBe(wib("2026-09-22T08:30"));
    expect(await faults()).toEqual([]);
  });

  test("tells worklists and case pages at once", async () => {
    at("2026-09-22T09:00");
    const instance = await driver.start("001");
    const worker = driver.workerOf(instance.openTasks[0]);
    const client = await driver.as(worker);
    const list = await openEventStream(
      driver.api.url,
      "subscription { worklistChanged { instanceId taskIds } }",
      client.headers,
    );
    const page = await openEventStream(
      driver.api.url,
      `subscription { instanceChanged(id: "${instance.id}") { openTasks { dueAt } } }`,
      client.headers,
    );
    await desk.addJointLeave("2026-09-23");
    await move();
    expect(await page.next()).toEqual({
      data: { instanceChanged: { openTasks: [{ dueAt: "2026-09-24T02:00:00.000Z" }] } },
    });
    for (;;) {
      const { data } = (await list.next()) as AnyData;
      if (data.worklistChanged.instanceId !== instance.id) continue;
      expect(data.worklistChanged.taskIds).toEqual([instance.openTasks[0].id]);
      break;
    }
    list.close();
    page.close();
  });
});

describe("a preview", () => {
  test("says how many would move, and is what moves then", async () => {
    at("2026-10-05T08:00");
    await driver.start("001");
    await driver.start("001");
    const { revision, days } = await desk.holidays();
    const day = {
      date: "2026-10-06",
      name: "Cuti bersama tambahan",
      kind: "JOINT_LEAVE",
      basis: "",
    };
    const input = { year: 2026, expectedRevision: revision, days: [...days, day] };
    const document = `query ($input: SaveHolidaysInput!) { previewHolidays(input: $input) {
      preview { movedTasks movedCases laterTasks examples { title step from to } } userErrors { code } } }`;
    const { previewHolidays } = await driver.gql("admin", document, { input });
    expect(previewHolidays.userErrors).toEqual([]);
    const { movedTasks, movedCases, laterTasks, examples } = previewHolidays.preview;
    expect(movedTasks).toBeGreaterThanOrEqual(2);
    expect(laterTasks).toBe(movedTasks);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    await desk.saveHolidays(input);
    await move();
    const entry = (await desk.audited("DEADLINES_MOVED")).at(-1);
    const value = (field: string) =>
      Number(entry.changes.find((one: AnyData) => one.field === field).after);
    expect([value("movedTasks"), value("movedCases")]).toEqual([movedTasks, movedCases]);
    const again = { ...input, expectedRevision: (await desk.holidays()).revision };
    const nothing = await driver.gql("admin", document, { input: again });
    expect(nothing.previewHolidays.preview).toMatchObject({ movedTasks: 0, examples: [] });
  });

  test("of an office's own calendar is of that office alone", async () => {
    at("2026-10-12T08:00");
    const instance = await driver.start("001");
    const { offices } = await driver.gql("admin", "{ offices { id } }");
    const document = `query ($input: SaveWorkingCalendarInput!) { previewWorkingCalendar(input: $input) {
      preview { movedTasks examples { title } } userErrors { code field } } }`;
    const preview = async (officeId: string | null, change: object) => {
      const input = { ...(await desk.asInput(officeId)), officeId, ...change };
      const { previewWorkingCalendar } = await driver.gql("admin", document, { input });
      return previewWorkingCalendar;
    };
    const off = { daysOff: [{ date: "2026-10-13", name: "Hari jadi" }] };
    const other = offices.find(({ id }: AnyData) => id !== desk.officeId).id;
    expect((await preview(desk.officeId, off)).preview.movedTasks).toBeGreaterThan(0);
    expect((await preview(other, off)).preview.movedTasks).toBe(0);
    expect((await preview(null, off)).preview.movedTasks).toBeGreaterThan(0);
    const bad = await preview(other, { minutesPerWorkingDay: 0 });
    expect(bad).toMatchObject({
      preview: null,
      userErrors: [{ code: "OUT_OF_RANGE", field: "input.minutesPerWorkingDay" }],
    });
    expect(await dueOf(instance)).toBe(wib("2026-10-13T08:00"));
  });
});

describe("whatever happens meanwhile", () => {
  const system = () => systemContext("Alur", driver.api.clock.now);
  /** A server that remembers the calendars of now for as long as it is asked. */
  async function forgetfulServer() {
    const calendars = new WorkingCalendars();
    await calendars.of(driver.api.database.reader, idOf(desk.officeId));
    return freshRunner(driver.api.database, calendars);
  }

  test("a deadline that a server counts by a calendar it still remembers is found and moved", async () => {
    at("2026-10-19T08:00");
    const stale = await forgetfulServer();
    const instance = await driver.start("001");
    await desk.addJointLeave("2026-10-20");
    await move();
    expect(await dueOf(instance)).toBe(wib("2026-10-21T08:00"));
    const [entries, task] = [
      (await desk.audited("DEADLINES_MOVED")).length,
      (await driver.read(instance.id)).openTasks[0],
    ];
    await driver.api.database.unitOfWork.run(system(), async (tx) => {
      const head = await findCaseHead(tx, idOf(instance.id));
      const by = 1;
      const done = { outcome: null, given: [], comment: null, lenient: true };
      const command = { type: "COMPLETE", task: 1, by, ...done } as const;
      await stale.run(system(), tx, head!, command, []);
    });
    // By the calendar of before it would be due a day too early.
    expect(await dueOf(instance)).toBe(wib("2026-10-20T08:00"));
    expect(task.node.key).not.toBe((await driver.read(instance.id)).openTasks[0].node.key);
    await move();
    expect(await dueOf(instance)).toBe(wib("2026-10-21T08:00"));
    // What is found later is in the case's log; the audit trail has said what it had to say.
    expect((await desk.audited("DEADLINES_MOVED")).length).toBe(entries);
    expect(await faults()).toEqual([]);
  });

  test("a stale server's resume does not stay either", async () => {
    at("2026-10-26T08:00");
    const instance = await driver.start("001");
    const stale = await forgetfulServer();
    await hold(instance.id);
    await desk.addJointLeave("2026-10-27");
    await move();
    await driver.api.database.unitOfWork.run(system(), async (tx) => {
      const head = await findCaseHead(tx, idOf(instance.id));
      await stale.run(system(), tx, head!, { type: "RESUME" }, []);
    });
    expect(await dueOf(instance)).toBe(wib("2026-10-27T08:00"));
    await move();
    expect(await dueOf(instance)).toBe(wib("2026-10-28T08:00"));
  });

  test("one that stops in the middle is gone on with by another, each case once", async () => {
    at("2026-11-02T08:00");
    const cases: AnyData[] = [];
    for (let count = 0; count < 45; count += 1) cases.push(await driver.start("001"));
    await desk.saveHolidays({ ...(await withDay("2026-11-03")) });
    const another = await driver.api.startAnother();
    try {
      // This one dies in its third batch, with its lease.
      const { database } = driver.api;
      let batches = 0;
      const dying = new DeadlineMover(
        {
          ...database,
          dialect: database.dialect,
          reader: database.reader,
          unitOfWork: {
            run: (ctx, work) => {
              batches += 1;
              return batches > 3
                ? Promise.reject(new Error("gone"))
                : database.unitOfWork.run(ctx, work);
            },
          },
        },
        driver.api.runner,
      );
      await dying.run(system()).catch(() => undefined);
      await database.unitOfWork.run(system(), (tx) =>
        tx.run("UPDATE lease SET until = 0 WHERE name = 'deadlines'", []),
      );
      await Promise.all([another.moveDeadlines(), move(), another.moveDeadlines()]);
      await move();
      await another.moveDeadlines();
      const dues = await Promise.all(cases.map(dueOf));
      expect(new Set(dues)).toEqual(new Set([wib("2026-11-04T08:00")]));
      const moves = await database.reader.all<Row & { n: number }>(
        `SELECT COUNT(*) AS n FROM history_entry WHERE command = 'MOVE_DEADLINES'
          AND instance_id >= ? GROUP BY instance_id`,
        [idOf(cases[0].id)],
      );
      expect(moves.map(({ n }) => Number(n))).toEqual(cases.map(() => 1));
      expect(await faults()).toEqual([]);
    } finally {
      await another.stop();
    }
  });

  test("people who work the cases at the same time are not in its way, nor it in theirs", async () => {
    at("2026-11-09T08:00");
    const cases: AnyData[] = [];
    for (let count = 0; count < 12; count += 1) cases.push(await driver.start("001"));
    await desk.saveHolidays({ ...(await withDay("2026-11-10")) });
    const worked = cases.map(async (instance) => {
      const task = instance.openTasks[0];
      return driver.complete(driver.workerOf(task), task.id);
    });
    const [results] = await Promise.all([Promise.all(worked), move()]);
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    await move();
    for (const instance of cases) {
      expect(await dueOf(instance)).toBe(wib("2026-11-11T08:00"));
      await driver.expectWholeLog(instance.id);
    }
    expect(await faults()).toEqual([]);
  });

  async function withDay(date: string): Promise<object> {
    const { revision, days } = await desk.holidays();
    const day = { date, name: "Cuti bersama tambahan", kind: "JOINT_LEAVE", basis: "" };
    return { year: 2026, expectedRevision: revision, days: [...days, day] };
  }
});

test("the log's own check finds a deadline that is not where the log moved it", async () => {
  at("2026-11-16T08:00");
  const instance = await driver.start("001");
  await desk.addJointLeave("2026-11-17");
  await move();
  const { database } = driver.api;
  const set = (dueAt: number) =>
    database.unitOfWork.run(systemContext("test", driver.api.clock.now), (tx) =>
      tx.run("UPDATE task SET due_at = ? WHERE instance_id = ?", [dueAt, idOf(instance.id)]),
    );
  await set(wib("2026-12-01T08:00"));
  expect(await faults()).toMatchObject([
    { table: "task", instanceId: idOf(instance.id), number: 1 },
  ]);
  await set(wib("2026-11-18T08:00"));
  expect(await faults()).toEqual([]);
});

test("a task whose time is in calendar days stays where it is", async () => {
  const { database } = driver.api;
  const { changes } = await database.unitOfWork.run(
    systemContext("test", driver.api.clock.now),
    (tx) =>
      tx.run(
        `UPDATE sop_version SET document = REPLACE(document, '"unit":"WORKING_DAY"', '"unit":"CALENDAR_DAY"')
          WHERE sop_id = ?`,
        [idOf(driver.sop("001"))],
      ),
  );
  expect(changes).toBeGreaterThan(0);
  // What a server knows of a version it knows for ever; another has not read it yet.
  const another = await driver.api.startAnother();
  try {
    at("2026-11-23T08:00");
    const sopId = driver.sop("001");
    const fields = "instance { id openTasks { dueAt } }";
    const input = { sopId };
    const { instance } = await driver.mutate("pemohon", "startInstance", input, fields, another);
    expect(await dueOf(instance)).toBe(wib("2026-11-24T08:00"));
    const { revision, days } = await desk.holidays();
    const day = { date: "2026-11-24", name: "Cuti bersama tambahan", kind: "JOINT_LEAVE" };
    const holidays = { year: 2026, expectedRevision: revision, days: [...days, day] };
    expect((await desk.saveHolidays(holidays, "admin", another)).userErrors).toEqual([]);
    await another.moveDeadlines();
    expect(await dueOf(instance)).toBe(wib("2026-11-24T08:00"));
  } finally {
    await another.stop();
  }
});
