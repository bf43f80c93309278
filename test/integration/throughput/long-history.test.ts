import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addWorkingTime, dateOfDay, localDay, startOfDay } from "../../../domain/index.js";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { Database, Row } from "../../../server/persistence/database.js";
import { EnactedVersions } from "../../../server/runtime/enacted-version.js";
import { LedgerMerger } from "../../../server/runtime/throughput/ledger-merger.js";
import { rebuildLedger } from "../../../server/runtime/throughput/rebuild-ledger.js";
import { verifyLog } from "../../../server/runtime/verify-log.js";
import { readWorkingCalendar } from "../../../server/runtime/working-calendars.js";
import { rawParameters, rawReport } from "../../bench/throughput/raw-report.js";
import { type MadeHistory, makeHistory } from "../../history/make-history.js";
import { type AnyData, startTestApi, type TestApi } from "../../harness/test-api.js";
import { openTestDatabase, type TestDatabase } from "../../harness/test-database.js";

const until = Date.parse("2026-11-27T09:00:00Z");
const settings = { tasks: 1500, seed: 7, years: 2, until, openTasks: 60 };

let api: TestApi;
let made: MadeHistory;

beforeAll(async () => {
  api = await startTestApi({ at: until });
  made = await makeHistory(api.database, settings);
});
afterAll(() => api?.stop());

const rowsOf = (database: Database, sql: string): Promise<Row[]> => database.reader.all(sql, []);

async function countOf(sql: string): Promise<number> {
  const [row] = await rowsOf(api.database, `SELECT COUNT(*) AS n FROM ${sql}`);
  return Number(row?.["n"]);
}

