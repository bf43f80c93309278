import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { Dice } from "../../walks/dice.js";
import { CalendarDesk, wib } from "../calendars/calendar-desk.js";
import type { CaseDriver } from "../cases/case-driver.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { BusyOffice } from "./busy-office.js";
import { mergeAll, mergerOn } from "./ledger-content.js";
import { itemsQuery, reportQuery } from "./report-query.js";

let desk: CalendarDesk;
let driver: CaseDriver;
let officeId: string;

beforeAll(async () => {
  desk = await CalendarDesk.open();
  ({ driver, officeId } = desk);
});
afterAll(() => desk?.stop());

const august = { from: "2026-08-01", to: "2026-08-31" };

/** Whole answers, errors and all. */
async function ask(by: string | null, input: object): Promise<AnyData> {
  const client = by === null ? null : await driver.as(by);
  return driver.api.send(client, reportQuery, { input });
}

async function report(input: object = {}, by = "admin"): Promise<AnyData> {
  const { data, errors } = await ask(by, { scope: { officeId }, period: august, ...input });
  expect(errors).toBeUndefined();
  return data.laneThroughput;
}

const codeOf = ({ errors }: AnyData): string | undefined => errors?.[0]?.extensions.code;

/** Everything in an answer that is a number. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}

describe("a period", () => {
  test("of a hundred years is told by months", async () => {
    await driver.start("004b");
    const years = { from: "1960-01-01", to: "2059-12-31" };
    const found = await report({ period: years });
    expect(found).toMatchObject({ bucket: "MONTH", cases: { started: 1, running: 1 } });
    expect(found.course).toHaveLength(800);
    expect(found.course.at(-1)).toMatchObject({ from: "2026-08-01", to: "2026-08-31" });
    const refused = await ask("admin", { scope: { officeId }, period: years, bucket: "DAY" });
    expect(refused.errors[0].extensions).toMatchObject({ code: "OUT_OF_RANGE" });
  });

  test("that is still to come has nothing in it, and no step", async () => {
    const found = await report({ period: { from: "2027-03-01", to: "2027-03-31" } });
    expect(found.course).toEqual([]);
    expect(found.bottleneck).toBeNull();
    expect(found.lanes.every((lane: AnyData) => lane.arrived === 0 && lane.oldest === null)).toBe(
      true,
    );
    expect(found.cases).toMatchObject({ started: 0, completed: 0, standard: null, histogram: [] });
  });

  test("that ends before it begins is refused", async () => {
    const refused = await ask("admin", {
      scope: { officeId },
      period: { from: "2026-08-02", to: "2026-08-01" },
    });
    expect(refused.errors[0].extensions).toMatchObject({
      code: "DATES_REVERSED",
      field: "input.period.to",
    });
  });

  test("before the office had Alur has zeros, and no number that is none", async () => {
    const found = await report({ period: { from: "2001-01-01", to: "2001-12-31" } });
    expect(found.cases).toMatchObject({ started: 0, running: 0 });
    expect(found.cases.leadTimes).toEqual({
      count: 0,
      mean: null,
      p50: null,
      p90: null,
      p95: null,
    });
    expect(found.lanes[0].share).toBeNull();
    expect(numbersIn(found).every(Number.isFinite)).toBe(true);
  });
});

describe("whose work", () => {
  test("is told to managers, approvers and admins of it, and to nobody else", async () => {
    const input = { scope: { officeId }, period: august };
    for (const by of ["admin", "manajer"]) expect((await ask(by, input)).errors).toBeUndefined();
    for (const by of ["pemohon", "budi"]) expect(codeOf(await ask(by, input))).toBe("FORBIDDEN");
    expect(codeOf(await ask(null, input))).toBe("UNAUTHENTICATED");
  });

  test("is told person by person to the manager of the office alone", async () => {
    expect((await report({}, "admin")).people).toBeNull();
    expect((await report({}, "manajer")).people).toEqual([]);
    const { me } = await driver.gql("manajer", "{ me { id } }");
    const input = { scope: { officeId }, period: august, measure: "FINISHED", personId: me.id };
    const refused = await driver.api.send(await driver.as("admin"), itemsQuery, { input });
    expect(codeOf(refused)).toBe("FORBIDDEN");
  });

  test("person by person is counted of what is finished alone, and is what its list has", async () => {
    const { me } = await driver.gql("budi", "{ me { id } }");
    const person = { scope: { officeId }, period: august, personId: me.id };
    const ask = async (input: object): Promise<AnyData> =>
      driver.api.send(await driver.as("manajer"), itemsQuery, { input: { ...person, ...input } });
    for (const measure of ["ARRIVED", "WAITING", "REWORK", "CASES_STARTED"]) {
      const { errors } = await ask({ measure });
      expect(errors[0].extensions).toMatchObject({ code: "INVALID", field: "input.personId" });
    }
    const { data } = await ask({ measure: "FINISHED" });
    expect(data.throughputCases.nodes).toHaveLength(data.throughputCases.totalCount);
  });

  test("in a bar that no case can fill is refused", async () => {
    const input = { scope: { officeId }, period: august, measure: "CASES_COMPLETED", bar: 5000 };
    const refused = await driver.api.send(await driver.as("admin"), itemsQuery, { input });
    expect(codeOf(refused)).toBe("OUT_OF_RANGE");
  });

  test("that is of no office, or of another one, is refused", async () => {
    const other = driver.sop("001");
    const unknown = Buffer.from("Sop:99999").toString("base64url");
    for (const scope of [
      { officeId: other },
      { officeId, sopIds: [unknown] },
      { officeId, versionIds: [Buffer.from("SopVersion:99999").toString("base64url")] },
      { officeId, sopIds: Array.from({ length: 51 }, () => other) },
    ]) {
      const { errors } = await ask("admin", { scope, period: august });
      expect(["NOT_FOUND", "OUT_OF_RANGE"]).toContain(errors[0].extensions.code);
    }
  });

  test("may be an SOP that never ran: its lanes stand there with zeros", async () => {
    const found = await report({ scope: { officeId, sopIds: [driver.sop("003")] } });
    expect(found.lanes.length).toBeGreaterThan(2);
    expect(found.steps).toEqual([]);
    expect(found.cases.standard).toBeGreaterThan(0);
    expect(numbersIn(found).every(Number.isFinite)).toBe(true);
  });
});

test("days are the office's own, on both sides of its midnight", async () => {
  driver.api.clock.set(wib("2026-08-12T23:59"));
  const scope = { officeId, sopIds: [driver.sop("000")] };
  await driver.start("000", {}, "budi");
  driver.api.clock.set(wib("2026-08-13T00:01"));
  await driver.start("000", {}, "budi");
  const { course } = await report({ scope });
  const started = (day: string): number =>
    course.find((step: AnyData) => step.from === day).started;
  expect([started("2026-08-12"), started("2026-08-13")]).toEqual([1, 1]);
});

test("a clock that is set back makes no negative time, and loses no case", async () => {
  driver.api.clock.set(wib("2026-08-20T10:00"));
  const instance = await driver.start("004b");
  driver.api.clock.set(wib("2026-08-20T08:00"));
  await driver.mutate(
    "admin",
    "holdInstance",
    { instanceId: instance.id, reason: "jam mundur" },
    "instance { id }",
  );
  const scope = { officeId, sopIds: [driver.sop("004b")] };
  const found = await report({ scope });
  const signed = found.lanes.flatMap((lane: AnyData) => [
    ...Object.values<number>(lane.working),
    ...Object.values<number>(lane.clock),
    lane.waiting,
  ]);
  expect(signed.every((value: number) => value >= 0)).toBe(true);
  // What began behind now is in the lists as it is in the numbers.
  for (const measure of ["CASES_STARTED", "CASES_RUNNING", "ARRIVED", "WAITING"]) {
    const input = { scope, period: august, measure };
    const { throughputCases } = await driver.gql("admin", itemsQuery, { input, first: 100 });
    expect([measure, throughputCases.nodes.length]).toEqual([measure, throughputCases.totalCount]);
  }
  driver.api.clock.set(wib("2026-08-20T12:00"));
  expect((await report({ scope })).cases.started).toBe(found.cases.started);
});

test("an SOP that was retired is told of as before", async () => {
  const id = driver.sop("003");
  driver.api.clock.set(wib("2026-08-21T08:00"));
  await driver.start("003");
  const scope = { officeId, sopIds: [id] };
  const before = await report({ scope });
  await driver.mutate("admin", "retireSop", { sopId: id }, "sop { id }");
  const after = await report({ scope });
  expect(before.cases.started).toBe(1);
  expect({ ...after, asOf: null }).toEqual({ ...before, asOf: null });
});

test("a report held against another period has both from one moment", async () => {
  const { asOf, compared } = await report({
    comparedWith: { period: { from: "2026-07-01", to: "2026-07-31" } },
  });
  expect(compared).toMatchObject({ asOf, from: "2026-07-01", cases: { started: 0 } });
});

test("what is not added up yet is in the report all the same", async () => {
  driver.api.clock.set(wib("2026-08-24T08:00"));
  const office = new BusyOffice(driver, new Dice(21), ["000", "001", "004b"]);
  await mergeAll(mergerOn(driver.api.database));
  for (let step = 0; step < 12; step += 1) {
    await (step % 3 === 0 ? office.start() : office.step());
  }
  // As where another server's sums lie in the way for the time that a report waits.
  const { ledger } = driver.api;
  const catchUp = ledger.catchUp.bind(ledger);
  ledger.catchUp = () => Promise.resolve(false);
  const before = await report();
  ledger.catchUp = catchUp;
  const after = await report();
  expect(before.cases.started).toBeGreaterThan(5);
  expect(after).toEqual(before);
});

test("a report takes as many statements for many cases as for few", async () => {
  const probe = new StatementProbe(driver);
  const variables = { input: { scope: { officeId }, period: august } };
  // The first reads the versions, which are kept.
  await probe.ask("manajer", reportQuery, variables);
  const first = await probe.ask("manajer", reportQuery, variables);
  const office = new BusyOffice(driver, new Dice(4), ["000"]);
  for (let no = 0; no < 4; no += 1) await office.start();
  // The first after a change reads what changed.
  await probe.ask("manajer", reportQuery, variables);
  const second = await probe.ask("manajer", reportQuery, variables);
  expect(second.statements.length).toBe(first.statements.length);
});

test("what is over keeps its working time in lists, whatever the calendar says since", async () => {
  driver.api.clock.set(wib("2026-09-01T08:00"));
  const instance = await driver.start("000", {}, "budi");
  driver.api.clock.set(wib("2026-09-03T08:00"));
  await driver.steps(instance, instance.openTasks[0].node.key);
  const day = { from: "2026-09-03", to: "2026-09-03" };
  const input = {
    scope: { officeId, sopIds: [driver.sop("000")] },
    period: day,
    measure: "FINISHED",
  };
  const list = async (): Promise<number[]> =>
    (await driver.gql("admin", itemsQuery, { input })).throughputCases.nodes.map(
      ({ working }: AnyData) => working,
    );
  // A case that is over keeps the calendar of its end.
  const over = { instanceId: instance.id, reason: "selesai di sini" };
  await driver.mutate("admin", "cancelInstance", over, "instance { id }");
  const before = await list();
  expect(before.length).toBeGreaterThan(0);
  expect(Math.max(...before)).toBeGreaterThan(0);
  driver.api.clock.set(wib("2026-09-04T08:00"));
  await desk.addJointLeave("2026-09-02");
  expect(await list()).toEqual(before);
});
