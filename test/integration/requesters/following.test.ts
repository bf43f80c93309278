import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CaseState } from "../../../domain/index.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver, HOUR, instanceFields } from "../cases/case-driver.js";
import { tokenWith, write } from "../cases/people-of-the-test.js";

let driver: CaseDriver;
const monday = Date.parse("2026-08-10T00:30:00Z");
const DAY = 24 * HOUR;

beforeAll(async () => {
  driver = await CaseDriver.start(monday);
});
afterAll(() => driver?.stop());
beforeEach(() => driver.api.clock.set(monday));

const place = `step lane isRequester day days dueAt overdue since requirements taskId label rowNumber
  arrival { at lane step outcome remark isBack }`;
const whereabouts = `whereabouts { state sentence places { ${place} } }`;

async function startedFor(name: "003" | "001"): Promise<{ instance: AnyData; receipt: AnyData }> {
  const input = { sopId: driver.sop(name), requesterName: "Bu Sumiati", title: "Permohonan" };
  const fields = `instance { ${instanceFields} } receipt { number secret }`;
  return driver.mutate("loket", "startInstance", input, fields);
}

async function follow(receipt: AnyData, locale = "id"): Promise<AnyData> {
  const document = `query ($input: FollowCaseInput!) { followCase(input: $input) {
    case { number status title requesterName sopTitle sopNumber officeName government timeZone
      startedAt endedAt ${whereabouts}
      form { lanes { key name isRequester } nodes { key text } edges { from to } outputs { key }
        marks { nodeKey laneKey isOpen } }
      history { at kind step lane outcome reason } } userErrors { code } } }`;
  const { number, secret } = receipt;
  const client = { headers: { "accept-language": locale } };
  const { followCase } = await driver.api.gql(client, document, { input: { number, secret } });
  expect(followCase.userErrors).toEqual([]);
  return followCase.case;
}

const asked = async (by: string | TestClient, id: string, fields = whereabouts) => {
  const client = typeof by === "string" ? await driver.as(by) : by;
  const document = `query ($id: ID!) { node(id: $id) { ... on Instance { ${fields} } } }`;
  return (await driver.api.gql(client, document, { id })).node;
};

