import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseEvent, Graph } from "../../../domain/index.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData } from "../../harness/test-api.js";
import { type PlainStay, plainStays } from "../../ledger/plain-stays.js";
import { Dice } from "../../walks/dice.js";
import { testDialect } from "../../harness/test-database.js";
import { CaseDriver, type ProcedureName } from "../cases/case-driver.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { BusyOffice } from "./busy-office.js";
import { itemsQuery, reportQuery } from "./report-query.js";

let driver: CaseDriver;
let officeId: string;

const procedures = ["000", "001", "003", "004b"] as const;

/** Two weeks of the office: cases that loop, are held and cancelled, and some that still run. */
beforeAll(async () => {
  driver = await CaseDriver.start();
  const { me } = await driver.gql("admin", "{ me { office { id } } }");
  officeId = me.office.id;
  const office = new BusyOffice(driver, new Dice(11), procedures);
  for (let no = 0; no < 10; no += 1) await office.start();
  for (let step = 0; step < 80; step += 1) await office.step();
}, 120_000);
afterAll(() => driver?.stop());

const period = { from: "2026-08-10", to: "2026-10-31" };

async function report(input: object = {}, by = "admin"): Promise<AnyData> {
  const whole = { scope: { officeId }, period, bucket: "DAY", ...input };
  return (await driver.gql(by, reportQuery, { input: whole })).laneThroughput;
}

/** Everything behind a number, through all pages. */
async function allItems(input: object): Promise<{ readonly total: number; nodes: AnyData[] }> {
  const nodes: AnyData[] = [];
  let total = 0;
  for (let after: string | null = null; ;) {
    const variables: object = { input, first: 7, after };
    const { throughputCases }: AnyData = await driver.gql("admin", itemsQuery, variables);
    total = throughputCases.totalCount;
    nodes.push(...throughputCases.nodes);
    if (!throughputCases.pageInfo.hasNextPage) return { total, nodes };
    after = throughputCases.pageInfo.endCursor;
  }
}

interface PlainCase {
  readonly graph: Graph;
  readonly stays: readonly PlainStay[];
  readonly status: string;
}

async function plainCases(name: ProcedureName | null): Promise<PlainCase[]> {
  const { reader } = driver.api.database;
  const rows = await reader.all<
    Row & { id: number; status: string; document: string; title: string }
  >(
    `SELECT i.id, i.status, v.document, s.title FROM instance i
      JOIN sop_version v ON v.id = i.version_id JOIN sop s ON s.id = i.sop_id`,
    [],
  );
  const title = name && CaseDriver.procedure(name).title;
  const cases: PlainCase[] = [];
  for (const { id, status, document, ...row } of rows) {
    if (title !== null && row.title !== title) continue;
    const log = await reader.all<Row & { at: number; events: string }>(
      "SELECT at, events FROM history_entry WHERE instance_id = ? ORDER BY seq",
      [id],
    );
    const { graph } = JSON.parse(document) as { graph: Graph };
    const events = log.map(({ at, events: text }) => ({
      at,
      events: JSON.parse(text) as CaseEvent[],
    }));
    cases.push({ graph, status, stays: plainStays(graph, events) });
  }
  return cases;
}

const count = <T>(items: readonly T[], isOne: (item: T) => boolean): number =>
  items.filter(isOne).length;

