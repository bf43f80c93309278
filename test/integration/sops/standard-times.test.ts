import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { add, DraftDesk, edge, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { standardTimes {
  shortestMinutes expectedMinutes longestMinutes minutesPerWorkingDay isPartial untimedNodeIds isEstimate
  paths { outcomes { nodeId outcomeId outcome backToNodeId } endNodeId minutes likelihood }
  otherPaths { count likelihood } } } } }`;

const read = async (id: string, by = "admin"): Promise<AnyData> =>
  (await driver.gql(by, document, { id })).node?.standardTimes;

test("says how long a drawing takes, and by which way, as it is drawn", async () => {
  const draft = await desk.letter("Berapa lama");
  const { minutesPerWorkingDay: day } = (
    await driver.gql(
      "admin",
      "query ($id: ID) { workingCalendar(officeId: $id) { minutesPerWorkingDay } }",
      {
        id: desk.officeId,
      },
    )
  ).workingCalendar;
  const yes = { nodeId: "examine", outcomeId: "examine-sign", outcome: "Ya", backToNodeId: null };
  const no = { nodeId: "examine", outcomeId: "examine-ask", outcome: "Tidak", backToNodeId: "ask" };
  const expected = {
    // The requester's own step takes the office no time, and signing states none.
    shortestMinutes: day,
    expectedMinutes: 1.5 * day,
    longestMinutes: 2 * day,
    minutesPerWorkingDay: day,
    isPartial: true,
    untimedNodeIds: ["sign"],
    isEstimate: false,
    paths: [
      { outcomes: [yes], endNodeId: "end", minutes: day, likelihood: 0.5 },
      { outcomes: [no, yes], endNodeId: "end", minutes: 2 * day, likelihood: 0.5 },
    ],
    otherPaths: { count: 0, likelihood: 0 },
  };
  expect(await read(draft.id)).toEqual(expected);

  const standardTime = { value: 3, unit: "HOUR" };
  const signed = await desk.edited(
    draft,
    update("NODES", node("sign", "ACTIVITY", "kabid", { standardTime })),
    remove("EDGES", "examine-ask"),
    add("EDGES", 3, edge("examine", "end", "Tidak")),
  );
  expect(await read(draft.id)).toMatchObject({
    shortestMinutes: day,
    expectedMinutes: day + 90,
    longestMinutes: day + 180,
    isPartial: false,
    untimedNodeIds: [],
    otherPaths: { count: 0, likelihood: 0 },
  });
  await desk.enacted(signed);
  // Whoever may start it may know.
  expect(await read(draft.id, "pemohon")).toMatchObject({ longestMinutes: day + 180 });
});

test("says nothing of a drawing in which cases get stuck, or that states no times", async () => {
  const draft = await desk.letter("Belum terbukti");
  const cut = await desk.edited(draft, remove("EDGES", "sign-end"));
  expect(await read(draft.id)).toBeNull();
  await desk.edited(
    cut,
    add("EDGES", 4, edge("sign", "end")),
    update("NODES", node("examine", "DECISION", "staf")),
  );
  expect(await read(draft.id)).toBeNull();
});

test("keeps the times of a draft from whoever may not read it", async () => {
  const draft = await desk.letter("Rahasia");
  expect(await read(draft.id, "pemohon")).toBeUndefined();
});
