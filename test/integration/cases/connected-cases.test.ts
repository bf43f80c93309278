import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { findCaseHead } from "../../../server/persistence/case-store.js";
import { CaseRunner } from "../../../server/runtime/case-runner.js";
import { answerCall } from "../../../server/runtime/connected-cases.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { add, DraftDesk, edge, node, remove, update } from "../sops/draft-desk.js";
import { caseAtConnector, enactCaller, familyFields } from "./calling-cases.js";
import { freshRunner } from "./fresh-runner.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver.stop());

const codes = ({ userErrors }: AnyData): string[] => userErrors.map(({ code }: AnyData) => code);

const read = (id: string): Promise<AnyData> => driver.read(id, familyFields);

const act = (name: string, instanceId: string, reason?: string): Promise<AnyData> =>
  driver.mutate(
    "manajer",
    name,
    { instanceId, ...(reason === undefined ? {} : { reason }) },
    "instance { id status }",
  );

describe("a connector that waits", () => {
  let called: AnyData;
  let sopId: string;

  beforeAll(async () => {
    called = await desk.letter("Yang dipanggil");
    await desk.enacted(called);
    sopId = await enactCaller(desk, "Yang memanggil", called.sopId);
  });

  test("starts a case of the version in force for the same requester, and goes on when it is complete", async () => {
    const parent = await caseAtConnector(desk, sopId);
    expect(parent).toMatchObject({ status: "RUNNING", openTasks: [], waitingCalls: [] });
    const [child] = parent.children;
    expect(child).toMatchObject({
      status: "RUNNING",
      parent: { id: parent.id },
      requester: { username: "pemohon" },
    });
    const begun = await driver.read(child.id);
    expect((await driver.steps(begun, "ask", "examine:examine-sign", "sign")).status).toBe(
      "COMPLETED",
    );
    expect(await read(parent.id)).toMatchObject({ status: "COMPLETED" });
    await driver.expectWholeLog(parent.id);
    await driver.expectWholeLog(child.id);
  });

  test("is held and resumed together with its case, which nobody resumes alone", async () => {
    const { id, children } = await caseAtConnector(desk, sopId);
    const child = children[0].id;
    expect(codes(await act("holdInstance", id, "libur bersama"))).toEqual([]);
    expect(await read(child)).toMatchObject({ status: "HELD", holdReason: "libur bersama" });
    expect(codes(await act("resumeInstance", child))).toEqual(["HELD_BY_PARENT"]);
    expect(codes(await act("resumeInstance", id))).toEqual([]);
    expect(await read(child)).toMatchObject({ status: "RUNNING", holdReason: null });

    // Held for a reason of its own, the called case stays so; and it waits for the one that waits for it.
    expect(codes(await act("holdInstance", child, "kurang berkas"))).toEqual([]);
    expect(codes(await act("holdInstance", id, "rapat"))).toEqual([]);
    expect(codes(await act("resumeInstance", child))).toEqual(["HELD_BY_PARENT"]);
    await act("resumeInstance", id);
    expect(await read(child)).toMatchObject({ status: "HELD", holdReason: "kurang berkas" });
    expect(codes(await act("resumeInstance", child))).toEqual([]);
  });

  test("takes its case along when it is cancelled, and opens anew when that one is", async () => {
    const { id, children } = await caseAtConnector(desk, sopId);
    expect(codes(await act("cancelInstance", children[0].id, "salah isi"))).toEqual([]);
    const again = await read(id);
    expect(again.children.map(({ status }: AnyData) => status)).toEqual(["CANCELLED", "RUNNING"]);
    expect(again.visits.slice(-2)).toMatchObject([
      { status: "UNDONE", node: { key: "sign" } },
      { status: "OPEN", node: { key: "sign" } },
    ]);
    expect(codes(await act("cancelInstance", id, "ditarik pemohon"))).toEqual([]);
    const over = await read(id);
    expect(over.status).toBe("CANCELLED");
    expect(over.children.map(({ status }: AnyData) => status)).toEqual(["CANCELLED", "CANCELLED"]);
    for (const one of [id, ...over.children.map((child: AnyData) => child.id)]) {
      await driver.expectWholeLog(one);
    }
  });
});

