import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import { findCaseHead } from "../../../server/persistence/case-store.js";
import type { Row } from "../../../server/persistence/database.js";
import type { CaseChange } from "../../../server/runtime/case-change.js";
import { changeBusOf } from "../../../server/runtime/change-bus.js";
import { type EventStream, openEventStream } from "../../harness/event-stream.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { testDialect } from "../../harness/test-database.js";
import { freshRunner } from "./fresh-runner.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
/** Where one listens, and where things happen. */
let here: TestApi;
let there: TestApi;
const open: EventStream[] = [];

beforeAll(async () => {
  driver = await CaseDriver.start();
  here = driver.api;
  there = await here.startAnother();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await there?.stop();
  await driver?.stop();
});

const idOf = (globalId: string): number => parseGlobalId(globalId)?.id ?? 0;

async function listen(username: string, query: string): Promise<EventStream> {
  const { headers } = await driver.as(username);
  const stream = await openEventStream(here.url, query, headers);
  open.push(stream);
  return stream;
}

const act = (by: string, name: string, taskId: string, api = there): Promise<AnyData> =>
  driver.mutate(by, name, { taskId }, "task { status }", api);

const hold = (instanceId: string, api = there): Promise<AnyData> =>
  driver.mutate(
    "manajer",
    "holdInstance",
    { instanceId, reason: "Menunggu" },
    "instance { status }",
    api,
  );

/** Holds the case there by a clock of its own, and commits when that may be. */
function holdThere(instanceId: string, now: () => number, mayCommit = Promise.resolve()) {
  const { database } = there;
  const runner = freshRunner(database);
  const ctx = systemContext("test", now);
  let onWritten: () => void = () => undefined;
  const written = new Promise<void>((resolve) => (onWritten = resolve));
  const done = database.unitOfWork.run(ctx, async (tx) => {
    const head = await findCaseHead(tx, idOf(instanceId));
    if (!head) throw new Error(`No case ${instanceId}`);
    await runner.run(ctx, tx, head, { type: "HOLD", reason: "Menunggu" }, []);
    onWritten();
    await mayCommit;
  });
  return { written, done };
}

/** Collects what a server publishes of the cases from now on; the answer waits for so many of them. */
function published(api: TestApi, after: number) {
  // A server may still be about to hear of what earlier tests did.
  const changes = changeBusOf(api.database).subscribe(({ instanceId }) => instanceId > after);
  const seen: CaseChange[] = [];
  return async (entries: number): Promise<readonly CaseChange[]> => {
    while (seen.length < entries) {
      const { value } = await changes.next();
      if (value) seen.push(value);
    }
    return seen
      .map((change) => ({ ...change, personIds: change.personIds.toSorted((a, b) => a - b) }))
      .sort((one, other) => one.instanceId - other.instanceId || one.seq - other.seq);
  };
}

test("whoever listens here sees what is done there, each once and as it was done", async () => {
  const instance = await driver.start("000", {}, "budi");
  const taskId = instance.openTasks[0].id;
  const worklist = await listen("siti", "subscription { worklistChanged { instanceId taskIds } }");
  const following = await listen(
    "siti",
    `subscription { instanceChanged(id: "${instance.id}") { id status openTasks { status assignee { username } } } }`,
  );
  // From both servers in turn, and each waits for the event of the one before.
  for (const [name, status, api] of [
    ["claimTask", "CLAIMED", there],
    ["releaseTask", "OPEN", here],
    ["claimTask", "CLAIMED", there],
    ["releaseTask", "OPEN", there],
    ["claimTask", "CLAIMED", here],
  ] as const) {
    expect((await act("budi", name, taskId, api)).userErrors).toEqual([]);
    const assignee = status === "CLAIMED" ? { username: "budi" } : null;
    expect(await following.next()).toEqual({
      data: {
        instanceChanged: { id: instance.id, status: "RUNNING", openTasks: [{ status, assignee }] },
      },
    });
    expect(await worklist.next()).toEqual({
      data: { worklistChanged: { instanceId: instance.id, taskIds: [taskId] } },
    });
  }
  expect((await hold(instance.id)).userErrors).toEqual([]);
  expect(await following.next()).toMatchObject({ data: { instanceChanged: { status: "HELD" } } });
  expect(await worklist.next()).toEqual({
    data: { worklistChanged: { instanceId: instance.id, taskIds: [] } },
  });
});

