import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver.stop());

const codes = ({ userErrors }: AnyData): string[] => userErrors.map(({ code }: AnyData) => code);

/** A loan of the Smart Center up to its second numbered step, and that open task. */
async function loan(): Promise<{ instance: AnyData; task: AnyData }> {
  const begun = await driver.start("004a");
  const instance = await driver.step(begun, driver.openSteps(begun)[0]!);
  return { instance, task: instance.openTasks[0] };
}

const flow = `id status returnTargets { visit node { key } tasks { assignee { username } } }
  canRecall requirements { text met given { reference } owedBy { key } }`;

async function readTask(by: string, id: string): Promise<AnyData> {
  const document = `query ($id: ID!) { node(id: $id) { ... on Task { ${flow} } } }`;
  return (await driver.gql(by, document, { id })).node;
}

const back = (by: string, task: AnyData, input: object) =>
  driver.mutate(
    by,
    "returnTask",
    { taskId: task.id, ...input },
    "instance { id openTasks { node { key } } }",
  );

describe("returnTask", () => {
  test("sends the case back, with the reason for all to read; the same key has one effect", async () => {
    const { instance, task } = await loan();
    const worker = driver.workerOf(task);
    const { returnTargets } = await readTask(worker, task.id);
    expect(returnTargets).toHaveLength(1);
    const [target] = returnTargets;
    const input = {
      visit: target.visit,
      reason: "Surat belum ditandatangani",
      idempotencyKey: "k",
    };
    const first = await back(worker, task, input);
    expect(codes(first)).toEqual([]);
    expect(first.instance.openTasks.map(({ node }: AnyData) => node.key)).toEqual([
      target.node.key,
    ]);
    const before = await driver.trace(instance.id);
    expect(codes(await back(worker, task, input))).toEqual([]);
    expect(await driver.trace(instance.id)).toEqual(before);
    const { history, tasks, visits } = await driver.read(
      instance.id,
      "history { command events } tasks { status } visits { no status node { key } }",
    );
    expect(history.at(-1)).toMatchObject({ command: "RETURN" });
    expect(history.at(-1).events[0]).toMatchObject({ reason: "Surat belum ditandatangani" });
    expect(tasks.map(({ status }: AnyData) => status)).toEqual(["WITHDRAWN", "WITHDRAWN", "OPEN"]);
    expect(visits.map(({ status }: AnyData) => status)).toEqual(["UNDONE", "UNDONE", "OPEN"]);
    await driver.expectWholeLog(instance.id);
    const done = await driver.read(instance.id);
    expect(await driver.step(done, target.node.key)).toMatchObject({ status: "RUNNING" });
  });

  test("is refused without a reason, elsewhere than back, to outsiders and where it is held", async () => {
    const { instance, task } = await loan();
    const worker = driver.workerOf(task);
    const before = await driver.trace(instance.id);
    for (const [by, input, code] of [
      [worker, { visit: 1, reason: "  " }, "REASON_REQUIRED"],
      [worker, { visit: 2, reason: "x" }, "NOT_AN_ANCESTOR"],
      [worker, { visit: 99, reason: "x" }, "NOT_AN_ANCESTOR"],
      ["pkykasi", { visit: 1, reason: "x" }, "NOT_FOUND"],
    ] as const) {
      expect(codes(await back(by, task, input)), code).toEqual([code]);
    }
    expect(await driver.trace(instance.id)).toEqual(before);
    const held = { instanceId: instance.id, reason: "libur" };
    await driver.mutate("manajer", "holdInstance", held, "instance { id }");
    expect(codes(await back(worker, task, { visit: 1, reason: "x" }))).toEqual(["INSTANCE_HELD"]);
  });
});

describe("recallTask", () => {
  const recall = (by: string, taskId: string) =>
    driver.mutate(by, "recallTask", { taskId }, "task { status } instance { status }");

  test("takes back what one has finished, until the next has claimed it", async () => {
    const begun = await driver.start("004a");
    const mine = begun.openTasks[0];
    const worker = driver.workerOf(mine);
    const next = (await driver.step(begun, mine.node.key)).openTasks[0];
    expect(await readTask(worker, mine.id)).toMatchObject({ canRecall: true });
    expect(codes(await recall(driver.workerOf(next), mine.id))).not.toEqual([]);
    const nextWorker = driver.workerOf(next);
    await driver.mutate(nextWorker, "claimTask", { taskId: next.id }, "task { id }");
    expect(codes(await recall(worker, mine.id))).toEqual(["RECALL_TOO_LATE"]);
    await driver.mutate(nextWorker, "releaseTask", { taskId: next.id }, "task { id }");
    expect(codes(await recall(worker, mine.id))).toEqual([]);
    const { openTasks } = await driver.read(begun.id);
    expect(openTasks.map(({ node }: AnyData) => node.key)).toEqual([mine.node.key]);
    expect(codes(await recall(worker, mine.id))).toEqual(["TASK_CLOSED"]);
    await driver.expectWholeLog(begun.id);
  });
});

describe("commentOnInstance", () => {
  const comment = (by: string, instanceId: string, text: string) =>
    driver.mutate(
      by,
      "commentOnInstance",
      { instanceId, text },
      "instance { id status holdReason }",
    );

  test("is heard also while the case is held, keeps its reason, and is silent once it has ended", async () => {
    const { instance } = await loan();
    expect(codes(await comment("pemohon", instance.id, "Apakah sudah diterima?"))).toEqual([]);
    expect(codes(await comment("pemohon", instance.id, "  "))).toEqual(["INVALID"]);
    expect(codes(await comment("pkykasi", instance.id, "Halo"))).toEqual(["NOT_FOUND"]);
    const reason = { instanceId: instance.id, reason: "libur" };
    await driver.mutate("manajer", "holdInstance", reason, "instance { id }");
    const said = await comment("manajer", instance.id, "Lanjut Senin");
    expect(said.instance).toMatchObject({ status: "HELD", holdReason: "libur" });
    await driver.mutate("manajer", "cancelInstance", reason, "instance { id }");
    expect(codes(await comment("pemohon", instance.id, "Terima kasih"))).toEqual([
      "INSTANCE_CLOSED",
    ]);
    const events = await driver.expectWholeLog(instance.id);
    expect(events.filter(({ type }) => type === "COMMENT_ADDED")).toHaveLength(2);
  });
});
