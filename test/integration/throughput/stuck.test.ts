import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { caseAtConnector, enactCaller } from "../cases/calling-cases.js";
import { endPositions, tokenWith, write } from "../cases/people-of-the-test.js";
import { DraftDesk } from "../sops/draft-desk.js";
import { StuckDesk } from "./stuck-desk.js";

let desk: StuckDesk;
let calls: DraftDesk;
let held: AnyData;
let awaited: AnyData;

/**
 * A week of August 2026. The 17th is a holiday; 000 has 30 working hours for its first step, of which
 * a working day has 7.5.
 */
beforeAll(async () => {
  desk = await StuckDesk.start();
  const { driver } = desk;
  desk.at("2026-08-10 07:30");
  expect(await desk.ask()).toMatchObject({ total: 0, overdue: 0, isCut: false, lanes: [] });
  expect(await desk.count()).toEqual({ count: 0, hasMore: false });

  await driver.start("000", { title: "Terlambat lama" });
  desk.at("2026-08-10 08:30");
  await driver.start("000", { title: "Terlambat" });
  const atKabid = await driver.start("004b", { title: "Tanpa tenggat" });
  await driver.steps(atKabid, "b1", "b2", "b3", "b4");
  held = await driver.start("000", { title: "Ditunda" });
  await desk.act("manajer", "holdInstance", { instanceId: held.id, reason: "kurang berkas" });
  const done = await driver.start("001", { title: "Dibatalkan" });
  await desk.act("manajer", "cancelInstance", { instanceId: done.id, reason: "salah kirim" });
  await driver.start("002", { title: "Palangka Raya" });

  calls = await DraftDesk.open(driver);
  awaited = await calls.letter("Belum berlaku");
  const caller = await enactCaller(calls, "Menunggu SOP", awaited.sopId);
  await caseAtConnector(calls, caller);

  desk.at("2026-08-13 07:45");
  await driver.start("000", { title: "Masih lama" });
  const vacant = await driver.start("004a", { title: "Tanpa pemegang" });
  await driver.step(vacant, "a1");
  await endPositions(driver.api, "agendaris");
  desk.at("2026-08-14 08:00");
});
afterAll(() => desk?.stop());

const lanesOf = async (input: object = {}) => desk.lines(await desk.ask(input));

