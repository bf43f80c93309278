import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { DraftDesk } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const renumber = (sopId: string, number: string | null, part: string | null, by = "admin") =>
  driver.mutate(by, "renumberSop", { sopId, number, part }, "sop { id number part }");
const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

test("an SOP can be renumbered until it is enacted", async () => {
  const draft = await desk.letter("Bernomor");
  const given = await renumber(draft.sopId, " 065/1 ", "A");
  expect(given.userErrors).toEqual([]);
  expect(given.sop).toMatchObject({ number: "065/1", part: "A" });
  // The same again changes nothing, and is no fault.
  expect(codes(await renumber(draft.sopId, "065/1", "A"))).toEqual([]);
  expect((await renumber(draft.sopId, "", null)).sop).toMatchObject({ number: null, part: null });
  await desk.enacted(draft);
  expect(codes(await renumber(draft.sopId, "065/2", null))).toEqual(["ALREADY_ENACTED"]);
});

test("a number belongs to one SOP of the office, and only who edits it gives it", async () => {
  const one = await desk.create("Satu");
  const other = await desk.create("Dua");
  expect(codes(await renumber(one.sopId, "065/9", "A"))).toEqual([]);
  expect(codes(await renumber(other.sopId, "065/9", "A"))).toEqual(["DUPLICATE_NUMBER"]);
  expect(codes(await renumber(other.sopId, "065/9", "B"))).toEqual([]);
  expect(codes(await renumber(other.sopId, "x".repeat(101), null))).toEqual(["TOO_LARGE"]);
  expect(codes(await renumber(other.sopId, "1", "x".repeat(21)))).toEqual(["TOO_LARGE"]);
  expect(codes(await renumber(other.sopId, "1", null, "kadis"))).toEqual(["FORBIDDEN"]);
  expect(codes(await renumber(other.sopId, "1", null, "budi"))).toEqual(["NOT_FOUND"]);
});
