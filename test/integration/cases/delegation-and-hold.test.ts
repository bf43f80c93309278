import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";
import { firstTask, RefusalCheck } from "./refusal-check.js";

let driver: CaseDriver;
let refused: RefusalCheck["refused"];
let done: RefusalCheck["done"];

beforeAll(async () => {
  driver = await CaseDriver.start();
  ({ refused, done } = new RefusalCheck(driver));
});
afterAll(() => driver?.stop());

async function idOf(username: string): Promise<string> {
  return (await driver.gql(username, "{ me { id } }")).me.id;
}

describe("delegating", () => {
  test("goes to a holder of the lane's position who is not disabled, and to nobody else", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = firstTask(instance).id;
    const to = async (username: string) => ({ taskId, personId: await idOf(username) });
    for (const outsider of ["kabid", "pemohon", "anton", "admin"]) {
      await refused(instance, "WRONG_LANE", "budi", "delegateTask", await to(outsider));
    }
    const nobody = { taskId, personId: toGlobalId("Person", 999_999_999) };
    await refused(instance, "WRONG_LANE", "budi", "delegateTask", nobody);
    await refused(instance, "NOT_FOUND", "budi", "delegateTask", { taskId, personId: "x" });

    const siti = await to("siti");
    const disable = { personId: siti.personId, disabled: true };
    await driver.mutate("admin", "setPersonDisabled", disable, "person { id }");
    await refused(instance, "WRONG_LANE", "budi", "delegateTask", siti);
    const enable = { ...disable, disabled: false };
    await driver.mutate("admin", "setPersonDisabled", enable, "person { id }");

    const delegated = await done("budi", "delegateTask", siti);
    expect(delegated).toMatchObject({ status: "CLAIMED", assignee: { username: "siti" } });
    await refused(instance, "NOT_YOUR_TASK", "budi", "completeTask", { taskId });
    await refused(instance, "NOT_YOUR_TASK", "budi", "delegateTask", await to("budi"));
    // Her session ended when her account was disabled.
    driver.forget("siti");
    const { userErrors, task } = await driver.complete("siti", taskId);
    expect(userErrors).toEqual([]);
    expect(task.assignee.username).toBe("siti");
    await driver.expectWholeLog(instance.id);

    // The log holds numbers of the database; what is shown of it names everything by its id.
    const { history } = await driver.read(instance.id, "history { events }");
    const events: AnyData[] = history.flatMap((entry: AnyData) => entry.events);
    const of = (type: string): AnyData => events.find((event) => event.type === type);
    expect(of("TASK_DELEGATED").to).toBe(siti.personId);
    expect(of("TASK_DONE").by).toBe(siti.personId);
    const budi = await idOf("budi");
    expect(of("CASE_STARTED").request).toMatchObject({
      sop: driver.sop("000"),
      requester: budi,
      startedBy: budi,
    });
  });
});

describe("holding, resuming and cancelling", () => {
  test("are the manager's, need a reason, and stop everything else meanwhile", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = firstTask(instance).id;
    const id = { instanceId: instance.id };
    const why = { ...id, reason: "Menunggu anggaran" };
    for (const by of ["budi", "kadis", "loket"]) {
      await refused(instance, "FORBIDDEN", by, "holdInstance", why);
      await refused(instance, "FORBIDDEN", by, "resumeInstance", id);
      await refused(instance, "FORBIDDEN", by, "cancelInstance", why);
    }
    for (const reason of ["", " \n "]) {
      await refused(instance, "REASON_REQUIRED", "manajer", "holdInstance", { ...id, reason });
      await refused(instance, "REASON_REQUIRED", "manajer", "cancelInstance", { ...id, reason });
    }
    await refused(instance, "NOT_HELD", "manajer", "resumeInstance", id);

    const held = await done("manajer", "holdInstance", why);
    expect(held).toMatchObject({ status: "HELD", holdReason: "Menunggu anggaran" });
    expect(held.openTasks[0]).toMatchObject({ canClaim: false, canComplete: false });
    await refused(instance, "INSTANCE_HELD", "manajer", "holdInstance", why);
    for (const act of ["completeTask", "claimTask", "releaseTask"] as const) {
      await refused(instance, "INSTANCE_HELD", "budi", act, { taskId });
    }
    const delegation = { taskId, personId: await idOf("siti") };
    await refused(instance, "INSTANCE_HELD", "budi", "delegateTask", delegation);
    const resumed = await done("admin", "resumeInstance", id);
    expect(resumed).toMatchObject({ status: "RUNNING", holdReason: null });
    await refused(instance, "NOT_HELD", "manajer", "resumeInstance", id);
    await done("budi", "claimTask", { taskId });

    await done("manajer", "holdInstance", why);
    const cancelled = await done("manajer", "cancelInstance", { ...id, reason: "Dobel" });
    expect(cancelled).toMatchObject({ status: "CANCELLED", openTasks: [] });
    expect(cancelled.endedAt).not.toBeNull();
    await refused(instance, "INSTANCE_CLOSED", "manajer", "cancelInstance", why);
    await refused(instance, "INSTANCE_CLOSED", "budi", "completeTask", { taskId });
    const { tasks } = await driver.read(instance.id, "tasks { status }");
    expect(tasks).toEqual([{ status: "WITHDRAWN" }]);
    await driver.expectWholeLog(instance.id);
  });
});