describe("the report of one SOP", () => {
  test.each(procedures)("of %s counts what its log says, lane by lane", async (name) => {
    const { lanes, cases } = await report({ scope: { officeId, sopIds: [driver.sop(name)] } });
    const plain = await plainCases(name);
    const stays = plain.flatMap((one) => one.stays);
    expect(stays.length).toBeGreaterThan(3);
    for (const lane of lanes) {
      const own = stays.filter((stay) => stay.lane === lane.lane.laneKey);
      expect(lane).toMatchObject({
        arrived: own.length,
        finished: count(own, ({ isDone }) => isDone),
        withdrawn: count(own, ({ endedAt, isDone }) => endedAt !== null && !isDone),
        waiting: count(own, ({ endedAt }) => endedAt === null),
        rework: count(own, ({ isDone, isRework }) => isDone && isRework),
      });
      const open = own.filter(({ endedAt }) => endedAt === null);
      const oldest = Math.min(...open.map(({ openedAt }) => openedAt));
      expect(lane.oldest ? Date.parse(lane.oldest.since) : Infinity).toBe(oldest);
    }
    expect(cases).toMatchObject({
      started: plain.length,
      completed: count(plain, ({ status }) => status === "COMPLETED"),
      cancelled: count(plain, ({ status }) => status === "CANCELLED"),
      running: count(plain, ({ status }) => status === "RUNNING" || status === "HELD"),
    });
  });

  test.each(procedures)("of %s has as much time in it as its cases", async (name) => {
    const scope = { officeId, sopIds: [driver.sop(name)] };
    const { lanes, steps, course } = await report({ scope });
    const { instances } = await driver.gql(
      "admin",
      `query ($filter: InstanceFilter) { instances(first: 100, filter: $filter) {
        nodes { timeShares { lane { key } state isRework clock working } } } }`,
      { filter: { sopId: driver.sop(name) } },
    );
    const shares = instances.nodes.flatMap(({ timeShares }: AnyData) => timeShares);
    const sumOf = (some: readonly AnyData[], scale: string): number =>
      some.reduce((all, one) => all + one[scale], 0);
    for (const { lane, working, clock } of lanes) {
      const own = shares.filter((share: AnyData) => share.lane.key === lane.laneKey);
      expect(working.total).toBe(sumOf(own, "working"));
      expect(clock.total).toBe(sumOf(own, "clock"));
      const queue = own.filter((share: AnyData) => share.state === "QUEUE" && !share.isRework);
      expect(working.queue).toBe(sumOf(queue, "working"));
      const ofSteps = steps.filter((step: AnyData) => step.lane.id === lane.id);
      expect(sumOf(ofSteps, "working")).toBe(working.total);
      const inCourse = course.flatMap((step: AnyData) =>
        step.lanes.filter(({ laneId }: AnyData) => laneId === lane.id),
      );
      expect(sumOf(inCourse, "working")).toBe(working.total);
    }
  });
});

test("what requesters do themselves is never late of the office", async () => {
  const { lanes } = await report();
  const own = lanes.filter(({ lane }: AnyData) => lane.isRequesters);
  expect(own.some(({ finished }: AnyData) => finished > 0)).toBe(true);
  const due = await driver.api.database.reader.all(
    `SELECT l.no FROM ledger_stay l JOIN task t ON t.instance_id = l.instance_id AND t.no = l.no
      WHERE t.position_id IS NULL AND l.ending = 'DONE' AND l.due_at IS NOT NULL`,
    [],
  );
  expect(due.length).toBeGreaterThan(0);
  for (const { withStandard, onTime } of own) expect([withStandard, onTime]).toEqual([0, 0]);
});

test("arrivals are what left and what waiting grew by, step by step of the course", async () => {
  const { course, lanes } = await report();
  const waiting = new Map<string, number>(lanes.map(({ lane }: AnyData) => [lane.id, 0]));
  let running = 0;
  for (const step of course) {
    running += step.started - step.completed - step.cancelled;
    expect(step.running).toBe(running);
    for (const lane of step.lanes) {
      const now = waiting.get(lane.laneId)! + lane.arrived - lane.finished - lane.withdrawn;
      expect(lane.waiting).toBe(now);
      waiting.set(lane.laneId, now);
    }
  }
  for (const { lane, waiting: atEnd } of lanes) expect(waiting.get(lane.id)).toBe(atEnd);
});

test("days, weeks and months tell the same of the same period", async () => {
  const [days, weeks, months] = await Promise.all(
    ["DAY", "WEEK", "MONTH"].map((bucket) => report({ bucket })),
  );
  const whole = ({ cases, lanes, steps, handOvers }: AnyData) => ({
    cases,
    lanes,
    steps,
    handOvers,
  });
  expect(whole(weeks)).toEqual(whole(days));
  expect(whole(months)).toEqual(whole(days));
});

test("every number opens as many cases as it says", async () => {
  const scope = { officeId };
  const { cases, lanes, handOvers } = await report();
  const asked: { input: AnyData; number: number }[] = [
    { input: { measure: "CASES_STARTED" }, number: cases.started },
    { input: { measure: "CASES_COMPLETED" }, number: cases.completed },
    { input: { measure: "CASES_CANCELLED" }, number: cases.cancelled },
    { input: { measure: "CASES_RUNNING" }, number: cases.running },
    ...cases.histogram.map((bar: AnyData) => ({
      input: { measure: "CASES_COMPLETED", bar: bar.index },
      number: bar.count,
    })),
    ...handOvers.map((pair: AnyData) => ({
      input: { measure: "HANDED_OVER", fromLaneId: pair.from.id, laneId: pair.to.id },
      number: pair.count,
    })),
  ];
  for (const lane of lanes) {
    const numbers = {
      ARRIVED: lane.arrived,
      FINISHED: lane.finished,
      WITHDRAWN: lane.withdrawn,
      WAITING: lane.waiting,
      REWORK: lane.rework,
      ON_TIME: lane.onTime,
      LATE: lane.withStandard - lane.onTime,
    };
    for (const [measure, number] of Object.entries(numbers)) {
      asked.push({ input: { measure, laneId: lane.lane.id }, number });
    }
  }
  for (const { input, number } of asked) {
    const { total, nodes } = await allItems({ scope, period, ...input });
    expect({ ...input, total, listed: nodes.length }).toEqual({
      ...input,
      total: number,
      listed: number,
    });
  }
});