test("one that does not wait starts a case of its own, and its case is over before that one", async () => {
  const called = await desk.letter("Berdiri sendiri");
  await desk.enacted(called);
  const sopId = await enactCaller(desk, "Yang tidak menunggu", called.sopId, false);
  const parent = await caseAtConnector(desk, sopId);
  expect(parent).toMatchObject({ status: "COMPLETED", children: [{ status: "RUNNING" }] });
});

test("one that does not wait and is not waited for: its case is resumed alone, and nobody is told to wait for it", async () => {
  const alone = await desk.letter("Tidak ditunggu");
  await desk.enacted(alone);
  const awaited = await desk.letter("Ditunggu nanti");
  const draft = await desk.letter("Memanggil dua");
  const call = (key: string, sop: string, waits: boolean) =>
    node(key, "CONNECTOR", "kabid", { call: { sop, waits } });
  await desk.enacted(
    await desk.edited(
      draft,
      add("NODES", 3, call("begin", alone.sopId, false)),
      update("NODES", call("sign", awaited.sopId, true)),
      remove("EDGES", "examine-sign"),
      add("EDGES", 2, edge("examine", "begin", "Ya")),
      add("EDGES", 3, edge("begin", "sign")),
    ),
  );
  const { instance } = await desk.start(draft.sopId, "pemohon");
  await driver.steps(instance, "ask", "examine:examine-begin");
  const whereabouts = async (): Promise<AnyData> =>
    (await driver.read(instance.id, "whereabouts { state sentence }")).whereabouts;
  expect(await read(instance.id)).toMatchObject({
    children: [{ status: "RUNNING" }],
    waitingCalls: [{ reason: "NOT_IN_FORCE" }],
  });
  expect((await whereabouts()).state).toBe("AT_OFFICE");

  const child = (await read(instance.id)).children[0].id;
  expect(codes(await act("holdInstance", instance.id, "libur"))).toEqual([]);
  expect(await read(child)).toMatchObject({ status: "RUNNING" });
  expect(codes(await act("holdInstance", child, "kurang berkas"))).toEqual([]);
  expect(codes(await act("resumeInstance", child))).toEqual([]);
  expect(codes(await act("resumeInstance", instance.id))).toEqual([]);

  await desk.enacted(awaited);
  await driver.api.answerWaitingCalls();
  const { state, sentence } = await whereabouts();
  expect(state).toBe("AT_OTHER_SOP");
  expect(sentence).toContain("Ditunggu nanti");
  expect(sentence).not.toContain("Tidak ditunggu");
});

const rowId = (globalId: string): number => parseGlobalId(globalId)?.id ?? 0;

const runnerOf = ({ database }: TestApi): CaseRunner => freshRunner(database);

test("a called case that cannot tell the one that waits is not completed, for a key neither", async () => {
  const called = await desk.letter("Dipanggil saat ditunda");
  await desk.enacted(called);
  const sopId = await enactCaller(desk, "Ditunda selagi menunggu", called.sopId);
  const parent = await caseAtConnector(desk, sopId);
  const child = parent.children[0].id;
  await driver.steps(await driver.read(child), "ask", "examine:examine-sign");
  // As two commands at the same moment can leave them: the one held, the other going on.
  await act("holdInstance", child, "kurang berkas");
  await act("holdInstance", parent.id, "libur");
  const { database, clock } = driver.api;
  const ctx = systemContext("test", clock.now);
  await database.unitOfWork.run(ctx, async (tx) => {
    const head = await findCaseHead(tx, rowId(child));
    await runnerOf(driver.api).run(ctx, tx, head!, { type: "RESUME" }, []);
  });
  const before = await driver.trace(child);
  const { openTasks } = await driver.read(child);
  const finish = () =>
    driver.complete(driver.workerOf(openTasks[0]), openTasks[0].id, { idempotencyKey: "sah" });
  expect((await finish()).userErrors).toMatchObject([{ code: "INSTANCE_HELD" }]);
  expect(await driver.trace(child)).toEqual(before);
  await act("resumeInstance", parent.id);
  expect((await finish()).userErrors).toEqual([]);
  expect(await read(parent.id)).toMatchObject({ status: "COMPLETED" });
});