describe("whoever has a receipt", () => {
  test("sees where the case is, day by day, and what it was at", async () => {
    const { instance, receipt } = await startedFor("003");
    const first = await follow(receipt);
    expect(first).toMatchObject({
      status: "RUNNING",
      title: "Permohonan",
      requesterName: "Bu Sumiati",
      sopTitle: "Pembuatan Layanan Sub Domain/Hosting",
      officeName: "Dinas Komunikasi dan Informatika",
      timeZone: "Asia/Jakarta",
      whereabouts: {
        state: "AT_REQUESTER",
        sentence: expect.stringMatching(/^Menunggu Anda: Membuat dan mengirim surat permohonan/),
        places: [
          { isRequester: true, requirements: ["Surat Permohonan"], taskId: null, arrival: null },
        ],
      },
    });
    await driver.complete("loket", instance.openTasks[0].id);
    const at = async (days: number) => {
      driver.api.clock.set(monday + days * DAY + HOUR);
      return (await follow(receipt)).whereabouts;
    };
    expect((await at(0)).sentence).toBe("Permohonan Anda ada di Kadis Kominfo, hari ke-1 dari 1.");
    expect(await at(1)).toMatchObject({
      state: "AT_OFFICE",
      sentence: "Permohonan Anda ada di Kadis Kominfo, hari ke-2, terlambat (waktu baku 1 hari).",
      places: [{ lane: "Kadis Kominfo", day: 2, days: 1, overdue: true, isRequester: false }],
    });
    expect((await follow(receipt, "en")).whereabouts.sentence).toBe(
      "Your request is with Kadis Kominfo, day 2, overdue (standard time 1 day).",
    );
    const { form, history } = await follow(receipt);
    expect(form.lanes[0]).toEqual({
      key: "pemohon",
      name: "Unit Kerja Pemohon",
      isRequester: true,
    });
    expect(form.marks).toEqual([
      { nodeKey: "a1", laneKey: "pemohon", isOpen: false },
      { nodeKey: "a2", laneKey: "kadis", isOpen: true },
    ]);
    expect(history.map((one: AnyData) => [one.kind, one.lane])).toEqual([
      ["STARTED", null],
      ["ARRIVED", "Unit Kerja Pemohon"],
      ["DONE", "Unit Kerja Pemohon"],
      ["ARRIVED", "Kadis Kominfo"],
    ]);
  });

  test("learns nobody's name, no remark that is not theirs, and no id", async () => {
    const { instance, receipt } = await startedFor("003");
    await driver.complete("loket", instance.openTasks[0].id, { comment: "dari loket" });
    let current = await driver.read(instance.id);
    current = await driver.step(current, "a2", { comment: "rahasia kadis" });
    await driver.mutate("kabid", "claimTask", { taskId: current.openTasks[0].id }, "task { id }");
    const text = JSON.stringify(await follow(receipt));
    const people = await driver.api.database.reader.all("SELECT name FROM person", []);
    expect(people.length).toBeGreaterThan(10);
    for (const { name } of people) expect(text).not.toContain(name);
    expect(text).not.toMatch(/rahasia|dari loket/);
    for (const task of current.openTasks) expect(text).not.toContain(task.id);
    expect(text).not.toContain(instance.id);
  });

  test("is told of holding, cancelling and the end", async () => {
    const { instance, receipt } = await startedFor("003");
    const reason = { instanceId: instance.id, reason: "Menunggu perangkat." };
    await driver.mutate("manajer", "holdInstance", reason, "instance { id }");
    expect((await follow(receipt)).whereabouts).toEqual({
      state: "HELD",
      sentence: "Permohonan Anda ditunda sementara: Menunggu perangkat.",
      places: [],
    });
    const { id: instanceId } = instance;
    await driver.mutate("manajer", "resumeInstance", { instanceId }, "instance { id }");
    await driver.mutate("manajer", "cancelInstance", reason, "instance { id }");
    const cancelled = await follow(receipt);
    expect(cancelled.whereabouts).toEqual({
      state: "CANCELLED",
      sentence: "Permohonan Anda dibatalkan pada 10 Agustus 2026.",
      places: [],
    });
    const told = cancelled.history.filter((one: AnyData) => one.reason !== null);
    expect(told.map((one: AnyData) => [one.kind, one.reason])).toEqual([
      ["HELD", "Menunggu perangkat."],
      ["CANCELLED", "Menunggu perangkat."],
    ]);
    const done = await startedFor("003");
    await write(driver.api, "UPDATE instance SET status = 'COMPLETED', ended_at = ? WHERE id = ?", [
      monday,
      parseGlobalId(done.instance.id)?.id ?? 0,
    ]);
    expect((await follow(done.receipt, "en")).whereabouts.sentence).toBe(
      "Your request was completed on 10 August 2026.",
    );
  });
});

