import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workingTimeBetween } from "../../../domain/index.js";
import { listCalendarChanges } from "../../../server/features/calendars/calendar-change-list.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { noteTimeZoneChange } from "../../../server/runtime/calendar-changes.js";
import { readWorkingCalendar } from "../../../server/runtime/working-calendars.js";
import type { AnyData } from "../../harness/test-api.js";
import { CalendarDesk, idOf, sixDays, wib } from "./calendar-desk.js";

let desk: CalendarDesk;
let elsewhere: string;
beforeAll(async () => {
  desk = await CalendarDesk.open();
  const { offices } = await desk.driver.gql("admin", "{ offices { id } }");
  elsewhere = offices.find(({ id }: AnyData) => id !== desk.officeId).id;
});
afterAll(() => desk?.stop());

const DAY = 86_400_000;
const worked = async (officeId: string, from: string, at: number | null = null) => {
  const { reader } = desk.driver.api.database;
  const calendar = await readWorkingCalendar(reader, idOf(officeId), at);
  return workingTimeBetween(calendar, wib(`${from}T00:00`), wib(`${from}T00:00`) + DAY) / 60_000;
};

describe("reading", () => {
  test("an office goes by the calendar for all until it has its own", async () => {
    const calendar = await desk.calendar();
    expect(calendar).toMatchObject({ isOwn: false, revision: 0, timeZone: "Asia/Jakarta" });
    expect(calendar.minutesPerWorkingDay).toBe(450);
    expect(calendar.weekly.map(({ weekday }: AnyData) => weekday)).toEqual([1, 2, 3, 4, 5]);
    expect(await desk.calendar(null)).toMatchObject({ isOwn: false, revision: 1, office: null });
  });

  test("the year view says of each day whether it is worked and why", async () => {
    expect(await desk.day("2026-08-14")).toMatchObject({ isWorked: true, minutes: 450 });
    expect(await desk.day("2026-08-15")).toMatchObject({ isWorked: false, reason: "WEEKLY_REST" });
    expect(await desk.day("2026-08-17")).toEqual({
      date: "2026-08-17",
      isWorked: false,
      minutes: 0,
      reason: "HOLIDAY",
      names: ["Hari Kemerdekaan Republik Indonesia"],
      spans: [],
    });
    expect(await desk.day("2026-05-15")).toMatchObject({ reason: "JOINT_LEAVE", isWorked: false });
  });

  test("staff read it and cannot edit; a year that no calendar has is refused", async () => {
    expect(await desk.calendar(desk.officeId, "budi")).toMatchObject({ canEdit: false });
    const input = { ...(await desk.asInput()), expectedRevision: 0 };
    const payload = await desk.save(input, "budi");
    expect(payload).toMatchObject({ calendar: null, userErrors: [{ code: "FORBIDDEN" }] });
    const { revision, days } = await desk.holidays();
    const holidays = { year: 2026, expectedRevision: revision, days };
    expect((await desk.saveHolidays(holidays, "manajer")).userErrors[0].code).toBe("FORBIDDEN");
    const preview = await desk.driver.gql(
      "budi",
      "query ($input: SaveHolidaysInput!) { previewHolidays(input: $input) { preview { movedTasks } userErrors { code } } }",
      { input: holidays },
    );
    expect(preview.previewHolidays).toEqual({
      preview: null,
      userErrors: [{ code: "FORBIDDEN" }],
    });
    const { errors } = await desk.driver.api.send(
      await desk.driver.as("admin"),
      "{ holidays(year: 12) { days { date } } }",
    );
    expect(errors?.[0]?.extensions["code"]).toBe("OUT_OF_RANGE");
  });
});

