import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stuckArms } from "../../../server/features/throughput/stuck-sources.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { copyCases } from "../cases/many-tasks.js";
import { endPositions } from "../cases/people-of-the-test.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { StuckDesk } from "./stuck-desk.js";

let desk: StuckDesk;
let probe: StatementProbe;

const many = 2300;

beforeAll(async () => {
  desk = await StuckDesk.start();
  const { driver } = desk;
  desk.at("2026-08-10 07:30");
  probe = new StatementProbe(driver);
  for (const name of ["000", "001", "003", "004a", "004b"] as const) {
    for (let count = 0; count < 4; count += 1) {
      const instance = await driver.start(name);
      const by = driver.workerOf(instance.openTasks[0]);
      const taskId = instance.openTasks[0].id;
      if (count % 2 === 0) await desk.act(by, "claimTask", { taskId });
    }
    const further = await driver.start(name);
    await driver.steps(further, further.openTasks[0].node.key);
  }
  const atKabid = await driver.start("004b");
  await driver.steps(atKabid, "b1", "b2", "b3", "b4");
  const held = await driver.start("000");
  await desk.act("manajer", "holdInstance", { instanceId: held.id, reason: "libur" });
  await endPositions(driver.api, "agendaris");
  await copyCases(driver, await driver.start("000"), many);
  if (driver.api.database.dialect === "mariadb") {
    await driver.api.database.unitOfWork.run(
      systemContext("test", driver.api.clock.now),
      async (tx) => void (await tx.all("ANALYZE TABLE task, instance", [])),
    );
  }
  desk.at("2026-08-25 10:00");
});
afterAll(() => desk?.stop());

const document = `query ($input: StuckWorkInput!) { stuckWork(input: $input) {
  total isCut office { name } lanes { id total position { name }
    items { nodes { key reason action alternatives openSince openFor { days hours minutes }
      remindedAt assigneeAwayUntil
      instance { id title requesterName sop { title } }
      task { id status canClaim canRelease timeLeftParts { isLate days hours minutes }
        node { text } lane { name position { name holders { id name } } } assignee { name } }
      waitingCall { sop { title } } } } } } }`;

/**
 * The positions that nobody holds and the list itself; of what hangs on it: the office, tasks, cases and
 * SOPs, positions by id and by code, who holds them, whose claims are of no use, reminders, and who is on
 * leave and the people, of those who have a task and then of the others who hold its position.
 */
const statementsOfList = 15;

test("the list costs so many statements, however many rows it has", async () => {
  const ask = (first: number) =>
    probe.ask("manajer", document, { input: { officeId: desk.officeId(), first } });
  await ask(20);
  const few = await ask(2);
  const more = await ask(100);
  const rows = ({ data }: Awaited<ReturnType<typeof ask>>): number =>
    data.stuckWork.lanes.flatMap(({ items }: { items: { nodes: unknown[] } }) => items.nodes)
      .length;
  expect(rows(few)).toBeLessThan(20);
  expect(rows(more)).toBeGreaterThan(110);
  expect(few.statements).toHaveLength(statementsOfList);
  expect(more.statements).toHaveLength(statementsOfList);
  const { length } = more.statements.filter((sql) => sql.includes("at_sort"));
  expect(length).toBe(1);
});

test("the count costs two, and says no more than 99", async () => {
  const { data, statements } = await probe.ask(
    "manajer",
    "query ($id: ID!) { stuckCount(officeId: $id) { count hasMore } }",
    { id: desk.officeId() },
  );
  expect(data.stuckCount).toEqual({ count: 99, hasMore: true });
  expect(statements).toHaveLength(2);
});

test("of more than 2,000 past their deadline the oldest are told, and that there are more", async () => {
  const all = await desk.ask();
  expect(all.isCut).toBe(true);
  expect(all.overdue).toBeLessThanOrEqual(2010);
  const narrow = await desk.ask({ sopIds: [desk.driver.sop("001")] });
  expect(narrow).toMatchObject({ isCut: false, total: 5 });
});

test("every arm of tasks is led by an index of what is open, and none begins with the cases", async () => {
  const { database, clock } = desk.api;
  const explain = database.dialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  const now = clock.now();
  const question = {
    ...{ officeId: 1, sopIds: [1, 2], lane: null, now },
    ...{ soonUntil: now + 86_400_000, idleSince: now, vacantIds: [1, 2] },
  };
  const arms = stuckArms(question, 2000).filter(({ sql }) => sql.includes("FROM task t"));
  expect(arms).toHaveLength(3);
  for (const { sql, params } of arms) {
    const plan = await database.reader.all(`${explain} ${sql}`, [...params]);
    const text = JSON.stringify(plan);
    expect(text).toMatch(/ix_task_(due|lane)_open/);
    // Cases are looked up by their key, one for each task.
    expect(text).not.toMatch(/"key":"ix_instance|USING (COVERING )?INDEX ix_instance|SCAN i\b/);
  }
});