test("what was open at the end of a day that is over can be opened as well", async () => {
  const { course } = await report();
  const middle = course[Math.floor(course.length / 3)];
  const until = { from: "2026-08-10", to: middle.from };
  for (const { laneId, waiting } of middle.lanes) {
    const input = { scope: { officeId }, period: until, measure: "WAITING", laneId };
    const { total, nodes } = await allItems(input);
    expect([total, nodes.length]).toEqual([waiting, waiting]);
  }
});

test.runIf(testDialect === "sqlite")(
  "what is open is found as such, and not by going through all that ever opened",
  async () => {
    const probe = new StatementProbe(driver);
    for (const measure of ["WAITING", "CASES_RUNNING"]) {
      const input = { scope: { officeId }, period, measure };
      const { statements } = await probe.ask("admin", itemsQuery, { input });
      const lists = statements.filter((sql) => /FROM ledger_(stay|case) t\b/.test(sql));
      expect(lists.length).toBeGreaterThan(0);
      for (const sql of lists) {
        const params = Array.from({ length: sql.split("?").length - 1 }, () => 1);
        const plan = await driver.api.database.reader.all(`EXPLAIN QUERY PLAN ${sql}`, params);
        const text = JSON.stringify(plan);
        expect(text).toMatch(/ix_ledger_(stay_ended|case_open)/);
        expect(text).not.toMatch(/ix_ledger_(stay_opened|case_started)/);
      }
    }
  },
);

test("percentiles are within the stated error of the exact ones, of every lane", async () => {
  const { lanes } = await report();
  const rows = await driver.api.database.reader.all<Row & AnyData>(
    `SELECT l.lane_key AS lane, l.version_id AS version, l.queue, l.work, l.is_rework AS again
      FROM ledger_stay l WHERE l.ending = 'DONE'`,
    [],
  );
  const { sops } = await driver.gql(
    "admin",
    `{ sops(first: 20) { nodes { versions { id
    lanes { key bindingType position { code } } } } } }`,
  );
  const codes = new Map<string, string>();
  for (const { versions } of sops.nodes) {
    for (const version of versions) {
      for (const lane of version.lanes) {
        const id = parseGlobalId(version.id)?.id;
        if (lane.position) codes.set(`${id} ${lane.key}`, lane.position.code);
      }
    }
  }
  let compared = 0;
  for (const lane of lanes.filter((one: AnyData) => one.lane.position)) {
    const own = rows.filter(
      ({ version, lane: key, again }) =>
        codes.get(`${version} ${key}`) === lane.lane.position.code && again === 0,
    );
    for (const [times, kind] of [
      [lane.queueTimes, "queue"],
      [lane.workTimes, "work"],
    ] as const) {
      expect(times.count).toBe(own.length);
      const sorted = own.map((row) => row[kind] as number).toSorted((a, b) => a - b);
      for (const [name, part] of [
        ["p50", 0.5],
        ["p90", 0.9],
        ["p95", 0.95],
      ] as const) {
        if (sorted.length === 0) {
          expect(times[name]).toBeNull();
          continue;
        }
        const exact = sorted[Math.floor(part * (sorted.length - 1))]!;
        expect(Math.abs(times[name] - exact)).toBeLessThanOrEqual(exact * 0.01 + 0.5);
        compared += 1;
      }
      const sum = sorted.reduce((all, one) => all + one, 0);
      expect(times.mean).toBe(sorted.length === 0 ? null : Math.round(sum / sorted.length));
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("a task is due in the ledger when the office was told that it is", async () => {
  await report();
  const rows = await driver.api.database.reader.all<Row & { ledger: number; task: number }>(
    `SELECT l.due_at AS ledger, t.due_at AS task FROM ledger_stay l
      JOIN task t ON t.instance_id = l.instance_id AND t.no = l.no`,
    [],
  );
  expect(rows.filter(({ task }) => task !== null).length).toBeGreaterThan(20);
  for (const { ledger, task } of rows) expect(ledger).toBe(task);
});
