import { afterAll, beforeAll, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { AnyData } from "../../harness/test-api.js";
import { add, DraftDesk, edge, node, remove, update } from "../sops/draft-desk.js";
import { caseAtConnector, enactCaller, familyFields } from "./calling-cases.js";
import { CaseDriver, instanceFields } from "./case-driver.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver.stop());

const read = (id: string): Promise<AnyData> => driver.read(id, familyFields);
const call = (sop: string, waits: boolean) =>
  node("sign", "CONNECTOR", "kabid", { call: { sop, waits } });

const withoutSteps = [
  ...["start-ask", "ask-examine", "examine-ask", "examine-sign", "sign-end"].map((key) =>
    remove("EDGES", key),
  ),
  ...["ask", "examine", "sign"].map((key) => remove("NODES", key)),
];

/** An SOP without work: its case is over as soon as it has run these others, one after another. */
async function enactPassing(
  draft: AnyData,
  ...calls: readonly { readonly sop: string; readonly waits: boolean }[]
): Promise<string> {
  const keys = ["start", ...calls.map((_, at) => `run${at}`), "end"];
  await desk.enacted(
    await desk.edited(
      draft,
      ...withoutSteps,
      ...calls.map((it, at) =>
        add("NODES", 1 + at, node(`run${at}`, "CONNECTOR", "kabid", { call: it })),
      ),
      ...keys.slice(1).map((key, at) => add("EDGES", at, edge(keys[at]!, key))),
    ),
  );
  return draft["sopId"];
}

/** An SOP that runs another so many times at once, and waits for none. */
async function enactFan(title: string, sop: string, width: number): Promise<string> {
  const draft = await desk.letter(title);
  const runs = Array.from({ length: width }, (_, at) => `run${at}`);
  const call = { sop, waits: false };
  await desk.enacted(
    await desk.edited(
      draft,
      ...withoutSteps,
      add("NODES", 1, node("fork", "FORK", null)),
      ...runs.map((key, at) => add("NODES", 2 + at, node(key, "CONNECTOR", "kabid", { call }))),
      add("NODES", 2 + width, node("join", "JOIN", null)),
      add("EDGES", 0, edge("start", "fork")),
      ...runs.flatMap((key, at) => [
        add("EDGES", 1 + 2 * at, edge("fork", key)),
        add("EDGES", 2 + 2 * at, edge(key, "join")),
      ]),
      add("EDGES", 1 + 2 * width, edge("join", "end")),
    ),
  );
  return draft["sopId"];
}

/** The cases of a row from the first to the last, as far as it has come. */
async function rowFrom(first: string): Promise<AnyData[]> {
  const row = [await read(first)];
  for (let next = row[0]!.children[0]; next; next = row.at(-1)!.children[0]) {
    row.push(await read(next.id));
  }
  return row;
}

test("SOPs that wait for one another in a long row run from the first to the last and back", async () => {
  const last = await desk.letter("Berantai 1");
  await desk.enacted(last);
  let { sopId } = last;
  for (let place = 2; place <= 12; place += 1) {
    sopId = await enactCaller(desk, `Berantai ${place}`, sopId);
  }
  const first = await caseAtConnector(desk, sopId);
  let current = first;
  for (let place = 2; place <= 12; place += 1) {
    const begun = await driver.read(current.children[0].id);
    await driver.steps(begun, "ask", "examine:examine-sign");
    current = await read(begun.id);
  }
  await driver.steps(await driver.read(current.id), "sign");
  const row = await rowFrom(first.id);
  expect(row.map(({ status }) => status)).toEqual(Array(12).fill("COMPLETED"));
});

const countCases = async (): Promise<number> => {
  const found = await driver.api.database.reader.get<{ cases: number }>(
    "SELECT COUNT(*) AS cases FROM instance",
    [],
  );
  return found?.cases ?? 0;
};

const start = (sopId: string): Promise<AnyData> =>
  driver.mutate("pemohon", "startInstance", { sopId }, "instance { id }");

test("a hundred cases are begun at once, and no more; then nothing is begun at all", async () => {
  const letter = await desk.letter("Surat yang banyak");
  await desk.enacted(letter);
  const ten = await enactFan("Sepuluh surat", letter.sopId, 10);
  const nine = await enactFan("Sembilan kali sepuluh", ten, 9);
  const before = await countCases();
  expect((await start(nine)).userErrors).toEqual([]);
  expect(await countCases()).toBe(before + 1 + 9 + 90);
  const hundred = await enactFan("Sepuluh kali sepuluh", ten, 10);
  expect((await start(hundred)).userErrors).toMatchObject([{ code: "TOO_MANY_CASES" }]);
  expect(await countCases()).toBe(before + 100);

  // Nobody stands at the counter when what a case waits for comes into force.
  const later = await desk.letter("Menyusul");
  const sopId = await enactCaller(desk, "Menunggu yang menyusul", later.sopId);
  const parent = await caseAtConnector(desk, sopId);
  expect(parent.waitingCalls).toMatchObject([{ reason: "NOT_IN_FORCE" }]);
  await enactPassing(later, { sop: hundred, waits: false });
  await driver.api.answerWaitingCalls();
  expect(await read(parent.id)).toMatchObject({
    status: "RUNNING",
    children: [],
    waitingCalls: [{ reason: "TOO_DEEP" }],
  });
  expect(await countCases()).toBe(before + 100 + 1);
});

test("SOPs that would begin one another without end, as no drawing shows, begin nothing", async () => {
  const letter = await desk.letter("Surat biasa");
  await desk.enacted(letter);
  // It is without work itself, but a case that waits for it does not know that.
  const passing = await enactPassing(await desk.letter("Lewat"), {
    sop: letter.sopId,
    waits: false,
  });
  const draft = await desk.letter("Tanpa akhir");
  const itself = { sop: draft["sopId"], waits: false };
  const endless = await enactPassing(draft, { sop: passing, waits: true }, itself);
  const before = await countCases();
  expect((await start(endless)).userErrors).toMatchObject([{ code: "TOO_MANY_CASES" }]);
  expect(await countCases()).toBe(before);
});

test("an SOP that starts itself again without waiting goes on for as long as it is wanted", async () => {
  const draft = await desk.letter("Berulang");
  await desk.enacted(await desk.edited(draft, update("NODES", call(draft.sopId, false))));
  let current = await caseAtConnector(desk, draft.sopId);
  for (let round = 2; round <= 12; round += 1) {
    expect(current).toMatchObject({ status: "COMPLETED", waitingCalls: [] });
    const child = current.children[0].id;
    await driver.steps(await driver.read(child), "ask", "examine:examine-sign");
    current = await read(child);
  }
});

test("a hundred cases under way that called one another wait until one of them has ended", async () => {
  const draft = await desk.letter("Tanpa putus");
  await desk.enacted(
    await desk.edited(
      draft,
      update("NODES", call(draft.sopId, false)),
      add("NODES", 4, node("close", "ACTIVITY", "kabid")),
      ...["ask-examine", "examine-ask", "examine-sign", "sign-end"].map((key) =>
        remove("EDGES", key),
      ),
      remove("NODES", "examine"),
      add("EDGES", 1, edge("ask", "sign")),
      add("EDGES", 2, edge("sign", "close")),
      add("EDGES", 3, edge("close", "end")),
    ),
  );
  const { instance } = await desk.start(draft.sopId, "pemohon");
  let current = instance;
  for (let place = 1; place < 100; place += 1) {
    await driver.steps(current, "ask");
    const { children } = await driver.read(current.id, `children { ${instanceFields} }`);
    current = children[0];
  }
  await driver.steps(current, "ask");
  const hundredth = await read(current.id);
  expect(hundredth).toMatchObject({ children: [], waitingCalls: [{ reason: "TOO_DEEP" }] });
  // What had waited for the SOP to come into force waits for something else from then on.
  const { database, clock } = driver.api;
  await database.unitOfWork.run(systemContext("test", clock.now), (tx) =>
    tx.run("UPDATE waiting_call SET reason = 'NOT_IN_FORCE' WHERE instance_id = ?", [
      parseGlobalId(hundredth.id)?.id ?? 0,
    ]),
  );
  await driver.api.answerWaitingCalls();
  expect(await read(hundredth.id)).toMatchObject({ waitingCalls: [{ reason: "TOO_DEEP" }] });

  await driver.steps(await driver.read(instance.id), "close");
  await driver.api.answerWaitingCalls();
  expect(await read(hundredth.id)).toMatchObject({
    children: [{ status: "RUNNING" }],
    waitingCalls: [],
  });
});
