import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

let keys = 0;
const newKey = (): string => `key-${(keys += 1)} 🔑`;

const count = async (table: "instance" | "sop" | "idempotency"): Promise<number> => {
  const row = await driver.api.database.reader.get(`SELECT COUNT(*) AS n FROM ${table}`, []);
  return Number(row?.["n"]);
};

const tenTimes = <T>(work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 10 }, work));

/** The one value that all of them are. */
function only<T>(values: readonly T[]): T {
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
  return values[0] as T;
}

const mismatch = [{ code: "IDEMPOTENCY_MISMATCH", field: "idempotencyKey" }];

describe("startInstance", () => {
  const start = (by: string | TestClient, input: object) =>
    driver.mutate(by, "startInstance", { sopId: driver.sop("003"), ...input }, "instance { id }");

  test("starts one case for one key, again and again and ten times at once", async () => {
    const before = await count("instance");
    const input = { title: "Satu", idempotencyKey: newKey() };
    const first = await start("pemohon", input);
    expect(first.userErrors).toEqual([]);
    expect(await start("pemohon", input)).toEqual(first);
    const many = { title: "Banyak", idempotencyKey: newKey() };
    const payload = only(await tenTimes(() => start("pemohon", many)));
    expect(payload.userErrors).toEqual([]);
    expect(payload.instance.id).not.toBe(first.instance.id);
    expect(await count("instance")).toBe(before + 2);
    await driver.expectWholeLog(payload.instance.id);
  });

  test("refuses the key with another body, and starts nothing", async () => {
    const idempotencyKey = newKey();
    await start("pemohon", { title: "Satu", idempotencyKey });
    const before = await count("instance");
    for (const other of [{ title: "Dua" }, {}, { title: "Satu", sopId: driver.sop("004b") }]) {
      const payload = await start("pemohon", { ...other, idempotencyKey });
      expect(payload).toMatchObject({ instance: null, userErrors: mismatch });
    }
    expect(await count("instance")).toBe(before);
  });

  test("takes another actor's key for another key", async () => {
    const input = { idempotencyKey: newKey() };
    const { secret } = await driver.mutate(
      "admin",
      "createApiToken",
      { name: "Uji", scopes: ["CASES_START", "CASES_READ"] },
      "secret",
    );
    const token = { headers: { authorization: `Bearer ${secret}` } };
    const payloads = [
      await start("pemohon", input),
      await start("loket", input),
      await start(token, { ...input, requesterName: "Warga" }),
    ];
    expect(payloads.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    expect(new Set(payloads.map(({ instance }) => instance.id)).size).toBe(3);
  });

  test("counts every call without a key", async () => {
    const before = await count("instance");
    await tenTimes(() => start("pemohon", {}));
    expect(await count("instance")).toBe(before + 10);
  });
});

describe("completeTask", () => {
  test("completes once for one key, again and again and ten times at once", async () => {
    let instance = await driver.start("000", {}, "budi");
    const taskId = instance.openTasks[0].id;
    const how = { comment: "Selesai", idempotencyKey: newKey() };
    const first = await driver.complete("budi", taskId, how);
    expect(first.userErrors).toEqual([]);
    const trace = await driver.trace(instance.id);
    const again = await driver.complete("budi", taskId, how);
    expect(again).toEqual(first);
    expect(await driver.trace(instance.id)).toEqual(trace);

    const next = first.instance.openTasks[0].id;
    const key = { idempotencyKey: newKey() };
    const done = only(await tenTimes(() => driver.complete("kasiaplikasi", next, key)));
    expect(done.userErrors).toEqual([]);
    expect(done.task).toMatchObject({ id: next, status: "DONE" });
    instance = done.instance;
    expect(driver.openSteps(instance)).toEqual(["a3"]);
    expect((await driver.trace(instance.id))["entries"]).toBe(3);
    await driver.expectWholeLog(instance.id);
  });

  test("refuses the key with another body, and knows it as its own actor's only", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = instance.openTasks[0].id;
    const idempotencyKey = newKey();
    await driver.complete("budi", taskId, { idempotencyKey });
    const trace = await driver.trace(instance.id);
    const other = await driver.complete("budi", taskId, { idempotencyKey, comment: "Lain" });
    expect(other).toMatchObject({ task: null, instance: null, userErrors: mismatch });
    const siti = await driver.complete("siti", taskId, { idempotencyKey });
    expect(siti).toMatchObject({ task: null, userErrors: [{ code: "TASK_CLOSED" }] });
    expect(await driver.trace(instance.id)).toEqual(trace);
    // The same key of another mutation is another key.
    const input = { sopId: driver.sop("000"), idempotencyKey };
    const { userErrors } = await driver.mutate("budi", "startInstance", input, "instance { id }");
    expect(userErrors).toEqual([]);
  });

  test("does not remember what was refused", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = instance.openTasks[0].id;
    const idempotencyKey = newKey();
    const before = await count("idempotency");
    const wrong = await driver.complete("budi", taskId, { idempotencyKey, outcome: "a4-a5" });
    expect(wrong.userErrors).toMatchObject([{ code: "WRONG_OUTCOME" }]);
    expect(await count("idempotency")).toBe(before);
    const right = await driver.complete("budi", taskId, { idempotencyKey });
    expect(right.userErrors).toEqual([]);
    expect(await count("idempotency")).toBe(before + 1);
  });
});