describe("a case that comes back", () => {
  /** To the decision that can send the case back to its requester. */
  async function sentBack(by: "loket" | "pemohon") {
    const { instance, receipt } =
      by === "loket"
        ? await startedFor("003")
        : { instance: await driver.start("003"), receipt: null };
    const { graph } = CaseDriver.procedure("003").document;
    const requesters = new Set(
      graph.nodes.filter(({ parts }) => parts[0]?.lane === "pemohon").map(({ key }) => key),
    );
    const back = graph.edges.find(
      ({ to, outcome }) => outcome !== null && requesters.has(to) && to === "a1",
    );
    return { instance, receipt, back };
  }

  test("says who sent it back to its requester, why, and with which outcome", async () => {
    const { instance, receipt, back } = await sentBack("loket");
    expect(back).toBeDefined();
    let current = (await driver.complete("loket", instance.openTasks[0].id)).instance;
    for (let guard = 0; current.openTasks[0].node.key !== back?.from; guard += 1) {
      expect(guard).toBeLessThan(20);
      current = await driver.step(current, current.openTasks[0].node.key);
    }
    const { id } = current.openTasks[0];
    const decider = driver.workerOf(current.openTasks[0]);
    const how = { outcome: back?.key ?? "", comment: "Surat belum dicap." };
    await driver.complete(decider, id, how);
    const lane = expect.stringMatching(/\S/);
    const arrival = { lane, remark: "Surat belum dicap.", isBack: true, outcome: back?.outcome };
    const outside = await follow(receipt);
    expect(outside.whereabouts).toMatchObject({
      state: "AT_REQUESTER",
      places: [{ isRequester: true, arrival }],
    });
    const inside = await asked("loket", instance.id);
    expect(inside.whereabouts).toMatchObject({
      sentence: expect.stringMatching(/^Menunggu pemohon: /),
      places: [{ taskId: expect.stringMatching(/\S/), arrival }],
    });
    // And the desk answers for them.
    const { taskId } = inside.whereabouts.places[0];
    const after = await driver.complete("loket", taskId, { comment: "Sudah dicap." });
    expect(after.userErrors).toEqual([]);
    expect((await follow(receipt)).whereabouts.state).toBe("AT_OFFICE");
  });
});

describe("whereabouts", () => {
  test("speak to the requester, and to others about the case", async () => {
    const instance = await driver.step(await driver.start("003"), "a1");
    const sentence = async (by: string | TestClient) =>
      (await asked(by, instance.id)).whereabouts.sentence;
    expect(await sentence("pemohon")).toMatch(/^Permohonan Anda ada di Kadis Kominfo, /);
    expect(await sentence("loket")).toMatch(/^Berkas ada di Kadis Kominfo, /);
    expect(await sentence(await tokenWith(driver, "CASES_READ", "TASKS_READ"))).toMatch(/^Berkas /);
  });

  test("name the SOP that the case waits for", async () => {
    const parent = await driver.step(await driver.start("003"), "a1");
    const child = await driver.start("001");
    const id = (one: AnyData) => parseGlobalId(one.id)?.id ?? 0;
    await write(driver.api, "UPDATE task SET is_open = 0 WHERE instance_id = ?", [id(parent)]);
    await write(driver.api, "UPDATE instance SET parent_instance_id = ? WHERE id = ?", [
      id(parent),
      id(child),
    ]);
    const { state } = (await driver.trace(parent.id)) as { state: string };
    const { visits, ...rest } = JSON.parse(state) as CaseState;
    const waiting = visits.map((visit) =>
      visit.status === "OPEN" ? { ...visit, child: id(child) } : visit,
    );
    await write(driver.api, "UPDATE instance SET state = ? WHERE id = ?", [
      JSON.stringify({ ...rest, visits: waiting }),
      id(parent),
    ]);
    expect((await asked("pemohon", parent.id)).whereabouts).toEqual({
      state: "AT_OTHER_SOP",
      sentence: "Permohonan Anda menunggu SOP lain selesai: “Pengelolaan Layanan TIK”.",
      places: [],
    });
  });

  test("do not count the time for which the case was held", async () => {
    const instance = await driver.steps(await driver.start("003"), "a1");
    const { id: instanceId } = instance;
    await driver.mutate("manajer", "holdInstance", { instanceId, reason: "x" }, "instance { id }");
    driver.api.clock.set(monday + 3 * DAY + HOUR);
    await driver.mutate("manajer", "resumeInstance", { instanceId }, "instance { id }");
    expect((await asked("pemohon", instanceId)).whereabouts.places).toMatchObject([
      { day: 1, days: 1, overdue: false },
    ]);
  });
});
