import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { DraftDesk } from "../sops/draft-desk.js";
import { caseAtConnector, enactCaller, familyFields } from "./calling-cases.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
let another: TestApi;
let desk: DraftDesk;
let caller: string;

beforeAll(async () => {
  driver = await CaseDriver.start();
  another = await driver.api.startAnother();
  desk = await DraftDesk.open(driver);
  const called = await desk.letter("Yang dipanggil");
  await desk.enacted(called);
  caller = await enactCaller(desk, "Yang memanggil", called.sopId);
});
afterAll(async () => {
  await another?.stop();
  await driver?.stop();
});

const rounds = 12;
const codesOf = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);
const refusals = (settled: readonly AnyData[]): string[] => settled.flatMap(codesOf);

/** A called case before its last step, with the one that waits for it. */
async function lastStep(): Promise<{ parent: AnyData; child: AnyData; task: AnyData }> {
  const parent = await caseAtConnector(desk, caller);
  const child = await driver.steps(
    await driver.read(parent.children[0].id),
    "ask",
    "examine:examine-sign",
  );
  return { parent, child, task: child.openTasks[0] };
}

const statusOf = async (id: string): Promise<string> =>
  (await driver.read(id, familyFields)).status as string;

describe.each(["one server", "two servers"])("on %s", (servers) => {
  const second = (): TestApi => (servers === "two servers" ? another : driver.api);

  test.each([
    ["held", "holdInstance", "INSTANCE_HELD", "HELD"],
    ["cancelled", "cancelInstance", "INSTANCE_CLOSED", "CANCELLED"],
  ])(
    "a called case ends at the moment at which the one that waits is %s: both go one way",
    async (_, mutation, refusal, after) => {
      for (let round = 0; round < rounds; round += 1) {
        const { parent, child, task } = await lastStep();
        const input = { instanceId: parent.id, reason: "bersamaan" };
        const [done, stopped] = await Promise.all([
          driver.complete(driver.workerOf(task), task.id),
          driver.mutate("manajer", mutation, input, "instance { id }", second()),
        ]);
        const statuses = [await statusOf(parent.id), await statusOf(child.id)];
        if (codesOf(done).length === 0) {
          expect(statuses).toEqual(["COMPLETED", "COMPLETED"]);
          expect(codesOf(stopped)).toEqual(["INSTANCE_CLOSED"]);
        } else {
          expect([codesOf(done), codesOf(stopped)]).toEqual([[refusal], []]);
          expect(statuses).toEqual([after, after]);
        }
        await driver.expectWholeLog(parent.id);
        await driver.expectWholeLog(child.id);
      }
    },
  );

  test("a called case is cancelled by two at once: the connector opens anew once", async () => {
    const parent = await caseAtConnector(desk, caller);
    const cancel = { instanceId: parent.children[0].id, reason: "salah" };
    const both = await Promise.all([
      driver.mutate("manajer", "cancelInstance", cancel, "instance { id }"),
      driver.mutate("admin", "cancelInstance", cancel, "instance { id }", second()),
    ]);
    expect(refusals(both)).toEqual(["INSTANCE_CLOSED"]);
    const { children } = await driver.read(parent.id, familyFields);
    expect(children.map(({ status }: AnyData) => status)).toEqual(["CANCELLED", "RUNNING"]);
    await driver.expectWholeLog(parent.id);
  });

  test("connectors that waited for an SOP each start one case, whoever looks", async () => {
    const called = await desk.letter("Ditunggu banyak");
    const sopId = await enactCaller(desk, "Menunggu banyak", called.sopId);
    const waiting: AnyData[] = [];
    for (let at = 0; at < rounds; at += 1) waiting.push(await caseAtConnector(desk, sopId));
    await desk.enacted(called);
    await Promise.all(
      [driver.api, second(), driver.api, second()].map((api) => api.answerWaitingCalls()),
    );
    for (const { id } of waiting) {
      const { children, waitingCalls } = await driver.read(id, familyFields);
      expect([children.length, waitingCalls]).toEqual([1, []]);
      await driver.expectWholeLog(id);
    }
  });
});