describe("what is stuck in an office", () => {
  test("is told lane by lane with why, nobody's lanes first, the most severe of a lane first", async () => {
    const answer = await desk.ask();
    expect(answer.office.code).toBe("trenggalek-kominfo");
    // A Friday: the next working day ends on Tuesday, as Monday is a holiday.
    expect(answer.soonUntil).toBe("2026-08-18T01:00:00.000Z");
    expect(desk.lines(answer)).toEqual({
      agendaris: [{ title: "Tanpa pemegang", reason: "NOBODY_HOLDS", action: "APPOINT_ACTING" }],
      fungsional: [
        { title: "Terlambat lama", reason: "OVERDUE", action: "REMIND" },
        { title: "Terlambat", reason: "DUE_SOON", action: "REMIND" },
      ],
      "kabid-aptika": [{ title: "Tanpa tenggat", reason: "NO_DEADLINE", action: "REMIND" }],
      CALLS: [{ title: null, reason: "SOP_NOT_IN_FORCE", action: "ENACT_SOP" }],
      HELD: [{ title: "Ditunda", reason: "HELD", action: "RESUME" }],
    });
    expect(answer.total).toBe(6);
    expect(answer.overdue).toBe(2);
  });

  test("has the same number in its counts as in its lists, however they are paged", async () => {
    const whole = await desk.ask({ first: 100 });
    for (const lane of whole.lanes) {
      const { nodes, totalCount } = lane.items;
      expect(nodes).toHaveLength(lane.total);
      expect(totalCount).toBe(lane.total);
      const keys: string[] = [];
      let after: string | null = null;
      do {
        const answer: AnyData = await desk.ask({ laneId: lane.id, first: 1, after });
        const [page] = answer.lanes;
        expect(page).toMatchObject({ total: lane.total, overdue: lane.overdue, id: lane.id });
        keys.push(...page.items.nodes.map(({ key }: AnyData) => key));
        after = page.items.pageInfo.hasNextPage ? page.items.pageInfo.endCursor : null;
      } while (after !== null);
      expect(keys).toEqual(nodes.map(({ key }: AnyData) => key));
    }
    const sum = whole.lanes.reduce((total: number, { total: one }: AnyData) => total + one, 0);
    expect(whole.total).toBe(sum);
    expect(await desk.count()).toEqual({ count: sum, hasMore: false });
    expect(await desk.ask({ first: 0 })).toMatchObject({ total: sum });
  });

  test("says of each how long it lies, and whose connector waits for what", async () => {
    expect(await desk.item("Tanpa tenggat")).toMatchObject({
      openSince: "2026-08-10T01:30:00.000Z",
      // Monday 08:30 to Friday 08:00, of 7.5 hours a day.
      openFor: { days: 3, hours: 7, minutes: 0 },
      task: { node: { key: "b5" }, assignee: null },
    });
    expect(await desk.item("Ditunda")).toMatchObject({
      openSince: "2026-08-10T01:30:00.000Z",
      task: null,
      instance: { id: held.id },
    });
    // To resume it is the manager's.
    expect(await desk.item("Ditunda", "kadis")).toMatchObject({ action: null, alternatives: [] });
    const { lanes } = await desk.ask({ laneId: "CALLS" });
    expect(lanes).toHaveLength(1);
    expect(lanes[0].items.nodes[0]).toMatchObject({
      task: null,
      waitingCall: { node: { key: "sign" }, sop: { id: awaited.sopId } },
    });
  });

  test("can be narrowed to SOPs and lanes, and asked for further ahead or longer ago", async () => {
    const { driver } = desk;
    expect(await lanesOf({ sopIds: [driver.sop("004a"), driver.sop("004b")] })).toEqual({
      agendaris: [expect.objectContaining({ title: "Tanpa pemegang" })],
      "kabid-aptika": [expect.objectContaining({ title: "Tanpa tenggat" })],
    });
    expect(await lanesOf({ sopIds: [driver.sop("003")] })).toEqual({});
    expect(await lanesOf({ laneId: desk.people.position("kabid-aptika") })).toEqual({
      "kabid-aptika": [expect.objectContaining({ title: "Tanpa tenggat" })],
    });
    expect(await lanesOf({ laneId: desk.people.position("agendaris") })).toEqual({
      agendaris: [expect.objectContaining({ title: "Tanpa pemegang" })],
    });
    expect(await lanesOf({ laneId: "REQUESTERS" })).toEqual({});
    const titles = async (input: object) =>
      Object.values(await lanesOf(input)).flatMap((lines) => lines.map(({ title }) => title));
    expect(await titles({ withinWorkingDays: 0 })).not.toContain("Terlambat");
    expect(await titles({ withinWorkingDays: 20 })).toContain("Masih lama");
    expect(await titles({ idleWorkingDays: 4 })).not.toContain("Tanpa tenggat");
    expect(await titles({ idleWorkingDays: 4 })).not.toContain("Ditunda");
    expect(await titles({ idleWorkingDays: 1 })).toContain("Ditunda");
  });

  test("leaves out what is of another office, which its own manager sees", async () => {
    const titles = async (officeId: string, by: string) =>
      Object.values(desk.lines(await desk.ask({ officeId }, by))).flat();
    const other = desk.officeId("palangkaraya-kominfo");
    const lines = await titles(other, "pkykadis");
    expect(lines).toEqual([{ title: "Palangka Raya", reason: "OVERDUE", action: "REMIND" }]);
    expect(await desk.count("pkykadis", other)).toEqual({ count: 1, hasMore: false });
    // The admin of all offices may do the same there.
    expect(await titles(other, "admin")).toEqual(lines);
  });

  test("is for managers, approvers, admins and a token that may read cases", async () => {
    const may = ["manajer", "kadis", "admin"];
    for (const by of may) expect([by, await desk.refusal(by)]).toEqual([by, null]);
    for (const by of ["budi", "loket", "pemohon", "pkykadis"]) {
      expect([by, await desk.refusal(by)]).toEqual([by, "FORBIDDEN"]);
    }
    expect(await desk.refusal(null)).toBe("UNAUTHENTICATED");
    const document = `query ($input: StuckWorkInput!) { stuckWork(input: $input) { total lanes {
      items { nodes { reason action alternatives task { id } instance { title } } } } } }`;
    const input = { officeId: desk.officeId(), laneId: desk.people.position("fungsional") };
    const token = await tokenWith(desk.driver, "CASES_READ");
    const { stuckWork } = await desk.api.gql(token, document, { input });
    const [first] = stuckWork.lanes[0].items.nodes;
    // It may do nothing about it, and reads no tasks.
    expect(first).toEqual({
      reason: "OVERDUE",
      action: null,
      alternatives: [],
      task: null,
      instance: { title: "Terlambat lama" },
    });
    const poorer = await tokenWith(desk.driver, "TASKS_READ");
    const { errors } = await desk.api.send(poorer, document, { input });
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test.each([
    ["a lane that is none", { laneId: "KABID" }, "NOT_FOUND"],
    ["a lane of another kind", { laneId: "VGFzazox" }, "NOT_FOUND"],
    ["a cursor without a lane", { after: "WyJ4Il0" }, "INVALID"],
    ["another list's cursor", { laneId: "HELD", after: "WyJ4Il0" }, "INVALID"],
    ["too many at once", { first: 101 }, "INVALID"],
    ["a past deadline that is soon", { withinWorkingDays: -1 }, "INVALID"],
    ["what is due in years", { withinWorkingDays: 21 }, "INVALID"],
    ["what lies for no time", { idleWorkingDays: 0 }, "INVALID"],
    ["what lies for years", { idleWorkingDays: 251 }, "INVALID"],
    ["too many SOPs", { sopIds: Array.from({ length: 51 }, () => "U29wOjE") }, "TOO_LARGE"],
    ["an SOP that is none", { sopIds: ["VGFzazox"] }, "NOT_FOUND"],
    ["an office that is none", { officeId: "VGFzazox" }, "NOT_FOUND"],
  ])("refuses %s", async (_what, input, code) => {
    expect(await desk.refusal("manajer", input)).toBe(code);
  });

  test("is not what goes on again: a case resumed, an SOP in force, a position held", async () => {
    await desk.act("manajer", "resumeInstance", { instanceId: held.id });
    // It got back the time in which it was held.
    expect(await desk.item("Ditunda")).toBeNull();
    await calls.enacted(awaited);
    await desk.api.answerWaitingCalls();
    const { people } = desk;
    await people.done(
      "manajer",
      "appointHolder",
      people.appointment("agendaris", "rina", "PLT", "2026-08-14", "2026-08-31"),
    );
    const lanes = await lanesOf();
    expect(Object.keys(lanes).sort()).toEqual(["agendaris", "fungsional", "kabid-aptika"]);
    // It was to be done in ten minutes, the day before.
    expect(lanes["agendaris"]).toEqual([
      { title: "Tanpa pemegang", reason: "OVERDUE", action: "REMIND" },
    ]);
  });
});

test("what a server of an older version left behind holds up no hold, and is not told of", async () => {
  const { driver, api } = desk;
  const instance = await driver.start("000", { title: "Sisa lama" });
  const id = parseGlobalId(instance.id)?.id ?? 0;
  const insert = "INSERT INTO held_case (instance_id, since, by_parent) VALUES (?, 1, 0)";
  await write(api, insert, [id]);
  expect(await desk.item("Sisa lama")).toBeNull();
  await desk.act("manajer", "holdInstance", { instanceId: instance.id, reason: "libur" });
  const rows = await api.database.reader.all("SELECT * FROM held_case", []);
  expect(rows).toEqual([{ instance_id: id, since: api.clock.now(), by_parent: 0 }]);
  await desk.act("manajer", "cancelInstance", { instanceId: instance.id, reason: "selesai" });
});

test("a case that is held along with the one that waits for it is told of once", async () => {
  const parents = await enactCaller(calls, "Menunggu yang berlaku", awaited.sopId);
  const parent = await caseAtConnector(calls, parents);
  const [child] = parent.children;
  await desk.act("manajer", "holdInstance", { instanceId: parent.id, reason: "libur" });
  desk.at("2026-08-21 08:00");
  const heldCases = async (): Promise<string[]> => {
    const { lanes } = await desk.ask({ laneId: "HELD" });
    return lanes.flatMap(({ items }: AnyData) =>
      items.nodes.map(({ instance }: AnyData) => instance.id),
    );
  };
  expect((await desk.driver.read(child.id)).status).toBe("HELD");
  expect(await heldCases()).toEqual([parent.id]);
  // Cancelled while it is held, it is held no more.
  await desk.act("manajer", "cancelInstance", { instanceId: parent.id, reason: "batal" });
  expect(await heldCases()).toEqual([]);
  const rows = await desk.api.database.reader.all("SELECT * FROM held_case", []);
  expect(rows).toEqual([]);
});