describe("editing", () => {
  test("the calendar for all can be edited; of the first revision in a moment nothing was before", async () => {
    const input = await desk.asInput(null);
    const long = desk.driver.api.clock.now() - 400 * DAY;
    const saved = await desk.save({ ...input, minutesPerWorkingDay: 460 });
    expect(saved).toMatchObject({ userErrors: [], calendar: { revision: 2, isOwn: false } });
    expect(await desk.calendar()).toMatchObject({ minutesPerWorkingDay: 460 });
    // Before there was a calendar, what was counted was counted by the first.
    expect(await worked(desk.officeId, "2026-08-14", long)).toBe(450);
    const zone = await desk.save({ ...input, expectedRevision: 2, timeZone: "Asia/Makassar" });
    expect(zone.userErrors).toMatchObject([{ code: "INVALID", field: "input.timeZone" }]);
    const back = await desk.save({ ...input, expectedRevision: 2 });
    expect(back).toMatchObject({ userErrors: [], calendar: { revision: 3 } });
  });

  test("an office's clocks may be set elsewhere too: they are noted as a change of its calendar", async () => {
    const { database, clock } = desk.driver.api;
    const ctx = systemContext("test", clock.now);
    const stamp = async () => (await readWorkingCalendar(database.reader, idOf(elsewhere))).stamp;
    const before = await stamp();
    const note = (from: string, to: string) =>
      database.unitOfWork.run(ctx, (tx) => noteTimeZoneChange(tx, ctx, idOf(elsewhere), from, to));
    await note("Asia/Jakarta", "Asia/Jakarta");
    expect(await stamp()).toBe(before);
    await note("Asia/Jakarta", "Asia/Makassar");
    expect(await stamp()).toBe(before + 1);
  });

  test("an office's own calendar counts there and nowhere else, and is a revision of its own", async () => {
    const input = {
      ...sixDays,
      officeId: elsewhere,
      expectedRevision: 0,
      timeZone: "Asia/Makassar",
      periods: [
        {
          from: "2027-02-08",
          to: "2027-03-09",
          name: "Ramadan",
          weekly: sixDays.weekly.slice(0, 5),
        },
      ],
      daysOff: [{ date: "2026-08-24", name: "Hari jadi kota" }],
      extraDays: [
        {
          date: "2026-08-16",
          name: "Pelayanan akhir pekan",
          spans: [{ from: "08:00", to: "12:00" }],
        },
      ],
      worksThrough: ["2026-08-17"],
    };
    const { node: office } = await desk.driver.gql(
      "admin",
      "query ($id: ID!) { node(id: $id) { ... on Office { name timeZone revision } } }",
      { id: elsewhere },
    );
    const { calendar, userErrors } = await desk.save(input);
    expect(userErrors).toEqual([]);
    // Whoever had the office open would set its clocks back without a word.
    const late = { ...office, officeId: elsewhere };
    expect(
      (await desk.driver.mutate("admin", "updateOffice", late, "office { id }")).userErrors,
    ).toMatchObject([{ code: "CONFLICT", field: "input.revision" }]);
    expect(calendar).toMatchObject({ isOwn: true, revision: 1, minutesPerWorkingDay: 480 });
    expect(calendar.timeZone).toBe("Asia/Makassar");
    const reasons = ["2026-08-15", "2026-08-16", "2026-08-17", "2026-08-24", "2027-02-13"];
    const days = await Promise.all(reasons.map((date) => desk.day(date, elsewhere)));
    expect(days.map(({ reason, minutes }) => [reason, minutes])).toEqual([
      ["WORKING_DAY", 450],
      ["EXTRA_DAY", 240],
      ["WORKED_THROUGH", 450],
      ["OFFICE_DAY_OFF", 0],
      ["WEEKLY_REST", 0],
    ]);
    expect(await desk.calendar()).toMatchObject({ isOwn: false, timeZone: "Asia/Jakarta" });
    const entry = (await desk.audited("CALENDAR_CHANGED")).at(-1);
    expect(entry).toMatchObject({ actor: "Ratna Wulandari", office: idOf(elsewhere) });
    expect(entry.changes).toContainEqual({
      field: "minutesPerWorkingDay",
      before: "450",
      after: "480",
    });
    expect(entry.changes).toContainEqual({
      field: "dayOff.2026-08-24",
      before: null,
      after: "Hari jadi kota",
    });
  });

  test("what was saved from another revision is a conflict that tells what is there now", async () => {
    const input = await desk.asInput(elsewhere);
    const [first, second] = await Promise.all([
      desk.save({ ...input, minutesPerWorkingDay: 420 }),
      desk.save({ ...input, minutesPerWorkingDay: 400 }),
    ]);
    const codes = [first, second].map(({ userErrors }) =>
      userErrors.map(({ code }: AnyData) => code),
    );
    expect(codes.toSorted((a, b) => a.length - b.length)).toEqual([[], ["CONFLICT"]]);
    const won = codes[0]?.length === 0 ? 420 : 400;
    for (const { calendar } of [first, second]) {
      expect(calendar).toMatchObject({ minutesPerWorkingDay: won, revision: 2 });
    }
    // The same again is no change, and no revision.
    const same = await desk.save({ ...input, minutesPerWorkingDay: won, expectedRevision: 2 });
    expect(same).toMatchObject({ userErrors: [], calendar: { revision: 2 } });
  });

  test("what makes no sense is refused by its field, and changes nothing", async () => {
    const input = { ...(await desk.asInput(elsewhere)), officeId: elsewhere };
    const monday = (...spans: [string, string][]) => ({
      weekly: [{ weekday: 1, spans: spans.map(([from, to]) => ({ from, to })) }],
    });
    const period = { from: "2027-02-08", to: "2027-03-09", name: "Ramadan", weekly: [] };
    const refused = async (change: object) => {
      const { userErrors, calendar } = await desk.save({ ...input, ...change });
      expect(calendar).toBeNull();
      return userErrors.map(({ code, field }: AnyData) => `${field} ${code}`);
    };
    for (const [change, expected] of [
      [{ weekly: [] }, "input.weekly NO_WORKING_HOURS"],
      [{ minutesPerWorkingDay: 0 }, "input.minutesPerWorkingDay OUT_OF_RANGE"],
      [monday(["12:00", "08:00"]), "input.weekly.1 HOURS_REVERSED"],
      [monday(["08:00", "12:00"], ["11:00", "15:00"]), "input.weekly.1 HOURS_OVERLAP"],
      [monday(["08:00", "26:00"]), "input.weekly.1 NO_SUCH_TIME"],
      [{ weekly: [{ weekday: 9, spans: [] }] }, "input.weekly.0.weekday OUT_OF_RANGE"],
      [{ periods: [period, period] }, "input.periods.1.from PERIODS_OVERLAP"],
      [{ periods: [{ ...period, to: "2077-03-09" }] }, "input.periods.0.to PERIOD_TOO_LONG"],
      [{ periods: [{ ...period, from: "2027-02-31" }] }, "input.periods.0.from NO_SUCH_DATE"],
      [{ daysOff: [{ date: "2026-13-01", name: "x" }] }, "input.daysOff.0.date NO_SUCH_DATE"],
      [
        { extraDays: [{ date: "2026-08-16", name: "x", spans: [] }] },
        "input.extraDays.0.hours NO_WORKING_HOURS",
      ],
      [{ worksThrough: ["kemarin"] }, "input.worksThrough.0 NO_SUCH_DATE"],
      [{ timeZone: "Europe/Berlin" }, "input.timeZone INVALID"],
      [{ officeId: "xyz" }, "input.officeId NOT_FOUND"],
    ] as const) {
      expect(await refused(change)).toEqual([expected]);
    }
    const days = Array.from({ length: 1001 }, (_, index) => ({
      date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      name: "Libur",
    }));
    expect(await refused({ daysOff: days })).toEqual(["input.daysOff TOO_LARGE"]);
    expect(await desk.calendar(elsewhere)).toMatchObject({ revision: 2 });
  });

  test("holidays are refused by their field, conflict by the year, and are kept as they were", async () => {
    const { revision, days } = await desk.holidays(2027);
    const save = (more: object[], change: object = {}) =>
      desk.saveHolidays({
        year: 2027,
        expectedRevision: revision,
        days: [...days, ...more],
        ...change,
      });
    const day = { date: "2027-12-22", name: "Cuti bersama tambahan", kind: "JOINT_LEAVE" };
    const codeOf = ({ userErrors }: AnyData) => `${userErrors[0].field} ${userErrors[0].code}`;
    const at = `input.days.${days.length}`;
    expect(codeOf(await save([{ ...day, date: "2026-12-24" }]))).toBe(`${at}.date NO_SUCH_DATE`);
    expect(codeOf(await save([{ ...day, name: "" }]))).toBe(`${at}.name NAME_MISSING`);
    expect(codeOf(await save([{ ...day, name: "x".repeat(300) }]))).toBe(`${at}.name TOO_LARGE`);
    expect(codeOf(await save([], { days: [days[0], days[0]] }))).toBe(
      "input.days.1.date DUPLICATE_DAY",
    );
    expect((await desk.holidays(2027)).days).toEqual(days);

    const before = desk.driver.api.clock.now();
    desk.driver.api.clock.advance(60_000);
    const saved = await save([day]);
    expect(saved.userErrors).toEqual([]);
    expect(saved.holidays.days).toContainEqual({ ...day, basis: "" });
    const stale = await save([]);
    expect(stale.userErrors[0].code).toBe("CONFLICT");
    expect(stale.holidays).toEqual(saved.holidays);
    // Another year is another table: nobody is in the way there.
    expect((await desk.addJointLeave("2025-12-24")).userErrors).toEqual([]);
    // What counted on an earlier day can still be had.
    expect(await worked(desk.officeId, "2027-12-22")).toBe(0);
    expect(await worked(desk.officeId, "2027-12-22", before)).toBe(450);
    const { holidays } = saved;
    const without = holidays.days.filter(({ date }: AnyData) => date !== "2027-12-22");
    const back = { year: 2027, expectedRevision: holidays.revision, days: without };
    expect((await desk.saveHolidays(back)).userErrors).toEqual([]);
    expect(await worked(desk.officeId, "2027-12-22")).toBe(450);
  });

  test("an office goes by the calendar for all again, and by its own as of before", async () => {
    const before = desk.driver.api.clock.now();
    desk.driver.api.clock.advance(60_000);
    const drop = (expectedRevision: number) =>
      desk.driver.mutate(
        "admin",
        "dropWorkingCalendar",
        { officeId: elsewhere, expectedRevision },
        "calendar { isOwn revision minutesPerWorkingDay }",
      );
    expect((await drop(1)).userErrors[0].code).toBe("CONFLICT");
    expect(await drop(2)).toMatchObject({
      userErrors: [],
      calendar: { isOwn: false, revision: 3, minutesPerWorkingDay: 450 },
    });
    // A Saturday of the six days' week, which the office kept by WITA.
    expect(await worked(elsewhere, "2026-08-15")).toBe(0);
    expect(await worked(elsewhere, "2026-08-15", before)).toBe(450);
    expect((await desk.audited("CALENDAR_DROPPED")).at(-1)).toMatchObject({
      office: idOf(elsewhere),
    });
  });

  test("its changes are listed with who and what, newest first, a page at a time", async () => {
    const document = `query ($id: ID, $after: String) { workingCalendar(officeId: $id) {
      changes(first: 2, after: $after) { nodes { seq kind isForAll actorName fields { field before after } }
        pageInfo { hasNextPage endCursor } } } }`;
    const read = async (after: string | null) =>
      (await desk.driver.gql("admin", document, { id: elsewhere, after })).workingCalendar.changes;
    const first = await read(null);
    expect(first.nodes[0]).toMatchObject({ kind: "CALENDAR", isForAll: false });
    expect(first.nodes[0].fields).toContainEqual({
      field: "weekly.6",
      before: "07:30–12:00, 13:00–16:00",
      after: null,
    });
    const second = await read(first.pageInfo.endCursor);
    const { reader } = desk.driver.api.database;
    const { statements } = await countStatements(() =>
      listCalendarChanges(reader, idOf(elsewhere), { first: 20 }),
    );
    expect(statements).toHaveLength(1);
    const seqs = [...first.nodes, ...second.nodes].map(({ seq }: AnyData) => seq);
    expect(seqs).toEqual(seqs.toSorted((a: number, b: number) => b - a));
    expect(second.nodes).toContainEqual(
      expect.objectContaining({ kind: "HOLIDAYS", isForAll: true, actorName: "Ratna Wulandari" }),
    );
  });
});
