import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData } from "../../harness/test-api.js";
import { ocelLedgers, ocelValue } from "../../throughput/read-ocel.js";
import { attributeOf, xesLedgers } from "../../throughput/read-xes.js";
import type { XmlElement } from "../../throughput/read-xml.js";
import { Dice } from "../../walks/dice.js";
import { CalendarDesk } from "../calendars/calendar-desk.js";
import { type CaseDriver, HOUR } from "../cases/case-driver.js";
import { tokenWith, write } from "../cases/people-of-the-test.js";
import { BusyOffice } from "./busy-office.js";
import { ExportDesk, storedLedgers, summed } from "./export-desk.js";

let days: CalendarDesk;
let driver: CaseDriver;
let desk: ExportDesk;

const period = { from: "2026-08-03", to: "2026-12-31" };
const idOf = (globalId: string): number => parseGlobalId(globalId)?.id ?? 0;
const nasty = `Map "merah" & <b>biru</b>\u0001 ]]> 'x'`;

/** Two offices at work, one case handed on, and a calendar that changes on the way. */
beforeAll(async () => {
  days = await CalendarDesk.open();
  driver = days.driver;
  desk = new ExportDesk(driver, { office: days.officeId, ...period });
  const office = new BusyOffice(driver, new Dice(7), ["000", "001", "002", "003", "004b"]);
  for (let step = 0; step < 75; step += 1) {
    if (step % 5 === 0) await office.start();
    else await office.step();
    if (step === 30) await days.addJointLeave("2026-08-06");
  }
  await handOn();
  await write(driver.api, "UPDATE instance SET title = ? WHERE id = 1", [nasty]);
  await write(driver.api, "UPDATE person SET name = ? WHERE username = 'budi'", [nasty]);
  await write(driver.api, "UPDATE sop SET title = ? WHERE id = ?", [
    nasty,
    idOf(driver.sop("000")),
  ]);
}, 180_000);
afterAll(() => days?.stop());

/** A task is claimed, given to another, given back, and done. */
async function handOn(): Promise<void> {
  const instance = await driver.start("000", {}, "budi");
  const [task] = instance.openTasks;
  const taskId = task.id;
  driver.api.clock.advance(3 * HOUR);
  await driver.mutate("budi", "claimTask", { taskId }, "task { id }");
  driver.api.clock.advance(HOUR);
  const personId = (await driver.gql("siti", "{ me { id } }")).me.id;
  const delegated = await driver.mutate(
    "budi",
    "delegateTask",
    { taskId, personId },
    "task { id }",
  );
  expect(delegated.userErrors).toEqual([]);
  driver.api.clock.advance(2 * HOUR);
  await driver.mutate("siti", "releaseTask", { taskId }, "task { id }");
  driver.api.clock.advance(HOUR);
  await driver.mutate("siti", "claimTask", { taskId }, "task { id }");
  driver.api.clock.advance(HOUR);
}

const tracesOf = (log: XmlElement): XmlElement[] =>
  log.children.filter(({ name }) => name === "trace");
const eventsOf = (trace: XmlElement): XmlElement[] =>
  trace.children.filter(({ name }) => name === "event");

async function casesOfOffice(): Promise<number[]> {
  const stored = await storedLedgers(driver);
  return [...stored.values()]
    .filter(({ officeId }) => officeId === idOf(days.officeId))
    .map(({ id }) => id);
}

