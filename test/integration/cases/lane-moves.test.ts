import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { DraftDesk, update } from "../sops/draft-desk.js";
import { AppointmentDesk } from "../people/appointment-desk.js";
import { type CaseDriver, taskFields } from "./case-driver.js";

let book: AppointmentDesk;
let driver: CaseDriver;
let drafts: DraftDesk;

beforeAll(async () => {
  book = await AppointmentDesk.start();
  ({ driver } = book);
  drafts = await DraftDesk.open(driver);
});
afterAll(() => book?.stop());

/** A draft of the procedure in which the step stands in another lane, and nothing else is changed. */
async function moved(step: string, lane: string): Promise<AnyData> {
  const input = { sopId: driver.sop("000") };
  const revised = await driver.mutate("admin", "reviseSop", input, "version { id }");
  const draft = await drafts.read(revised.version.id);
  const { rowNumber: _, ...node } = draft.nodes.find(({ key }: AnyData) => key === step);
  return drafts.edited(draft, update("NODES", { ...node, parts: [{ laneKey: lane }] }));
}

/** It comes into force after the version before it, which the clock that stands has just brought. */
async function enact(version: AnyData): Promise<void> {
  await drafts.enacted(version);
  driver.api.clock.advance(1000);
}

/** Whether the task is in somebody's worklist of what they can act on. */
async function reaches(username: string, taskId: string): Promise<boolean> {
  const { tasks } = await driver.gql(username, "{ tasks(first: 100) { nodes { id } } }");
  return tasks.nodes.some(({ id }: AnyData) => id === taskId);
}

test("a box in another lane of a new version reaches other people, in new cases only", async () => {
  const running = await driver.start("000");
  await enact(await moved("a2", "kepala-bidang"));
  const next = await driver.start("000");
  const versions = [running, next].map(({ version }) => version.version);
  expect(versions[1]).toBe(versions[0] + 1);
  const second = async (instance: AnyData) => (await driver.step(instance, "a1")).openTasks[0];
  const [old, young] = [await second(running), await second(next)];
  expect(old).toMatchObject({ node: { key: "a2" }, lane: { key: "kasi" } });
  expect(young).toMatchObject({ node: { key: "a2" }, lane: { key: "kepala-bidang" } });
  for (const [task, mine, others] of [
    [old, "kasiaplikasi", "kabid"],
    [young, "kabid", "kasiaplikasi"],
  ] as const) {
    expect(await reaches(mine, task.id)).toBe(true);
    expect(await reaches(others, task.id)).toBe(false);
    const { userErrors } = await driver.mutate(
      others,
      "claimTask",
      { taskId: task.id },
      "task { id }",
    );
    expect(userErrors[0].code).toBe("WRONG_LANE");
  }
  // And whoever is Plh. that day, of the new lane as of the old one, without anything being set.
  const today = book.appointment("kabid-aptika", "wati", "PLH", "2026-08-10", "2026-08-10");
  await book.done("admin", "appointHolder", today);
  expect(await reaches("wati", young.id)).toBe(true);
  expect(await reaches("wati", old.id)).toBe(false);
  const { task } = await driver.complete("wati", young.id);
  expect(task).toMatchObject({ status: "DONE", assignee: { username: "wati" } });
  const after = await driver.step(await driver.read(running.id), "a2");
  expect(after.openTasks[0]).toMatchObject({ node: { key: "a3" } });
  for (const { id } of [running, next]) await driver.expectWholeLog(id);
});

test("a lane that nobody works is told of, enacted all the same, and its tasks wait in sight", async () => {
  book.setClock("2026-08-11 08:00");
  const [holder] = await book.book("kasi-litik");
  await book.done("admin", "endAppointment", { appointmentId: holder!["id"] });
  const draft = await moved("a2", "kasi");
  const lane = { key: "kasi", name: "Kasi", bindingType: "POSITION" };
  const bound = await drafts.edited(
    draft,
    update("LANES", { ...lane, positionId: drafts.position("kasi-litik") }),
  );
  const vacant = async () => {
    const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
      vacantLanes { key position { code } } problems { rule } } } }`;
    return (await driver.gql("kadis", document, { id: bound.id })).node;
  };
  expect(await vacant()).toEqual({
    vacantLanes: [{ key: "kasi", position: { code: "trenggalek-kominfo.kasi-litik" } }],
    problems: [],
  });
  await enact(bound);
  const waiting = await driver.step(await driver.start("000"), "a1");
  const { id } = waiting.openTasks[0];
  const read = () => driver.read(waiting.id, `openTasks { ${taskFields} nobodyHolds }`);
  expect((await read()).openTasks).toEqual([expect.objectContaining({ id, nobodyHolds: true })]);

  const plt = book.appointment("kasi-litik", "kasilitik", "PLT", "2026-08-12", "2026-09-12");
  await book.done("manajer", "appointHolder", plt);
  expect((await vacant()).vacantLanes).toHaveLength(1);
  book.setClock("2026-08-12 00:00");
  expect((await vacant()).vacantLanes).toEqual([]);
  expect((await read()).openTasks[0].nobodyHolds).toBe(false);
  expect(await reaches("kasilitik", id)).toBe(true);
});
