import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestClient } from "../../harness/test-api.js";
import { CaseDriver, instanceFields } from "./case-driver.js";
import { firstTask, RefusalCheck } from "./refusal-check.js";

let driver: CaseDriver;
let refused: RefusalCheck["refused"];

beforeAll(async () => {
  driver = await CaseDriver.start();
  ({ refused } = new RefusalCheck(driver));
});
afterAll(() => driver?.stop());

describe("starting", () => {
  const start = (by: string | TestClient, input: object) =>
    driver.mutate(by, "startInstance", input, `instance { ${instanceFields} }`);
  const count = async (): Promise<unknown> =>
    (await driver.api.database.reader.get("SELECT COUNT(*) AS n FROM instance", []))?.["n"];

  test("is refused outside the start's lane, and leaves no row behind", async () => {
    const before = await count();
    const sopId = driver.sop("000");
    for (const by of ["pemohon", "kabid", "anton", "admin", "loket"]) {
      const { userErrors } = await start(by, { sopId });
      expect(userErrors, by).toMatchObject([{ code: "WRONG_LANE" }]);
    }
    // On behalf of others starts the front desk only, and only in a requester's lane.
    for (const [by, sop] of [
      ["budi", "003"],
      ["pemohon", "003"],
      ["loket", "000"],
      ["pkykadis", "003"],
    ] as const) {
      const { userErrors } = await start(by, { sopId: driver.sop(sop), requesterName: "Warga" });
      expect(userErrors, by).toMatchObject([{ code: "FORBIDDEN" }]);
    }
    expect(await count()).toEqual(before);
  });

  test("by the front desk on behalf of somebody, who is named and has no account", async () => {
    const { instance } = await start("loket", {
      sopId: driver.sop("003"),
      title: "Sub domain kelurahan",
      requesterName: " Bu Sumiati ",
    });
    expect(instance).toMatchObject({
      requester: null,
      requesterName: "Bu Sumiati",
      startedBy: { username: "loket" },
    });
    const task = firstTask(instance);
    await refused(instance, "NOT_FOUND", "pemohon", "completeTask", { taskId: task.id });
    await refused(instance, "WRONG_LANE", "budi", "completeTask", { taskId: task.id });
    const listed = await driver.gql("loket", "{ tasks { nodes { id canComplete } } }");
    expect(listed.tasks.nodes).toContainEqual({ id: task.id, canComplete: true });
    const after = await driver.complete("loket", task.id, { comment: "Surat dibawa sendiri." });
    expect(after.task).toMatchObject({ status: "DONE", assignee: { username: "loket" } });
    expect(driver.openSteps(after.instance)).toEqual(["a2"]);
    await refused(instance, "WRONG_LANE", "loket", "completeTask", {
      taskId: after.instance.openTasks[0].id,
    });
    await driver.expectWholeLog(instance.id);
  });
});

describe("an API token", () => {
  async function token(...scopes: string[]): Promise<TestClient> {
    const input = { name: `Uji ${scopes.join(" ")}`, scopes };
    const { secret } = await driver.mutate("admin", "createApiToken", input, "secret");
    return { headers: { authorization: `Bearer ${secret}` } };
  }
  const start = (by: TestClient, input: object) =>
    driver.mutate(by, "startInstance", input, `instance { ${instanceFields} }`);

  test("starts and acts on behalf of a named requester, and in no other lane", async () => {
    const integrator = await token("CASES_START", "CASES_READ", "TASKS_READ", "SOPS_READ");
    const sopId = driver.sop("003");
    expect((await start(integrator, { sopId })).userErrors).toMatchObject([{ code: "INVALID" }]);
    // The start of the one is an officer's; the other is of another office, and not to be seen.
    for (const [other, code] of [
      ["000", "FORBIDDEN"],
      ["002", "NOT_FOUND"],
    ] as const) {
      const input = { sopId: driver.sop(other), requesterName: "Warga" };
      expect((await start(integrator, input)).userErrors).toMatchObject([{ code }]);
    }
    const { instance } = await start(integrator, { sopId, requesterName: "Pak Wiryo" });
    expect(instance).toMatchObject({
      requester: null,
      startedBy: null,
      requesterName: "Pak Wiryo",
    });
    const first = { taskId: firstTask(instance).id };
    await refused(instance, "FORBIDDEN", integrator, "claimTask", first);
    const after = await driver.complete(integrator, first.taskId, { comment: "Lewat aplikasi" });
    expect(after.task).toMatchObject({ status: "DONE", assignee: null, comment: "Lewat aplikasi" });
    const next = { taskId: after.instance.openTasks[0].id };
    await refused(instance, "WRONG_LANE", integrator, "completeTask", next);
    await refused(instance, "FORBIDDEN", integrator, "holdInstance", {
      instanceId: instance.id,
      reason: "x",
    });
    const { history } = await driver.read(
      instance.id,
      "history { actorName actor { id } command }",
    );
    expect(history).toMatchObject([
      { actorName: expect.stringContaining("Uji"), actor: null, command: "START" },
      { actorName: expect.stringContaining("Uji"), actor: null, command: "COMPLETE" },
    ]);
    await driver.expectWholeLog(instance.id);
  });

  test("does nothing for a requester who has an account, and nothing beyond its scopes", async () => {
    const instance = await driver.start("003");
    const first = { taskId: firstTask(instance).id };
    const integrator = await token("CASES_START", "CASES_READ", "TASKS_READ");
    await refused(instance, "WRONG_LANE", integrator, "completeTask", first);
    await refused(instance, "NOT_FOUND", await token("CASES_START"), "completeTask", first);
    const reader = await token("CASES_READ", "TASKS_READ");
    await refused(instance, "WRONG_LANE", reader, "completeTask", first);
    const input = { sopId: driver.sop("003"), requesterName: "Warga" };
    expect((await start(reader, input)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    const informed = await token("SOPS_READ", "CASES_READ");
    expect((await start(informed, input)).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  });
});