describe("the totals", () => {
  test("of an XES are the ledger's, as stated and event by event, also after a calendar changed", async () => {
    const stored = await storedLedgers(driver);
    const ledgers = xesLedgers(await desk.xes("admin"));
    expect(ledgers.length).toBeGreaterThan(8);
    expect(ledgers.map(({ id }) => idOf(id))).toEqual(await casesOfOffice());
    for (const { id, stated, open, ofEvents } of ledgers) {
      const { ledger } = stored.get(idOf(id))!;
      expect(summed(stated), id).toEqual(summed(ledger));
      expect(summed([...ofEvents, ...open]), id).toEqual(summed(ledger));
      const { timeShares } = await driver.read(
        id,
        "timeShares { lane { key } state isRework clock working }",
      );
      const answered = timeShares.map((one: AnyData) => ({ ...one, lane: one.lane.key }));
      expect(summed(stated), id).toEqual(summed(answered));
    }
    const ended = [...stored.values()].filter(({ endedAt }) => endedAt !== null);
    expect(ended.length).toBeGreaterThan(0);
  });

  test("of an OCEL are the ledger's, by its tasks and by its events", async () => {
    const stored = await storedLedgers(driver);
    const log = await desk.ocel("manajer");
    const cases = log.objects.filter(({ type }) => type === "case");
    expect(cases.map(({ id }) => idOf(id))).toEqual(await casesOfOffice());
    for (const one of cases) {
      const { ledger, endedAt } = stored.get(idOf(one.id))!;
      const { ofTasks, ofEvents } = ocelLedgers(log, one.id);
      expect(summed(ofTasks), one.id).toEqual(summed(ledger));
      if (endedAt !== null) expect(summed(ofEvents), one.id).toEqual(summed(ledger));
      const sum = (kind: "clock" | "working") =>
        ledger.reduce((all, share) => all + share[kind], 0);
      expect(ocelValue(one, "clock")).toBe(String(sum("clock")));
      expect(ocelValue(one, "working")).toBe(String(sum("working")));
    }
  });
});

