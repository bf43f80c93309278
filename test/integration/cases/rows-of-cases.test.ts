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

/** An SOP whose only step runs another, and which waits for it. */
async function enactBareCaller(title: string, sop: string): Promise<string> {
  const draft = await desk.letter(title);
  const bare = await desk.edited(
    draft,
    update("NODES", call(sop, true)),
    ...["start-ask", "ask-examine", "examine-ask", "examine-sign"].map((key) =>
      remove("EDGES", key),
    ),
    remove("NODES", "ask"),
    remove("NODES", "examine"),
    add("EDGES", 0, edge("start", "sign")),
  );
  await desk.enacted(bare);
  return draft.sopId;
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

test("what one command starts by itself is bounded; the rest take turns, and none is left behind", async () => {
  const last = await desk.letter("Seketika 1");
  await desk.enacted(last);
  let { sopId } = last;
  for (let place = 2; place <= 22; place += 1) {
    sopId = await enactBareCaller(`Seketika ${place}`, sopId);
  }
  const { instance } = await desk.start(sopId, "pemohon");
  const begun = await rowFrom(instance.id);
  expect(begun).toHaveLength(1 + 20);
  expect(begun.at(-1)).toMatchObject({ status: "RUNNING", waitingCalls: [{ reason: "QUEUED" }] });
  const stuckCalls = async (): Promise<AnyData[]> => {
    const document = `query ($input: StuckWorkInput!) {
      stuckWork(input: $input) { lanes { kind items { nodes { instance { id } } } } }
    }`;
    const { stuckWork } = await driver.gql("manajer", document, {
      input: { officeId: desk.officeId },
    });
    return stuckWork.lanes.filter(({ kind }: AnyData) => kind === "CALLS");
  };
  // Nobody need do anything about it, unless it should still wait days later.
  expect(await stuckCalls()).toEqual([]);
  driver.api.clock.advance(7 * 24 * 3_600_000);
  const waiting = [{ instance: { id: begun.at(-1)!["id"] } }];
  expect(await stuckCalls()).toMatchObject([{ items: { nodes: waiting } }]);

  await Promise.all([driver.api.answerWaitingCalls(), driver.api.answerWaitingCalls()]);
  const row = await rowFrom(instance.id);
  expect(row).toHaveLength(22);
  expect(row.flatMap(({ waitingCalls }) => waitingCalls)).toEqual([]);
  await driver.steps(await driver.read(row.at(-1)!.id), "ask", "examine:examine-sign", "sign");
  expect((await rowFrom(instance.id)).map(({ status }) => status)).toEqual(
    Array(22).fill("COMPLETED"),
  );
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