test("a call that is answered when its case is over already starts nothing", async () => {
  const called = await desk.letter("Terlambat dipanggil");
  const sopId = await enactCaller(desk, "Keburu dibatalkan", called.sopId);
  const parent = await caseAtConnector(desk, sopId);
  await desk.enacted(called);
  await act("cancelInstance", parent.id, "dobel");
  const { database, clock } = driver.api;
  const ctx = systemContext("test", clock.now);
  const { no } = parent.visits.at(-1);
  const answered = database.unitOfWork.run(ctx, (tx) =>
    answerCall(runnerOf(driver.api), ctx, tx, rowId(parent.id), { visit: no, sop: called.sopId }),
  );
  await expect(answered).rejects.toMatchObject({ code: "INSTANCE_CLOSED" });
  expect(await read(parent.id)).toMatchObject({ status: "CANCELLED", children: [] });
});

test("one waiting call that fails keeps no other waiting", async () => {
  const called = await desk.letter("Dipanggil dua berkas");
  const sopId = await enactCaller(desk, "Salah satu rusak", called.sopId);
  const [broken, whole] = [await caseAtConnector(desk, sopId), await caseAtConnector(desk, sopId)];
  await desk.enacted(called);
  const { database, clock } = driver.api;
  const ctx = systemContext("test", clock.now);
  const { state } = (await driver.trace(broken.id)) as { state: string };
  const write = (text: string) =>
    database.unitOfWork.run(ctx, (tx) =>
      tx.run("UPDATE instance SET state = ? WHERE id = ?", [text, rowId(broken.id)]),
    );
  await write("?");
  await expect(driver.api.answerWaitingCalls()).rejects.toThrow(AggregateError);
  expect((await read(whole.id)).children).toMatchObject([{ status: "RUNNING" }]);
  await write(state);
  await driver.api.answerWaitingCalls();
  expect((await read(broken.id)).children).toMatchObject([{ status: "RUNNING" }]);
});

test("waits where its SOP is not in force, for admin and manager to see, and starts once it is", async () => {
  const called = await desk.letter("Belum berlaku");
  const sopId = await enactCaller(desk, "Menunggu SOP", called.sopId);
  const parent = await caseAtConnector(desk, sopId);
  const waits = [{ reason: "NOT_IN_FORCE", node: { key: "sign" }, sop: { id: called.sopId } }];
  expect(parent).toMatchObject({ status: "RUNNING", children: [], waitingCalls: waits });
  const listed = async (by: string): Promise<string[]> =>
    (await driver.gql(by, "{ waitingCalls { instance { id } } }")).waitingCalls.map(
      ({ instance }: AnyData) => instance.id,
    );
  expect(await listed("manajer")).toContain(parent.id);
  expect(await listed("admin")).toContain(parent.id);
  expect(await listed("pkykadis")).not.toContain(parent.id);
  await driver.api.answerWaitingCalls();
  expect((await read(parent.id)).children).toEqual([]);

  // What is held starts nothing, until it is resumed.
  await act("holdInstance", parent.id, "libur");
  await desk.enacted(called);
  await driver.api.answerWaitingCalls();
  expect((await read(parent.id)).children).toEqual([]);
  await act("resumeInstance", parent.id);
  await Promise.all([driver.api.answerWaitingCalls(), driver.api.answerWaitingCalls()]);
  expect(await read(parent.id)).toMatchObject({
    waitingCalls: [],
    children: [{ status: "RUNNING" }],
  });
  expect(await listed("manajer")).not.toContain(parent.id);
  await driver.expectWholeLog(parent.id);
});

test("the demo's next version of the Smart Center loan ends in a pentagon that starts its use", async () => {
  const sopId = driver.sop("004a");
  const document = `query ($id: ID!) { node(id: $id) { ... on Sop { draft { id revision } } } }`;
  const { draft } = (await driver.gql("admin", document, { id: sopId })).node;
  await desk.enacted({ ...draft, sopId });
  // It comes into force after the version before it, and the clock stands.
  driver.api.clock.advance(1000);
  const { instance } = await desk.start(sopId, "pemohon");
  const path = ["a1", "a2", "a3", "a4", "a5:a5-f1", "a7", "a6", "a8"];
  const done = await driver.steps(instance, ...path);
  expect(done.status).toBe("COMPLETED");
  const { children } = await driver.read(
    instance.id,
    "children { status requester { username } sop { id } openTasks { node { key } } }",
  );
  expect(children).toEqual([
    {
      status: "RUNNING",
      requester: { username: "pemohon" },
      sop: { id: driver.sop("004b") },
      openTasks: [{ node: { key: "b1" } }],
    },
  ]);
});
