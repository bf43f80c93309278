import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openEventStream, type EventStream } from "../../harness/event-stream.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { addPerson, endRoles } from "../cases/people-of-the-test.js";
import { add, DraftDesk } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;
const open: EventStream[] = [];

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(() => driver?.stop());

async function follow(by: string, versionId: string): Promise<EventStream> {
  const { headers } = await driver.as(by);
  const query = `subscription { draftChanged(versionId: "${versionId}") {
    version { status revision notesRevision } } }`;
  const stream = await openEventStream(driver.api.url, query, headers);
  open.push(stream);
  return stream;
}
const seen = ({ id, revision }: AnyData) => ({ versionId: id, revision });
const news = (version: object | null) => ({ data: { draftChanged: { version } } });

test("a draft tells those who follow it of edits, notes, decisions and its end", async () => {
  const draft = await desk.letter("Diikuti");
  const stream = await follow("kadis", draft.id);
  const edits = [add("OUTPUTS", 0, { key: "baru", name: "Baru" })];
  const edited = await desk.edited(draft, ...edits);
  const { revision } = edited;
  expect(await stream.next()).toEqual(news({ status: "DRAFT", revision, notesRevision: 0 }));
  const note = { versionId: draft.id, targetType: "NODE", targetKey: "ask", text: "?" };
  await driver.mutate("manajer", "addNote", note, "note { id }");
  expect(await stream.next()).toEqual(news({ status: "DRAFT", revision, notesRevision: 1 }));
  await driver.mutate("admin", "submitVersion", seen(edited), "version { id }");
  expect(await stream.next()).toEqual(news({ status: "SUBMITTED", revision, notesRevision: 1 }));
  await driver.mutate("admin", "discardDraft", seen(edited), "discardedId");
  expect(await stream.next()).toEqual(news(null));
});

test("nobody follows a draft that they may not read, and none of another", async () => {
  const draft = await desk.letter("Tertutup");
  for (const by of ["budi", "pkykadis"]) {
    const refused = await follow(by, draft.id);
    expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  }
  await addPerson(driver.api, "sementara", "manajer", { role: "MANAGER" });
  const stream = await follow("sementara", draft.id);
  await desk.letter("Yang lain");
  await endRoles(driver.api, "sementara");
  await desk.edited(draft, add("OUTPUTS", 0, { key: "baru", name: "Baru" }));
  expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});
