import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseEvent } from "../../../domain/index.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import { WorkingCalendars } from "../../../server/runtime/working-calendars.js";
import type { AnyData } from "../../harness/test-api.js";
import { plainLedger } from "../../ledger/plain-ledger.js";
import { CaseDriver, HOUR, MINUTE, type ProcedureName } from "../cases/case-driver.js";
import { StatementProbe } from "../cases/statement-probe.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

const fields = `leadTime status timeShares { lane { key } state isRework clock working
  workingParts { isLate days hours minutes } }`;

/** Goes through a procedure to its end, each decision taking another outcome each time, held once. */
async function goThrough(name: ProcedureName): Promise<string> {
  let instance = await driver.start(name);
  const { id } = instance;
  const rounds = new Map<string, number>();
  for (let step = 0; instance.status !== "COMPLETED"; step += 1) {
    expect(step).toBeLessThan(60);
    driver.api.clock.advance(37 * MINUTE + step * 1013);
    const task = instance.openTasks[step % instance.openTasks.length];
    if (step % 3 === 0) {
      await driver.mutate(driver.workerOf(task), "claimTask", { taskId: task.id }, "task { id }");
      driver.api.clock.advance(step % 2 === 0 ? 20 * HOUR : 11 * MINUTE);
    }
    if (step === 2) await holdOvernight(id);
    const key = `${task.node.key}@${task.lane.key}`;
    const round = rounds.get(key) ?? 0;
    rounds.set(key, round + 1);
    const outcomes = task.outcomes ?? [];
    // The last outcome first, which mostly sends back.
    const outcome = outcomes.at(-1 - (round % Math.max(1, outcomes.length)))?.key;
    instance = await driver.step(instance, outcome === undefined ? key : `${key}:${outcome}`);
  }
  return id;
}

async function holdOvernight(instanceId: string): Promise<void> {
  await driver.mutate(
    "admin",
    "holdInstance",
    { instanceId, reason: "menunggu" },
    "instance { id }",
  );
  driver.api.clock.advance(17 * HOUR);
  await driver.mutate("admin", "resumeInstance", { instanceId }, "instance { id }");
}

/** The shares by lane, state and round, as the plain ledger names them. */
const byName = (shares: readonly AnyData[]): Map<string, AnyData> =>
  new Map(
    shares.map((one) => [`${one.lane.key} ${one.state} ${one.isRework ? "again" : "first"}`, one]),
  );

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe.each(["000", "001", "002", "003", "004a", "004b"] as const)("a case of %s", (name) => {
  test("has a lead time that its lanes share without remainder, as a plain count says", async () => {
    const id = await goThrough(name);
    driver.api.clock.advance(40 * HOUR);
    const { leadTime, timeShares } = await driver.read(id, fields);
    expect(sum(timeShares.map(({ clock }: AnyData) => clock))).toBe(leadTime);
    const { reader } = driver.api.database;
    const rows = await reader.all<Row & { at: number; events: string }>(
      "SELECT at, events FROM history_entry WHERE instance_id = ? ORDER BY seq",
      [parseGlobalId(id)?.id ?? 0],
    );
    const log = rows.map(({ at, events }) => ({ at, events: JSON.parse(events) as CaseEvent[] }));
    const calendar = await new WorkingCalendars().of(reader, 1);
    const { graph } = CaseDriver.procedure(name).document;
    const plain = plainLedger(graph, log, driver.api.clock.now(), calendar);
    const shares = byName(timeShares);
    expect([...shares.keys()].toSorted()).toEqual([...plain.keys()].toSorted());
    for (const [key, { clock, working }] of plain) {
      expect(Math.abs(shares.get(key)!.clock - clock), key).toBeLessThan(1000);
      expect(Math.abs(shares.get(key)!.working - working), key).toBeLessThan(1000);
    }
  });
});

test("a case that runs is told until now, in words of the office's working day", async () => {
  const { id } = await driver.start("000", {}, "budi");
  driver.api.clock.advance(24 * HOUR);
  const { leadTime, timeShares } = await driver.read(id, fields);
  expect(leadTime).toBe(24 * HOUR);
  expect(timeShares).toEqual([
    expect.objectContaining({ state: "QUEUE", isRework: false, clock: 24 * HOUR }),
  ]);
  const [{ working, workingParts }] = timeShares;
  expect(workingParts.days * 450 + workingParts.hours * 60 + workingParts.minutes).toBe(
    Math.floor(working / MINUTE),
  );
});

test("whoever may not read the case does not learn where its time went", async () => {
  const { id } = await driver.start("004b");
  driver.api.clock.advance(HOUR);
  const document = `query ($id: ID!) { node(id: $id) { ... on Instance { ${fields} } } }`;
  expect((await driver.gql("pemohon", document, { id })).node.timeShares).toHaveLength(1);
  expect((await driver.gql("pkykadis", document, { id })).node).toBeNull();
});

test("a list takes as many statements for many finished cases as for few", async () => {
  const probe = new StatementProbe(driver);
  const document = `query ($first: Int) { instances(first: $first, filter: { status: COMPLETED }) {
    nodes { id timeShares { clock working } } } }`;
  const counts = [];
  for (const first of [6, 2, 6]) {
    const { data, statements } = await probe.ask("admin", document, { first });
    expect((data as AnyData).instances.nodes).toHaveLength(first);
    counts.push(statements.length);
  }
  expect(counts[1]).toBe(counts[2]);
});
