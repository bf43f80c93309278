import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, MINUTE, type ProcedureName } from "./case-driver.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

/** What is done, and after `>` the steps that are open then. */
type Walk = readonly string[];

/** Drives a case of the procedure from its start to its end; answers it, and how long it took. */
async function walk(name: ProcedureName, first: string, steps: Walk): Promise<AnyData> {
  let instance = await driver.start(name, { title: `Uji ${name}` });
  expect(instance).toMatchObject({ status: "RUNNING", title: `Uji ${name}` });
  expect(driver.openSteps(instance)).toEqual([first]);
  const id = instance.id;
  for (const [index, line] of steps.entries()) {
    const [step = "", open = ""] = line.split(">").map((part) => part.trim());
    driver.api.clock.advance(7 * MINUTE);
    instance = await driver.step(instance, step);
    expect(driver.openSteps(instance), `after ${index + 1}. ${step}`).toEqual(
      open === "" ? [] : open.split(" "),
    );
    expect(instance.status).toBe(open === "" ? "COMPLETED" : "RUNNING");
  }
  await driver.expectCompleted(id, steps.length * 7 * MINUTE);
  return driver.read(id, "id tasks { visit status outcome label node { key } lane { key } }");
}

const visitsOf = (instance: AnyData, node: string): number =>
  new Set(
    instance.tasks
      .filter((task: AnyData) => task.node.key === node)
      .map((one: AnyData) => one.visit),
  ).size;

describe("000 Pemanfaatan Aplikasi Layanan", () => {
  const toDecision = ["a2 > a3", "a3 > a4"];
  test("is approved at once", async () => {
    const done = await walk("000", "a1", [
      "a1 > a2",
      ...toDecision,
      "a4:a4-a5 > a5",
      "a5 > a6",
      "a6 >",
    ]);
    expect(done.tasks.map((task: AnyData) => task.node.key)).toEqual([
      "a1",
      "a2",
      "a3",
      "a4",
      "a5",
      "a6",
    ]);
  });

  test("goes back from the head to the study twice", async () => {
    const back = [...toDecision, "a4:a4-a2 > a2"];
    const done = await walk("000", "a1", [
      "a1 > a2",
      ...back,
      ...back,
      ...toDecision,
      "a4:a4-a5 > a5",
      "a5 > a6",
      "a6 >",
    ]);
    expect(["a1", "a2", "a3", "a4", "a5", "a6"].map((node) => visitsOf(done, node))).toEqual([
      1, 3, 3, 3, 1, 1,
    ]);
    const outcomes = done.tasks.flatMap((task: AnyData) => task.outcome ?? []);
    expect(outcomes).toEqual(["a4-a2", "a4-a2", "a4-a5"]);
  });
});

describe("001 Pengelolaan Layanan TIK", () => {
  test("is solved", async () => {
    await walk("001", "a1", [
      "a1 > a2",
      "a2 > a3",
      "a3:a3-a4 > a4",
      "a4 > a5",
      "a5 > a6",
      "a6 > a7",
      "a7 >",
    ]);
  });

  test("is closed at once when it is not the office's (TIDAK)", async () => {
    const done = await walk("001", "a1", ["a1 > a2", "a2 > a3", "a3:a3-a7 > a7", "a7 >"]);
    expect(visitsOf(done, "a4")).toBe(0);
  });
});