describe("createSop", () => {
  let officeId = "";
  beforeAll(async () => {
    officeId = (await driver.gql("admin", "{ me { office { id } } }")).me.office.id;
  });
  const create = (input: object) =>
    driver.mutate("admin", "createSop", { officeId, ...input }, "sop { id } version { id }");

  test.each([["with a number"], ["without one"]])(
    "creates one SOP for one key, %s",
    async (what) => {
      const before = await count("sop");
      const number = what === "with a number" ? "065/1/2026" : null;
      const input = { title: "Uji kunci", number, idempotencyKey: newKey() };
      const first = await create(input);
      expect(first.userErrors).toEqual([]);
      expect(await create(input)).toEqual(first);
      const many = { ...input, number: number && "065/2/2026", idempotencyKey: newKey() };
      const payload = only(await tenTimes(() => create(many)));
      expect(payload.userErrors).toEqual([]);
      expect(payload.sop.id).not.toBe(first.sop.id);
      expect(await count("sop")).toBe(before + 2);
      const other = await create({ ...input, title: "Lain" });
      expect(other).toMatchObject({ sop: null, userErrors: mismatch });
      expect(await count("sop")).toBe(before + 2);
    },
  );
});

describe("enactVersion", () => {
  test("enacts once for one key, and refuses the key with another body", async () => {
    const sopId = driver.sop("004b");
    const enact = (input: object) =>
      driver.mutate("kadis", "enactVersion", input, "version { id status } problems { rule }");
    const { version } = await driver.mutate(
      "admin",
      "reviseSop",
      { sopId },
      "version { id revision }",
    );
    const { id: versionId, revision } = version;
    const input = { versionId, revision, idempotencyKey: newKey() };
    const payload = only(await tenTimes(() => enact(input)));
    expect(payload).toMatchObject({ userErrors: [], problems: [], version: { id: versionId } });
    expect(await enact(input)).toEqual(payload);
    const later = new Date(driver.api.clock.now() + 1e9).toISOString();
    const other: AnyData = await enact({ ...input, inForceFrom: later });
    expect(other).toMatchObject({ version: null, userErrors: mismatch });
    const unkeyed = await enact({ versionId, revision });
    expect(unkeyed.userErrors).toMatchObject([{ code: "ALREADY_ENACTED" }]);
  });
});

describe("reviseSop", () => {
  test("opens one draft for one key, and does not open the next one after it was enacted", async () => {
    const sopId = driver.sop("003");
    const revise = (input: object) =>
      driver.mutate("admin", "reviseSop", { sopId, ...input }, "version { id revision }");
    const input = { idempotencyKey: newKey() };
    const payload = only(await tenTimes(() => revise(input)));
    expect(payload.userErrors).toEqual([]);
    const { id: versionId, revision } = payload.version;
    const enacted = { versionId, revision };
    expect(
      (await driver.mutate("kadis", "enactVersion", enacted, "version { id }")).userErrors,
    ).toEqual([]);
    expect((await revise(input)).version.id).toBe(versionId);
    const other = await revise({ ...input, from: versionId });
    expect(other).toMatchObject({ version: null, userErrors: mismatch });
    const next = await revise({ idempotencyKey: newKey() });
    expect(next.version.id).not.toBe(versionId);
  });
});

describe("addNote and sendBackVersion", () => {
  const newDraft = async (title: string): Promise<AnyData> => {
    const { me } = await driver.gql("admin", "{ me { office { id } } }");
    const input = { officeId: me.office.id, title };
    return (await driver.mutate("admin", "createSop", input, "version { id revision }")).version;
  };

  test("write one note for one key, and another for another", async () => {
    const { id: versionId } = await newDraft("Dicatati");
    const add = (by: string, input: object) =>
      driver.mutate(
        by,
        "addNote",
        { versionId, targetType: "FIELD", targetKey: "identity.unit", ...input },
        "note { id } version { notes { id } }",
      );
    const input = { text: "Unit mana?", idempotencyKey: newKey() };
    const payload = only(await tenTimes(() => add("admin", input)));
    expect(payload).toMatchObject({ userErrors: [], version: { notes: [payload.note] } });
    expect(await add("admin", input)).toEqual(payload);
    const other = await add("admin", { ...input, text: "Lain" });
    expect(other).toMatchObject({ note: null, userErrors: mismatch });
    // The same key of another person is another key.
    expect((await add("kadis", input)).version.notes).toHaveLength(2);
    expect((await add("admin", { ...input, idempotencyKey: newKey() })).version.notes).toHaveLength(
      3,
    );
  });

  test("send back once for one key, though it was submitted again meanwhile", async () => {
    const { id: versionId, revision } = await newDraft("Dikembalikan");
    const submit = () =>
      driver.mutate("admin", "submitVersion", { versionId, revision }, "version { status }");
    const sendBack = (input: object) =>
      driver.mutate(
        "kadis",
        "sendBackVersion",
        { versionId, revision, ...input },
        "version { id }",
      );
    const statusNow = async (): Promise<string> => {
      const query = "query ($id: ID!) { node(id: $id) { ... on SopVersion { status } } }";
      return (await driver.gql("admin", query, { id: versionId })).node.status;
    };
    await submit();
    const input = { reason: "Lengkapi", idempotencyKey: newKey() };
    const payload = only(await tenTimes(() => sendBack(input)));
    expect(payload).toMatchObject({ userErrors: [], version: { id: versionId } });
    expect(await statusNow()).toBe("DRAFT");
    await submit();
    expect((await sendBack(input)).userErrors).toEqual([]);
    expect(await statusNow()).toBe("SUBMITTED");
    const other = await sendBack({ ...input, reason: "Lain" });
    expect(other).toMatchObject({ version: null, userErrors: mismatch });
  });
});
