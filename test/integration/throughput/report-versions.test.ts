import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { AppointmentDesk } from "../people/appointment-desk.js";
import { DraftDesk, update } from "../sops/draft-desk.js";
import { type CaseDriver, HOUR } from "../cases/case-driver.js";
import { reportQuery } from "./report-query.js";

let book: AppointmentDesk;
let driver: CaseDriver;
let drafts: DraftDesk;
let officeId: string;
const versions: string[] = [];

/** The SOP in two versions, the second of which calls a lane otherwise; a case of each. */
beforeAll(async () => {
  book = await AppointmentDesk.start();
  ({ driver } = book);
  drafts = await DraftDesk.open(driver);
  const { me } = await driver.gql("admin", "{ me { office { id } } }");
  officeId = me.office.id;
  const first = await driver.start("000");
  driver.api.clock.advance(2 * HOUR);
  await driver.step(first, "a1");
  const sopId = driver.sop("000");
  const revised = await driver.mutate("admin", "reviseSop", { sopId }, "version { id }");
  const draft = await drafts.read(revised.version.id);
  const lane = draft.lanes.find(({ key }: AnyData) => key === "kasi");
  const { positions } = await driver.gql("admin", "{ positions { id code } }");
  const { id: positionId } = positions.find(({ code }: AnyData) => code === lane.position.code);
  const { key, bindingType } = lane;
  const renamed = { key, bindingType, positionId, name: "Kepala Seksi yang Baru" };
  await drafts.enacted(await drafts.edited(draft, update("LANES", renamed)));
  driver.api.clock.advance(1000);
  const second = await driver.start("000");
  driver.api.clock.advance(HOUR);
  await driver.step(second, "a1");
  versions.push(first.version.id, second.version.id);
});
afterAll(() => book?.stop());

async function report(input: object): Promise<AnyData> {
  const today = new Date(driver.api.clock.now()).toISOString().slice(0, 10);
  const period = { from: `${today.slice(0, 8)}01`, to: today };
  return (await driver.gql("admin", reportQuery, { input: { period, ...input } })).laneThroughput;
}

test("a lane that was renamed is one line over the versions, by its newest name", async () => {
  const { lanes } = await report({ scope: { officeId, sopIds: [driver.sop("000")] } });
  const kasi = lanes.filter((one: AnyData) => one.lane.laneKey === "kasi");
  expect(kasi).toHaveLength(1);
  expect(kasi[0]).toMatchObject({
    lane: { name: "Kepala Seksi yang Baru" },
    arrived: 2,
    waiting: 2,
  });
});

test("versions are told apart, and held against one another", async () => {
  const scope = { officeId, sopIds: [driver.sop("000")] };
  const { cases, lanes, compared } = await report({
    scope: { ...scope, versionIds: [versions[1]] },
    comparedWith: { versionIds: [versions[0]] },
  });
  expect([cases.started, compared.cases.started]).toEqual([1, 1]);
  const nameIn = (some: readonly AnyData[]) =>
    some.find(({ lane }) => lane.laneKey === "kasi")?.lane.name;
  expect(nameIn(lanes)).toBe("Kepala Seksi yang Baru");
  expect(nameIn(compared.lanes)).not.toBe("Kepala Seksi yang Baru");
});

test("over the office it is the position that the lane is bound to", async () => {
  const { lanes } = await report({ scope: { officeId } });
  const held = lanes.filter((one: AnyData) => one.lane.position?.code?.includes("kasi"));
  const arrived = held.reduce((all: number, one: AnyData) => all + one.arrived, 0);
  expect(arrived).toBe(2);
});
