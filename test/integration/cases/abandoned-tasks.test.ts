import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";
import { addHolder, addPerson, endPositions, endRoles } from "./people-of-the-test.js";
import { firstTask, RefusalCheck } from "./refusal-check.js";

let driver: CaseDriver;
let refused: RefusalCheck["refused"];
let done: RefusalCheck["done"];

beforeAll(async () => {
  driver = await CaseDriver.start();
  ({ refused, done } = new RefusalCheck(driver));
  const { api } = driver;
  await addPerson(api, "plt", "budi", { position: "trenggalek-kominfo.fungsional" });
  await addPerson(api, "loket2", "loket", { role: "FRONT_DESK" });
  await addPerson(api, "loket3", "loket", { role: "FRONT_DESK" });
});
afterAll(() => driver?.stop());

const rights = "id canClaim canComplete canRelease status assignee { name }";

async function listed(by: string, scope: string, id: string): Promise<AnyData> {
  const document = `query ($scope: TaskScope!) {
    tasks(first: 100, filter: { scope: $scope }) { nodes { ${rights} } } }`;
  const { tasks } = await driver.gql(by, document, { scope });
  return tasks.nodes.find((one: AnyData) => one.id === id) ?? null;
}

/** What the last entry of the case's log says happened, with who did it. */
async function lastEntry(instance: AnyData): Promise<AnyData> {
  const { history } = await driver.read(instance.id, "history { command actorName events }");
  return history.at(-1);
}

describe("a claimed task", () => {
  test("is claimed over once whoever has it is disabled, and not before", async () => {
    await addPerson(driver.api, "hilang", "budi", { position: "trenggalek-kominfo.fungsional" });
    const instance = await driver.start("000", {}, "budi");
    const task = { taskId: firstTask(instance).id };
    await done("hilang", "claimTask", task);
    expect(await listed("siti", "ACTIONABLE", task.taskId)).toBeNull();
    await refused(instance, "ALREADY_CLAIMED", "siti", "claimTask", task);
    // As a server leaves it that dies between disabling and handing on.
    await driver.api.database.unitOfWork.run(systemContext("test", Date.now), async (tx) => {
      await tx.run("UPDATE person SET disabled_at = 1 WHERE username = 'hilang'", []);
    });

    expect(await listed("siti", "ACTIONABLE", task.taskId)).toMatchObject({
      canClaim: true,
      canComplete: false,
    });
    await refused(instance, "WRONG_LANE", "rina", "claimTask", task);
    await refused(instance, "NOT_YOUR_TASK", "siti", "completeTask", task);
    await done("siti", "claimTask", task);
    expect(await lastEntry(instance)).toMatchObject({
      command: "CLAIM",
      actorName: "Siti Aminah",
      events: [{ type: "TASK_RELEASED" }, { type: "TASK_CLAIMED" }],
    });
    await refused(instance, "ALREADY_CLAIMED", "budi", "claimTask", task);
    expect((await driver.complete("siti", task.taskId)).userErrors).toEqual([]);
    await driver.expectWholeLog(instance.id);
  });

  test("is claimed over once whoever has it holds the position no longer", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = { taskId: firstTask(instance).id };
    await done("plt", "claimTask", task);
    expect(await listed("plt", "MINE", task.taskId)).not.toBeNull();
    await endPositions(driver.api, "plt");
    // Another position does not help: it is the lane's that counts.
    await addHolder(driver.api, "plt", "trenggalek-kominfo.helpdesk");
    for (const scope of ["MINE", "FOR_ME", "ACTIONABLE"]) {
      expect(await listed("plt", scope, task.taskId), scope).toBeNull();
    }
    expect(await listed("siti", "ACTIONABLE", task.taskId)).toMatchObject({ canClaim: true });
    await refused(instance, "WRONG_LANE", "plt", "completeTask", task);
    await done("siti", "claimTask", task);
    await driver.expectWholeLog(instance.id);
  });

  test("is released by the office's manager and by the admin, recorded as done by them", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = { taskId: firstTask(instance).id };
    for (const [by, name] of [
      ["manajer", "Endah Kusumawati"],
      ["admin", "Ratna Wulandari"],
    ] as const) {
      expect(await listed(by, "ALL", task.taskId)).toMatchObject({ canRelease: false });
      await done("budi", "claimTask", task);
      expect(await listed(by, "ALL", task.taskId)).toMatchObject({
        canRelease: true,
        canClaim: false,
      });
      expect(await listed("siti", "ALL", task.taskId)).toMatchObject({ canRelease: false });
      expect(await listed("budi", "MINE", task.taskId)).toMatchObject({ canRelease: true });
      await refused(instance, "NOT_YOUR_TASK", "siti", "releaseTask", task);
      await refused(instance, "WRONG_LANE", "loket", "releaseTask", task);
      await refused(instance, "NOT_FOUND", "pkykadis", "releaseTask", task);
      expect(await done(by, "releaseTask", task)).toMatchObject({ status: "OPEN", assignee: null });
      expect(await lastEntry(instance)).toMatchObject({
        command: "RELEASE",
        actorName: name,
        events: [{ type: "TASK_RELEASED" }],
      });
    }
    await driver.expectWholeLog(instance.id);
  });
});

test("the front desk sees what is free or one's own, and takes over from whoever left it", async () => {
  const input = { sopId: driver.sop("003"), requesterName: "Warga" };
  const started = await driver.mutate("loket", "startInstance", input, "instance { id }");
  const instance = await driver.read(started.instance.id);
  const task = { taskId: firstTask(instance).id };
  for (const by of ["loket", "loket2"]) {
    expect(await listed(by, "ACTIONABLE", task.taskId), by).toMatchObject({ canClaim: true });
    expect(await listed(by, "UNCLAIMED", task.taskId), by).not.toBeNull();
  }
  await done("loket3", "claimTask", task);
  expect(await listed("loket3", "ACTIONABLE", task.taskId)).toMatchObject({ canComplete: true });
  expect(await listed("loket2", "ACTIONABLE", task.taskId)).toBeNull();
  expect(await listed("loket2", "UNCLAIMED", task.taskId)).toBeNull();
  await refused(instance, "ALREADY_CLAIMED", "loket2", "claimTask", task);
  await endRoles(driver.api, "loket3");
  expect(await listed("loket2", "ACTIONABLE", task.taskId)).toMatchObject({ canClaim: true });
  await done("loket2", "claimTask", task);
  await driver.expectWholeLog(instance.id);
});

test("a held case's tasks stay listed, and are not to be done", async () => {
  const instance = await driver.start("000", {}, "budi");
  const task = { taskId: firstTask(instance).id };
  const held = { instanceId: instance.id, reason: "menunggu surat" };
  await done("manajer", "holdInstance", held);
  expect(await listed("siti", "ACTIONABLE", task.taskId)).toMatchObject({
    canClaim: false,
    canComplete: false,
    canRelease: false,
  });
});
