import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { CaseDriver } from "./case-driver.js";
import { type Act, firstTask, RefusalCheck } from "./refusal-check.js";

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

describe("who may not", () => {
  test("another lane: WRONG_LANE", async () => {
    const instance = await driver.start("003");
    const own = { taskId: firstTask(instance).id };
    for (const by of ["budi", "kadis", "loket", "admin", "manajer"]) {
      await refused(instance, "WRONG_LANE", by, "completeTask", own);
      await refused(instance, "WRONG_LANE", by, "claimTask", own);
    }
    const next = await driver.step(instance, "a1");
    const head = { taskId: firstTask(next).id };
    for (const by of ["pemohon", "kabid", "budi"]) {
      await refused(next, "WRONG_LANE", by, "completeTask", head);
      await refused(next, "WRONG_LANE", by, "claimTask", head);
      await refused(next, "WRONG_LANE", by, "releaseTask", head);
      const to = { ...head, personId: await idOf("kadis") };
      await refused(next, "WRONG_LANE", by, "delegateTask", to);
    }
  });

  test("a colleague of the same lane, once it is claimed: NOT_YOUR_TASK", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = { taskId: firstTask(instance).id };
    await refused(instance, "NOT_CLAIMED", "budi", "releaseTask", task);
    await done("budi", "claimTask", task);
    await refused(instance, "NOT_YOUR_TASK", "siti", "completeTask", task);
    await refused(instance, "NOT_YOUR_TASK", "siti", "releaseTask", task);
    await refused(instance, "ALREADY_CLAIMED", "siti", "claimTask", task);
    const toSiti = { ...task, personId: await idOf("siti") };
    await refused(instance, "NOT_YOUR_TASK", "siti", "delegateTask", toSiti);
    await done("budi", "releaseTask", task);
    expect(await done("siti", "claimTask", task)).toMatchObject({
      status: "CLAIMED",
      assignee: { username: "siti" },
      canComplete: true,
    });
    await driver.expectWholeLog(instance.id);
  });

  test("claiming one's own task again changes nothing and is no error", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = { taskId: firstTask(instance).id };
    await done("budi", "claimTask", task);
    const before = await driver.trace(instance.id);
    await done("budi", "claimTask", task);
    expect(await driver.trace(instance.id)).toEqual(before);
  });

  test("whoever may not see the case: NOT_FOUND, and it is in none of their lists", async () => {
    const instance = await driver.start("000", {}, "budi");
    const task = firstTask(instance);
    const mayNot: [Act, object][] = [
      ["completeTask", { taskId: task.id }],
      ["claimTask", { taskId: task.id }],
      ["releaseTask", { taskId: task.id }],
      ["delegateTask", { taskId: task.id, personId: await idOf("siti") }],
      ["holdInstance", { instanceId: instance.id, reason: "x" }],
      ["resumeInstance", { instanceId: instance.id }],
      ["cancelInstance", { instanceId: instance.id, reason: "x" }],
    ];
    // A requester of another office, and staff and manager of another.
    for (const by of ["pemohon", "anton", "pkykadis"]) {
      for (const [act, input] of mayNot) await refused(instance, "NOT_FOUND", by, act, input);
      const seen = await driver.gql(
        by,
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id }
          instances(first: 100) { nodes { id } }
          tasks(first: 100, filter: { scope: ALL }) { nodes { id } } }`,
        { ids: [instance.id, task.id] },
      );
      expect(seen.nodes).toEqual([null, null]);
      expect(seen.instances.nodes).not.toContainEqual({ id: instance.id });
      expect(seen.tasks.nodes).not.toContainEqual({ id: task.id });
    }
  });

  test("nobody at all: UNAUTHENTICATED, thrown", async () => {
    const instance = await driver.start("000", {}, "budi");
    const before = await driver.trace(instance.id);
    const taskId = firstTask(instance).id;
    const operations = [
      `completeTask(input: { taskId: "${taskId}" })`,
      `claimTask(input: { taskId: "${taskId}" })`,
      `releaseTask(input: { taskId: "${taskId}" })`,
      `delegateTask(input: { taskId: "${taskId}", personId: "${await idOf("siti")}" })`,
      `startInstance(input: { sopId: "${driver.sop("000")}" })`,
      `holdInstance(input: { instanceId: "${instance.id}", reason: "x" })`,
      `resumeInstance(input: { instanceId: "${instance.id}" })`,
      `cancelInstance(input: { instanceId: "${instance.id}", reason: "x" })`,
    ];
    for (const operation of operations) {
      const { errors } = await driver.api.send(
        null,
        `mutation { ${operation} { userErrors { code } } }`,
      );
      expect(errors?.[0]?.extensions["code"], operation).toBe("UNAUTHENTICATED");
    }
    for (const list of ["instances", "tasks", "sops"]) {
      const { errors } = await driver.api.send(null, `{ ${list} { nodes { id } } }`);
      expect(errors?.[0]?.extensions["code"], list).toBe("UNAUTHENTICATED");
    }
    expect(await driver.trace(instance.id)).toEqual(before);
  });
});

describe("what does not fit", () => {
  test("an outcome that is missing, another step's, a label, or one where none is", async () => {
    const start = await driver.start("000", {}, "budi");
    const first = { taskId: firstTask(start).id };
    await refused(start, "WRONG_OUTCOME", "budi", "completeTask", { ...first, outcome: "a1-a2" });
    const instance = await driver.steps(start, "a1", "a2", "a3");
    const task = firstTask(instance);
    expect(task.outcomes).toEqual([
      { key: "a4-a5", label: "YA" },
      { key: "a4-a2", label: "TIDAK" },
    ]);
    const input = { taskId: task.id };
    await refused(instance, "OUTCOME_REQUIRED", "kadis", "completeTask", input, "input.outcome");
    for (const outcome of ["a3-a4", "YA", "", "__proto__", "constructor"]) {
      const wrong = { ...input, outcome };
      await refused(instance, "WRONG_OUTCOME", "kadis", "completeTask", wrong, "input.outcome");
    }
  });

  test("an output that the step has not: OUTPUT_UNKNOWN", async () => {
    const instance = await driver.start("000", {}, "budi");
    for (const output of ["informasi-yang-telah-terpublikasi", "nothing", "toString"]) {
      const outputs = [{ output, reference: "1" }];
      const input = { taskId: firstTask(instance).id, outputs };
      await refused(instance, "OUTPUT_UNKNOWN", "budi", "completeTask", input, "input.outputs");
    }
  });

  test("a finished task: TASK_CLOSED, and INSTANCE_CLOSED once its case is at its end", async () => {
    const start = await driver.start("004b");
    const task = { taskId: firstTask(start).id };
    let instance = await driver.step(start, "b1");
    for (const act of ["completeTask", "claimTask", "releaseTask"] as const) {
      await refused(instance, "TASK_CLOSED", "pemohon", act, task);
    }
    instance = await driver.steps(instance, "b2", "b3", "b4", "b5");
    await refused(instance, "INSTANCE_CLOSED", "pemohon", "completeTask", task);
    await refused(instance, "INSTANCE_CLOSED", "pemohon", "claimTask", task);
    const whole = { instanceId: instance.id };
    await refused(instance, "INSTANCE_CLOSED", "manajer", "holdInstance", {
      ...whole,
      reason: "x",
    });
    await refused(instance, "NOT_HELD", "manajer", "resumeInstance", whole);
    const reason = { ...whole, reason: "x" };
    await refused(instance, "INSTANCE_CLOSED", "manajer", "cancelInstance", reason);
  });

  test("an id that is unknown, malformed or of another type: NOT_FOUND", async () => {
    const instance = await driver.start("000", {}, "budi");
    const { id } = firstTask(instance);
    const ids = [
      toGlobalId("Task", 999_999_999),
      toGlobalId("Task", 0),
      "",
      "nonsense",
      `${id}=`,
      ` ${id}`,
      instance.id,
      "💥".repeat(30),
      "x".repeat(10_000),
      "' OR 1=1 --",
    ];
    for (const taskId of ids) {
      for (const act of ["completeTask", "claimTask", "releaseTask"] as const) {
        await refused(instance, "NOT_FOUND", "budi", act, { taskId });
      }
    }
    for (const instanceId of [toGlobalId("Instance", 999_999_999), "x", id]) {
      const input = { instanceId, reason: "x" };
      await refused(instance, "NOT_FOUND", "manajer", "holdInstance", input);
      await refused(instance, "NOT_FOUND", "manajer", "cancelInstance", input);
      await refused(instance, "NOT_FOUND", "manajer", "resumeInstance", { instanceId });
    }
    for (const sopId of [toGlobalId("Sop", 999_999_999), "x", id]) {
      const payload = await driver.mutate("budi", "startInstance", { sopId }, "instance { id }");
      expect(payload).toMatchObject({ instance: null, userErrors: [{ code: "NOT_FOUND" }] });
    }
  });

  test("texts, lists and keys that are too long: TOO_LARGE and INVALID", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = firstTask(instance).id;
    const output = "data-informasi-program-kegiatan-dan-isu-publik";
    const long = (length: number) => "é".repeat(length);
    const tooLarge = [
      { taskId, comment: long(4001) },
      { taskId, outputs: [{ output, reference: long(2001) }] },
      { taskId, outputs: Array.from({ length: 51 }, () => ({ output, reference: "1" })) },
    ];
    for (const input of tooLarge) {
      await refused(instance, "TOO_LARGE", "budi", "completeTask", input);
    }
    for (const idempotencyKey of ["", "k".repeat(201)]) {
      await refused(instance, "INVALID", "budi", "completeTask", { taskId, idempotencyKey });
    }
    const reason = { instanceId: instance.id, reason: long(2001) };
    await refused(instance, "TOO_LARGE", "manajer", "holdInstance", reason);
    await refused(instance, "TOO_LARGE", "manajer", "cancelInstance", reason);
    for (const input of [{ title: long(501) }, { requesterName: long(201) }]) {
      const start = { sopId: driver.sop("003"), ...input };
      const payload = await driver.mutate("loket", "startInstance", start, "instance { id }");
      expect(payload).toMatchObject({ instance: null, userErrors: [{ code: "TOO_LARGE" }] });
    }
    // What is just short enough is kept as it is, on both databases.
    const kept = await driver.complete("budi", taskId, {
      comment: "😀".repeat(2000),
      outputs: [{ output, reference: "\u202Eم\u200F".repeat(500) }],
    });
    expect(kept.userErrors).toEqual([]);
    expect(kept.task.comment).toBe("😀".repeat(2000));
    expect(kept.task.given[0].reference).toBe("\u202Eم\u200F".repeat(500));
    await driver.expectWholeLog(instance.id);
  });
});