describe("what is told of a task", () => {
  const transitionsOf = async () => {
    const log = await desk.xes("admin", { sop: driver.sop("000") });
    const trace = tracesOf(log).at(-1)!;
    return eventsOf(trace).map((event) => [
      attributeOf(event, "lifecycle:transition"),
      attributeOf(event, "org:resource") ?? null,
      attributeOf(event, "state") ?? null,
      Number(attributeOf(event, "clock") ?? 0) / HOUR,
    ]);
  };

  test("is who had it, from when, and what the time before was", async () => {
    const transitions = await transitionsOf();
    const [opened, assigned, , reassigned, released, resumed] = transitions;
    expect(opened).toEqual(["schedule", null, null, 0]);
    expect(assigned).toEqual(["assign", expect.any(String), "QUEUE", 3]);
    const [budi, siti] = [assigned![1], reassigned![1]];
    expect(new Set([budi, siti]).size).toBe(2);
    expect(reassigned).toEqual(["reassign", siti, "WORK", 1]);
    expect(released).toEqual(["suspend", siti, "WORK", 2]);
    expect(resumed).toEqual(["resume", siti, "QUEUE", 1]);
  });

  test("follows its state in an OCEL", async () => {
    const log = await desk.ocel("admin", { sop: driver.sop("000") });
    const task = log.objects.filter(({ type }) => type === "task").at(-1)!;
    const states = task.attributes.filter(({ name }) => name === "state");
    expect(states.map(({ value }) => value)).toEqual(["QUEUE", "WORK", "QUEUE", "WORK"]);
    const times = states.map(({ time }) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("people", () => {
  test("are named to the manager of the office, and to nobody else", async () => {
    const token = await tokenWith(driver, "CASES_READ");
    const named = await desk.text("events.xes", "manajer");
    expect(named).toContain("(siti)");
    expect(named).toContain("&lt;b&gt;biru&lt;/b&gt;");
    for (const by of ["admin", "kadis", token]) {
      for (const file of ["events.xes", "events.ocel.json"]) {
        const text = await desk.text(file, by);
        expect(text).not.toContain("(siti)");
        expect(text).not.toMatch(/Siti|"Budi/);
        expect(text).toMatch(/"P1"/);
      }
    }
  });

  test("who ask for something themselves are never named", async () => {
    const log = await desk.ocel("manajer");
    const names = log.objects
      .filter(({ type }) => type === "person")
      .map((one) => ocelValue(one, "name")!);
    expect(names.some((name) => name.endsWith("(budi)"))).toBe(true);
    expect(names.filter((name) => name.includes("(pemohon)"))).toEqual([]);
  });
});

test("texts stay what they are, whatever is in them", async () => {
  const log = await desk.xes("manajer");
  const first = tracesOf(log).find((trace) => attributeOf(trace, "title") !== undefined)!;
  const shown = nasty.replace("\u0001", "\ufffd");
  expect(attributeOf(first, "title")).toBe(shown);
  const titles = tracesOf(log).map((trace) => attributeOf(trace, "sop_title"));
  expect(titles).toContain(shown);
  const ocel = await desk.ocel("manajer");
  expect(ocel.objects.map((one) => ocelValue(one, "title"))).toContain(nasty);
});

describe("which cases", () => {
  test("are those that ran at some time in the period", async () => {
    const stored = [...(await storedLedgers(driver)).values()];
    const own = stored.filter(({ officeId }) => officeId === idOf(days.officeId));
    const ended = own.filter(({ endedAt }) => endedAt !== null);
    expect(ended.length).toBeGreaterThan(1);
    const day = (at: number): string => new Date(at + 7 * HOUR).toISOString().slice(0, 10);
    for (const { endedAt, startedAt } of ended.slice(0, 3)) {
      const after = new Date(endedAt! + 31 * HOUR).toISOString().slice(0, 10);
      for (const [from, to] of [
        [day(startedAt), day(startedAt)],
        [day(endedAt!), day(endedAt!)],
        [after, "2026-12-31"],
      ] as const) {
        const begin = Date.parse(`${from}T00:00:00+07:00`);
        const end = Date.parse(`${to}T00:00:00+07:00`) + 24 * HOUR;
        const wanted = own.filter(
          (one) => one.startedAt < end && (one.endedAt ?? driver.api.clock.now()) >= begin,
        );
        const log = await desk.xes("admin", { from, to });
        const ids = tracesOf(log).map((trace) => idOf(attributeOf(trace, "concept:name")!));
        expect(ids, `${from} ${to}`).toEqual(wanted.map(({ id }) => id));
      }
    }
  });

  test("are none before the first, in the future, and of an SOP without any", async () => {
    for (const parameters of [
      { from: "2020-01-01", to: "2020-12-31" },
      { from: "2126-01-01", to: "2126-12-31" },
      { sop: driver.sop("004a") },
    ]) {
      expect(tracesOf(await desk.xes("admin", parameters))).toEqual([]);
      const { objects, events, eventTypes } = await desk.ocel("admin", parameters);
      expect([objects, events, eventTypes]).toEqual([[], [], []]);
    }
  });

  test("are all in a hundred years", async () => {
    const log = await desk.xes("admin", { from: "1990-01-01", to: "2089-12-31" });
    expect(tracesOf(log)).toHaveLength((await casesOfOffice()).length);
  });

  test("are of the SOPs and versions that were named, and never of another office", async () => {
    const stored = await driver.api.database.reader.all<
      Row & { id: number; sopId: number; versionId: number; officeId: number }
    >(
      "SELECT id, sop_id AS sopId, version_id AS versionId, office_id AS officeId FROM instance ORDER BY id",
      [],
    );
    const own = stored.filter(({ officeId }) => officeId === idOf(days.officeId));
    expect(own.length).toBeLessThan(stored.length);
    const two = [driver.sop("000"), driver.sop("003")];
    const log = await desk.xes("admin", { sop: two });
    const ids = tracesOf(log).map((trace) => idOf(attributeOf(trace, "concept:name")!));
    expect(ids.toSorted((a, b) => a - b)).toEqual(
      own.filter(({ sopId }) => two.map(idOf).includes(sopId)).map(({ id }) => id),
    );
    const { sopId, versionId } = own[0]!;
    const version = btoa(`SopVersion:${versionId}`).replaceAll("=", "");
    const ofVersion = await desk.xes("admin", { version });
    expect(tracesOf(ofVersion)).toHaveLength(own.filter((one) => one.sopId === sopId).length);
  });
});