describe("002 Pembinaan Sumber Daya Kominfo (V. 4.)", () => {
  const joint = (first: string, second: string) => [`a2@${first} > a2`, `a2@${second} > a3`];
  const end = ["a3:a3-a4 > a4", "a4 > a5", "a5 > a6 a6"];

  test("begins and ends with work, and waits for both lanes of a joint step", async () => {
    const done = await walk("002", "a1", [
      "a1 > a2 a2",
      ...joint("kepala-bidang", "kepala-dinas"),
      ...end,
      "a6@pelaksana > a6",
      "a6@kepala-seksi > a7",
      "a7 >",
    ]);
    const sixth = done.tasks.filter((task: AnyData) => task.node.key === "a6");
    expect(sixth.map((task: AnyData) => [task.lane.key, task.label])).toEqual([
      ["pelaksana", "Dokumentasi"],
      ["kepala-seksi", "Pelaporan"],
    ]);
    expect(visitsOf(done, "a7")).toBe(1);
  });

  test("waits for both in either order, and consults again twice when refused", async () => {
    const back = "a3:a3-a2 > a2 a2";
    const done = await walk("002", "a1", [
      "a1 > a2 a2",
      ...joint("kepala-dinas", "kepala-bidang"),
      back,
      ...joint("kepala-bidang", "kepala-dinas"),
      back,
      ...joint("kepala-dinas", "kepala-bidang"),
      ...end,
      "a6@kepala-seksi > a6",
      "a6@pelaksana > a7",
      "a7 >",
    ]);
    expect([visitsOf(done, "a2"), visitsOf(done, "a3")]).toEqual([3, 3]);
  });

  test("gives the task of its start to whoever starts it, and that of its end to anybody", async () => {
    const instance = await driver.start("002", {}, "pkykasi");
    expect(instance.openTasks).toHaveLength(1);
    expect(instance.openTasks[0]).toMatchObject({
      status: "CLAIMED",
      assignee: { username: "pkykasi" },
      node: { key: "a1" },
    });
    const last = await driver.steps(
      instance,
      "a1",
      "a2@kepala-dinas",
      "a2@kepala-bidang",
      "a3:a3-a4",
      "a4",
      "a5",
      "a6@pelaksana",
      "a6@kepala-seksi",
    );
    expect(last.openTasks[0]).toMatchObject({
      status: "OPEN",
      assignee: null,
      node: { key: "a7" },
    });
  });
});

describe("003 Layanan Sub Domain dan Hosting", () => {
  const toDecision = ["a1 > a2", "a2 > a3", "a3 > a4"];
  const toEnd = ["a4:a4-a5 > a5", "a5 > a6", "a6 > a7", "a7 > a8", "a8 > a9", "a9 >"];

  test("is answered when the letter is complete", async () => {
    await walk("003", "a1", [...toDecision, ...toEnd]);
  });

  test("goes back to the requester twice, who works their own lane", async () => {
    const back = [...toDecision, "a4:a4-a1 > a1"];
    const done = await walk("003", "a1", [...back, ...back, ...toDecision, ...toEnd]);
    expect(visitsOf(done, "a1")).toBe(3);
    const { tasks } = await driver.read(
      done.id,
      "requester { username } tasks { node { key } assignee { username } }",
    );
    const own = tasks.filter((task: AnyData) => task.node.key === "a1");
    expect(own.map((task: AnyData) => task.assignee.username)).toEqual(
      Array.from({ length: 3 }, () => "pemohon"),
    );
  });
});

describe("004 A Pinjam Ruang Smart Center", () => {
  const toDecision = ["a1 > a2", "a2 > a3", "a3 > a4", "a4 > a5"];

  test.each([
    ["a6", "a7"],
    ["a7", "a6"],
  ])("prepares room and application at once, %s before %s", async (first, second) => {
    const done = await walk("004a", "a1", [
      ...toDecision,
      "a5:a5-f1 > a6 a7",
      `${first} > ${second}`,
      `${second} > a8`,
      "a8 >",
    ]);
    expect(visitsOf(done, "a8")).toBe(1);
  });

  test("ends when the loan is refused (TIDAK)", async () => {
    const done = await walk("004a", "a1", [...toDecision, "a5:a5-end >"]);
    expect(done.tasks).toHaveLength(5);
  });
});

describe("004 B Pemakaian Smart Center", () => {
  test("runs through, its fifth step without a deadline", async () => {
    let instance = await driver.start("004b");
    expect(instance.openTasks[0]).toMatchObject({ node: { key: "b1" } });
    expect(instance.openTasks[0].dueAt).not.toBeNull();
    instance = await driver.steps(instance, "b1", "b2", "b3", "b4");
    expect(driver.openSteps(instance)).toEqual(["b5"]);
    expect(instance.openTasks[0]).toMatchObject({ dueAt: null, overdue: false });
    driver.api.clock.advance(40 * MINUTE);
    instance = await driver.step(instance, "b5", {
      outputs: [{ output: "sarpras-kondisi-baik", reference: "Berita acara 12/2026 ✓" }],
      comment: "Semua baik.",
    });
    await driver.expectCompleted(instance.id, 40 * MINUTE);
    const { tasks } = await driver.read(
      instance.id,
      "tasks { comment given { reference output { key name } } }",
    );
    expect(tasks[4]).toEqual({
      comment: "Semua baik.",
      given: [
        {
          reference: "Berita acara 12/2026 ✓",
          output: { key: "sarpras-kondisi-baik", name: "Sarpras kondisi baik" },
        },
      ],
    });
  });
});