describe("an office with a long history", () => {
  test("has about as much as was asked for, and says how much", async () => {
    expect(made.finishedTasks).toBeGreaterThan(1300);
    expect(made.finishedTasks).toBeLessThan(1700);
    expect(made.openTasks).toBeGreaterThan(30);
    expect(made.openTasks).toBeLessThan(90);
    expect(await countOf("instance")).toBe(made.cases);
    expect(await countOf("task WHERE is_open = 1")).toBe(made.openTasks);
    expect(await countOf("history_entry WHERE command = 'COMPLETE'")).toBe(made.finishedTasks);
  });

  test("has a log that is the log of what its rows say", async () => {
    const faults: unknown[] = [];
    const summary = await verifyLog(api.database.reader, (fault) => faults.push(fault));
    expect(faults).toEqual([]);
    expect(summary.instances).toBe(made.cases);
    expect(summary.entries).toBe(await countOf("history_entry"));
  });

  test("has everything that happens in an office, in its working hours and of its two versions", async () => {
    const commands = await rowsOf(api.database, "SELECT DISTINCT command FROM history_entry");
    expect(commands.map(({ command }) => command).toSorted()).toEqual(
      "CANCEL CHILD_COMPLETED CHILD_STARTED CLAIM COMMENT COMPLETE DELEGATE HOLD RECALL RELEASE RESUME RETURN START".split(
        " ",
      ),
    );
    expect(await countOf("task WHERE outcome IS NOT NULL")).toBeGreaterThan(50);
    const loops = `(SELECT instance_id FROM task GROUP BY instance_id, node_key, lane_key
      HAVING COUNT(*) > 1) again`;
    expect(await countOf(loops)).toBeGreaterThan(20);
    const revised = made.procedures.filter(({ versions }) => versions.length === 2);
    expect(revised).toHaveLength(2);
    for (const { versions } of revised) {
      for (const { rules } of versions) {
        const { versionId } = rules.version;
        expect(await countOf(`instance WHERE version_id = ${versionId}`)).toBeGreaterThan(10);
      }
    }
    expect(await countOf("instance WHERE parent_instance_id IS NOT NULL")).toBeGreaterThan(10);
    const began = await rowsOf(
      api.database,
      "SELECT started_at AS at FROM instance WHERE parent_instance_id IS NULL",
    );
    for (const { at } of began) {
      const local = new Date(Number(at) + 7 * 3_600_000);
      expect(local.getUTCDay() % 6, local.toISOString()).not.toBe(0);
      expect(local.getUTCHours()).toBeGreaterThanOrEqual(7);
      expect(local.getUTCHours()).toBeLessThan(17);
    }
    expect(await countOf(`history_entry WHERE at > ${until}`)).toBe(0);
  });

  test("has deadlines by the standard time, where nobody held the case", async () => {
    const calendar = await readWorkingCalendar(api.database.reader, made.office.id);
    const plans = new Map(
      made.procedures.flatMap(({ versions }) =>
        versions.map(({ rules }) => [rules.version.versionId, rules.version.plan] as const),
      ),
    );
    const tasks = await rowsOf(
      api.database,
      `SELECT i.version_id AS version, t.node_key AS node, t.opened_at AS opened, t.due_at AS due
        FROM task t JOIN instance i ON i.id = t.instance_id WHERE NOT EXISTS
        (SELECT 1 FROM history_entry h WHERE h.instance_id = i.id AND h.command = 'HOLD')`,
    );
    expect(tasks.length).toBeGreaterThan(1000);
    for (const { version, node, opened, due } of tasks) {
      const time = plans.get(Number(version))?.nodes.get(String(node))?.standardTime;
      expect(due).toBe(time ? addWorkingTime(calendar, Number(opened), time) : null);
    }
  });

  test("is read over the API by its manager, and worked on by its people", async () => {
    const manager = await api.signIn(made.office.managerName);
    const { instances } = await api.gql(
      manager,
      "{ instances(first: 50) { nodes { title status sop { office { id } } openTasks { id } } } }",
    );
    expect(instances.nodes).toHaveLength(50);
    expect(instances.nodes[0].sop.office.id).toBe(toGlobalId("Office", made.office.id));

    const [waiting] = await rowsOf(
      api.database,
      `SELECT t.id, p.username FROM task t JOIN position_holder h ON h.position_id = t.position_id
        JOIN person p ON p.id = h.person_id JOIN instance i ON i.id = t.instance_id
        WHERE t.status = 'OPEN' AND i.status = 'RUNNING' ORDER BY t.id LIMIT 1`,
    );
    const worker = await api.signIn(String(waiting?.["username"]));
    const { claimTask } = await api.gql(
      worker,
      `mutation Claim($input: TaskActionInput!) {
        claimTask(input: $input) { task { status } userErrors { code } } }`,
      { input: { taskId: toGlobalId("Task", Number(waiting?.["id"])) } },
    );
    expect(claimTask).toEqual({ task: { status: "CLAIMED" }, userErrors: [] });
    const { faults } = await verifyLog(api.database.reader, () => undefined);
    expect(faults).toBe(0);
  });

  test("is reported on, once it is added up, with the counts of plain SQL", async () => {
    const { database } = api;
    const merger = new LedgerMerger(database, new EnactedVersions());
    const ctx = systemContext("throughput:rebuild", () => api.clock.now());
    await rebuildLedger(database, merger, ctx, () => undefined);
    const manager = await api.signIn(made.office.managerName);
    const clocks = { utcOffset: 420 };
    const today = localDay(clocks, until);
    for (const { sopId, title, versions } of made.procedures) {
      const nodes = [...(versions[0]?.rules.version.plan.nodes.values() ?? [])];
      // A report counts a connector that waits as well, which is no task.
      const calling = nodes.filter(({ call }) => call !== null).map(({ parts }) => parts[0]?.lane);
      const [from, to] = [today - 90, today - 1];
      const scope = {
        officeId: toGlobalId("Office", made.office.id),
        sopIds: [toGlobalId("Sop", sopId)],
      };
      const input = { scope, period: { from: dateOfDay(from), to: dateOfDay(to) } };
      const { laneThroughput } = await api.gql(
        manager,
        `query Report($input: LaneThroughputInput!) { laneThroughput(input: $input) {
          lanes { lane { laneKey } arrived finished waiting } } }`,
        { input },
      );
      const moments = [startOfDay(clocks, from), startOfDay(clocks, to + 1)] as const;
      const raw = await database.reader.all(rawReport, rawParameters(sopId, ...moments));
      expect(raw.length, title).toBeGreaterThan(1);
      const told = laneThroughput.lanes.map((one: AnyData) => [one.lane.laneKey, one]);
      for (const { lane, ...counts } of raw) {
        if (calling.includes(String(lane))) continue;
        const { arrived, finished, waiting } = new Map<unknown, AnyData>(told).get(lane);
        expect([lane, arrived, finished, waiting]).toEqual([
          lane,
          ...["arrived", "finished", "waiting"].map((name) => Number(counts[name])),
        ]);
      }
    }
  });

  test("can have a second one beside it", async () => {
    const before = await countOf("instance");
    const second = await makeHistory(api.database, { ...settings, tasks: 100, openTasks: 10 });
    expect(second.office.code).not.toBe(made.office.code);
    expect(await countOf("instance")).toBe(before + second.cases);
    const { faults } = await verifyLog(api.database.reader, () => undefined);
    expect(faults).toBe(0);
  });
});

test("the same seed makes the same rows, another one others", async () => {
  const small = { ...settings, tasks: 200, openTasks: 10 };
  const tables = ["instance ORDER BY id", "task ORDER BY id", "history_entry ORDER BY 1, 2"];
  const databases: TestDatabase[] = [];
  const offices: number[] = [];
  const rows: Row[][][] = [];
  try {
    for (const seed of [1, 1]) {
      const opened = await openTestDatabase();
      databases.push(opened);
      offices.push((await makeHistory(opened.database, { ...small, seed })).office.id);
      const sqls = tables.map((table) => `SELECT * FROM ${table}`);
      rows.push(await Promise.all(sqls.map((sql) => rowsOf(opened.database, sql))));
    }
    expect(rows[0]?.flat().length).toBeGreaterThan(500);
    expect(rows[1]).toEqual(rows[0]);

    const { database } = databases[0]!;
    const other = await makeHistory(database, { ...small, seed: 2 });
    const began = (office: number | undefined) =>
      rowsOf(database, `SELECT started_at FROM instance WHERE office_id = ${office} ORDER BY id`);
    expect(await began(other.office.id)).not.toEqual(await began(offices[0]));
  } finally {
    for (const database of databases) await database.drop();
  }
});