test("both servers publish the same of a whole run of cases", async () => {
  const toFork = ["a1", "a2", "a3", "a4", "a5:a5-f1"];
  const before = idOf((await driver.start("000", {}, "budi")).id);
  const [seenHere, seenThere] = [published(here, before), published(there, before)];
  const made = await Promise.all(Array.from({ length: 6 }, () => driver.start("004a")));
  await Promise.all(
    made.map(async (instance) => {
      const forked = await driver.steps(instance, ...toFork);
      await Promise.all(
        forked.openTasks.map((task: AnyData, index: number) =>
          driver.complete(driver.workerOf(task), task.id, {}, index % 2 === 0 ? here : there),
        ),
      );
    }),
  );
  const keys = (): Promise<Row[]> =>
    here.database.reader.all(
      "SELECT instance_id AS instanceId, seq FROM history_entry WHERE instance_id >= ? ORDER BY instance_id, seq",
      [Math.min(...made.map(({ id }) => idOf(id)))],
    );
  const { length } = await keys();
  await Promise.all([seenHere(length), seenThere(length)]);
  // Whatever were told twice would come before these, or in their stead.
  for (const { id } of made) await hold(id);
  const [fromHere, fromThere] = [
    await seenHere(length + made.length),
    await seenThere(length + made.length),
  ];
  expect(fromHere).toEqual(fromThere);
  expect(fromHere.map(({ instanceId, seq }) => ({ instanceId, seq }))).toEqual(await keys());
});

describe.skipIf(testDialect === "sqlite")("on servers with connections of their own", () => {
  test("what is committed long after later entries were seen is not missed", async () => {
    const late = await driver.start("000", {}, "budi");
    const later = await driver.start("000", {}, "budi");
    const followsLate = await listen(
      "siti",
      `subscription { instanceChanged(id: "${late.id}") { status } }`,
    );
    const followsLater = await listen(
      "siti",
      `subscription { instanceChanged(id: "${later.id}") { status } }`,
    );
    const { clock } = there;
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    const { written, done } = holdThere(late.id, clock.now, mayCommit);
    await written;
    clock.advance(90_000);
    await hold(later.id);
    expect(await followsLater.next()).toEqual({ data: { instanceChanged: { status: "HELD" } } });
    commit();
    await done;
    expect(await followsLate.next()).toEqual({ data: { instanceChanged: { status: "HELD" } } });
  });

  test("what a server with a clock that runs behind does is seen", async () => {
    const instance = await driver.start("000", {}, "budi");
    const following = await listen(
      "siti",
      `subscription { instanceChanged(id: "${instance.id}") { status } }`,
    );
    const { clock } = here;
    clock.advance(3_600_000);
    const other = await driver.start("000", {}, "budi");
    const followsOther = await listen(
      "siti",
      `subscription { instanceChanged(id: "${other.id}") { status } }`,
    );
    await hold(other.id);
    expect(await followsOther.next()).toEqual({ data: { instanceChanged: { status: "HELD" } } });
    await holdThere(instance.id, () => clock.now() - 45_000).done;
    expect(await following.next()).toEqual({ data: { instanceChanged: { status: "HELD" } } });
  });

  test("a lost connection is got over", async () => {
    const instance = await driver.start("000", {}, "budi");
    const following = await listen(
      "siti",
      `subscription { instanceChanged(id: "${instance.id}") { status } }`,
    );
    const connections = await here.database.reader.all<Row & { id: number }>(
      "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
      [],
    );
    expect(connections.length).toBeGreaterThan(0);
    for (const { id } of connections) {
      await there.database.reader.all(`KILL ${id}`, []).catch(() => undefined);
    }
    await expect
      .poll(() => hold(instance.id).then(({ userErrors }) => userErrors, String))
      .toEqual([]);
    expect(await following.next()).toEqual({ data: { instanceChanged: { status: "HELD" } } });
  });

  test("looks at the log's index alone", async () => {
    const plan = await here.database.reader.all<Row & { key: string; Extra: string }>(
      `EXPLAIN SELECT instance_id AS instanceId, seq, at FROM history_entry
        WHERE at >= 1 AND (at > 1 OR instance_id > 0 OR (instance_id = 0 AND seq > 0))
        ORDER BY at, instance_id, seq LIMIT 1000`,
      [],
    );
    expect(plan[0]).toMatchObject({ key: "ix_history_entry_at" });
    expect(plan[0]?.Extra).toContain("Using index");
    expect(plan[0]?.Extra).not.toContain("filesort");
  });
});
