import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR, MINUTE } from "./case-driver.js";

let driver: CaseDriver;

// The office works by WIB, which is UTC+7: 07:30–12:00 and 13:00–16:00, on Friday to 11:30 and 16:30.
// Monday, 17 August 2026, is a holiday.
beforeAll(async () => {
  driver = await CaseDriver.start(Date.parse("2026-08-03T00:30:00Z"));
});
afterAll(() => driver?.stop());

const wib = (time: string): number => Date.parse(`${time}:00+07:00`);
const dueOf = (instance: AnyData): number => Date.parse(instance.openTasks[0].dueAt);

test.each([
  [
    "003",
    "1 hari",
    "Friday afternoon, over a weekend and a holiday",
    "2026-08-14T15:00",
    "2026-08-18T14:30",
  ],
  ["003", "1 hari", "a whole day", "2026-08-10T07:30", "2026-08-10T16:00"],
  ["000", "30 jam", "four whole days", "2026-08-10T07:30", "2026-08-13T16:00"],
  ["000", "30 jam", "over a weekend and a holiday", "2026-08-13T14:00", "2026-08-20T14:00"],
  ["002", "15 menit", "on a Saturday", "2026-08-15T10:00", "2026-08-18T07:45"],
  ["004a", "5 menit", "into the lunch break", "2026-08-11T11:58", "2026-08-11T13:03"],
  ["004b", "20 menit", "into the evening", "2026-08-14T16:25", "2026-08-18T07:45"],
] as const)("%s, %s: %s", async (name, _time, _what, from, due) => {
  driver.api.clock.set(wib(from));
  const instance = await driver.start(name);
  expect(Date.parse(instance.openTasks[0].openedAt)).toBe(wib(from));
  expect(new Date(dueOf(instance))).toEqual(new Date(wib(due)));
});

test("counts each step from when it opened, and tells what is overdue", async () => {
  driver.api.clock.set(wib("2026-09-01T08:00"));
  let instance = await driver.start("001");
  driver.api.clock.advance(2 * HOUR);
  instance = await driver.step(instance, "a1");
  expect(dueOf(instance)).toBe(wib("2026-09-02T10:00"));
  const taskId = instance.openTasks[0].id;
  const overdue = async () => {
    const { tasks } = await driver.gql(
      "rina",
      "{ tasks(filter: { overdue: true }) { nodes { id overdue } } }",
    );
    return tasks.nodes;
  };
  driver.api.clock.set(wib("2026-09-02T10:00"));
  expect(await overdue()).toEqual([]);
  driver.api.clock.advance(MINUTE);
  expect(await overdue()).toEqual([{ id: taskId, overdue: true }]);
  // Done too late stays late.
  const { task } = await driver.complete("rina", taskId);
  expect(task).toMatchObject({ status: "DONE", overdue: true });
  expect(await overdue()).toEqual([]);
});

test("a case that was held goes on with the working time that was left", async () => {
  const hold = (name: string, instanceId: string) =>
    driver.mutate(
      "manajer",
      name,
      { instanceId, ...(name === "holdInstance" && { reason: "x" }) },
      "instance { openTasks { dueAt overdue } }",
    );
  driver.api.clock.set(wib("2026-09-14T09:00"));
  const instance = await driver.start("001");
  expect(dueOf(instance)).toBe(wib("2026-09-15T09:00"));
  // 60 minutes are left, of which 30 before the day ends.
  driver.api.clock.set(wib("2026-09-15T08:00"));
  await hold("holdInstance", instance.id);
  driver.api.clock.set(wib("2026-09-18T16:00"));
  const resumed = (await hold("resumeInstance", instance.id)).instance;
  expect(dueOf(resumed)).toBe(wib("2026-09-21T08:00"));
  const { tasks } = await driver.gql("pemohon", "{ tasks(last: 1) { nodes { dueAt } } }");
  expect(Date.parse(tasks.nodes[0].dueAt)).toBe(wib("2026-09-21T08:00"));

  // What was late when it was held is late afterwards.
  driver.api.clock.set(wib("2026-09-21T09:00"));
  await hold("holdInstance", instance.id);
  driver.api.clock.advance(HOUR);
  const late = (await hold("resumeInstance", instance.id)).instance;
  expect(late.openTasks).toEqual([{ dueAt: "2026-09-21T01:00:00.000Z", overdue: true }]);
  await driver.expectWholeLog(instance.id);
});

test("the time of a case never runs backwards, whatever a server's clock says", async () => {
  driver.api.clock.set(wib("2026-09-07T09:00"));
  const instance = await driver.start("000", {}, "budi");
  await driver.as("budi");
  driver.api.clock.set(wib("2026-09-07T08:00"));
  const after = await driver.step(instance, "a1");
  expect(Date.parse(after.openTasks[0].openedAt)).toBe(wib("2026-09-07T09:00"));
  const { history } = await driver.read(instance.id, "history { at }");
  expect(history.map((entry: AnyData) => Date.parse(entry.at))).toEqual([
    wib("2026-09-07T09:00"),
    wib("2026-09-07T09:00"),
  ]);
});

test("a case begins at one instant, however the clock goes on meanwhile", async () => {
  driver.api.clock.set(wib("2026-09-08T09:00"));
  await driver.as("pemohon");
  driver.api.clock.tick(1);
  const instance = await driver.start("003");
  driver.api.clock.advance(0);
  const { history, startedAt, tasks } = await driver.read(
    instance.id,
    "startedAt history { at } tasks { openedAt }",
  );
  expect([history[0].at, tasks[0].openedAt]).toEqual([startedAt, startedAt]);
});
