import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepHouse } from "../../../server/runtime/housekeeping.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { add, DraftDesk, move, node } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;
let second: TestApi;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  await addPerson(driver.api, "admin2", "admin", { role: "ADMIN" });
  second = await driver.api.startAnother();
});
afterAll(async () => {
  await second?.stop();
  await driver?.stop();
});

const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

const pulse = (version: AnyData, by: string, more: object = {}, api: TestApi = driver.api) =>
  driver.mutate(
    by,
    "draftPulse",
    { versionId: version.id, revision: version.revision, tab: `tab-${by}`, ...more },
    `revision status notesRevision edits editedBy { username }
      people { person { username } tab focus seenAt canEdit isMe } version { id status revision }`,
    api,
  );
const who = (payload: AnyData): string[] =>
  payload.people
    .map(({ person, focus }: AnyData) => `${person.username}:${focus ?? ""}`)
    .toSorted();

describe("whoever has a draft open", () => {
  test("is seen by the others, on every server, with the place where they are", async () => {
    const draft = await desk.letter("Bersama");
    const alone = await pulse(draft, "admin", { focus: "node:ask.text" });
    expect(alone).toMatchObject({
      userErrors: [],
      revision: draft.revision,
      status: "DRAFT",
      notesRevision: 0,
      edits: [],
      editedBy: [],
      people: [
        {
          person: { username: "admin" },
          tab: "tab-admin",
          focus: "node:ask.text",
          seenAt: new Date(driver.api.clock.now()).toISOString(),
          canEdit: true,
          isMe: true,
        },
      ],
    });
    expect(who(await pulse(draft, "admin2", {}, second))).toEqual([
      "admin2:",
      "admin:node:ask.text",
    ]);
    const reader = await pulse(draft, "kadis", { focus: "lane:staf" });
    expect(who(reader)).toEqual(["admin2:", "admin:node:ask.text", "kadis:lane:staf"]);
    const approver = reader.people.find(({ isMe }: AnyData) => isMe);
    expect(approver).toMatchObject({ person: { username: "kadis" }, canEdit: false });
    expect(who(await pulse(draft, "admin", { focus: "node:sign.text" }))).toContain(
      "admin:node:sign.text",
    );
    // One person in two windows is there twice.
    const twice = await pulse(draft, "admin", { tab: "lain" });
    expect(twice.people.filter(({ isMe }: AnyData) => isMe)).toHaveLength(2);
  });

  test("is gone when the window says so, or half a minute after its last word", async () => {
    const draft = await desk.letter("Pergi");
    await pulse(draft, "admin");
    await pulse(draft, "admin2");
    expect(who(await pulse(draft, "admin2", { leaving: true }))).toEqual(["admin:"]);
    driver.api.clock.advance(29_999);
    expect(who(await pulse(draft, "kadis"))).toEqual(["admin:", "kadis:"]);
    driver.api.clock.advance(1);
    expect(who(await pulse(draft, "kadis"))).toEqual(["kadis:"]);
    driver.api.clock.advance(60_001);
    const ctx = {
      actor: { type: "SYSTEM", name: "t" },
      locale: "id",
      requestId: "t",
      now: driver.api.clock.now,
    } as const;
    await keepHouse(driver.api.database, ctx);
    const rows = await driver.api.database.reader.all("SELECT tab FROM draft_presence", []);
    expect(rows).toEqual([]);
  });

  test("is told what others saved, since the revision that the window has", async () => {
    const draft = await desk.letter("Sunting");
    const one = add("OUTPUTS", 0, { key: "satu", name: "Satu" });
    const saved = (await desk.edit(draft, [one, move("NODES", "sign", 1)], "admin2")).version;
    const told = await pulse(draft, "admin", {}, second);
    expect(told).toMatchObject({
      revision: saved.revision,
      edits: [
        { op: "ADD", in: "outputs", index: 0, value: { key: "satu", name: "Satu" } },
        { op: "MOVE", in: "nodes", key: "sign", index: 1 },
      ],
      editedBy: [{ username: "admin2" }],
    });
    expect(await pulse(saved, "admin")).toMatchObject({ edits: [], editedBy: [] });
    const late = await driver.mutate(
      "admin",
      "editDraft",
      { versionId: draft.id, revision: draft.revision, edits: [one] },
      "conflict { revision edits editedBy { username } }",
    );
    const { revision, edits, editedBy } = told;
    expect(late.conflict).toEqual({ revision, edits, editedBy });
    // From a revision that never was, or too many saves ago, the draft must be loaded anew.
    for (const revision of [0, saved.revision + 1]) {
      expect(await pulse({ ...draft, revision }, "admin")).toMatchObject({ edits: null });
    }
    const long = Array.from({ length: 30 }, (_, at) =>
      add("NODES", 0, node(`n${at}`, "ACTIVITY", "staf", { text: "x".repeat(4000) })),
    );
    await desk.edited(saved, ...long);
    expect(await pulse(saved, "admin")).toMatchObject({ edits: null, editedBy: [{}] });
  });

  test("is told when notes change, when it is submitted, enacted or discarded", async () => {
    const draft = await desk.letter("Kabar");
    const input = { versionId: draft.id, targetType: "NODE", targetKey: "ask", text: "?" };
    await driver.mutate("kadis", "addNote", input, "note { id }");
    expect(await pulse(draft, "admin")).toMatchObject({ notesRevision: 1 });
    const seen = { versionId: draft.id, revision: draft.revision };
    await driver.mutate("admin2", "submitVersion", seen, "version { id }");
    expect(await pulse(draft, "admin")).toMatchObject({ status: "SUBMITTED", people: [{}] });
    await desk.enacted(draft);
    const after = await pulse(draft, "admin");
    expect(after).toMatchObject({ status: "IN_FORCE", people: [], userErrors: [] });
    const other = await desk.letter("Dihapus");
    await pulse(other, "admin");
    const gone = { versionId: other.id, revision: other.revision };
    await driver.mutate("admin2", "discardDraft", gone, "discardedId");
    const late = await pulse(other, "admin");
    expect(late.userErrors).toEqual([
      {
        code: "DISCARDED",
        field: "input.versionId",
        message: "Konsep ini sudah dihapus oleh Orang admin2.",
      },
    ]);
    expect(late).toMatchObject({ version: null, edits: null, people: [], editedBy: [] });
  });
});

describe("a pulse", () => {
  test("is for those who read drafts", async () => {
    const draft = await desk.letter("Hak");
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(codes(await pulse(draft, by))).toEqual(["NOT_FOUND"]);
    }
    await pulse(draft, "admin");
    await desk.enacted(draft);
    // What is in force anybody may read, and not how it came to that.
    const reader = await pulse({ ...draft, revision: 1 }, "budi");
    expect(reader).toMatchObject({ status: "IN_FORCE", edits: null, editedBy: [], people: [] });
  });

  test.each([
    ["INVALID", { tab: "" }],
    ["INVALID", { tab: "a b" }],
    ["INVALID", { tab: "x".repeat(65) }],
    ["TOO_LARGE", { focus: "x".repeat(201) }],
    ["NOT_FOUND", { versionId: "x" }],
  ])("%s: %o", async (code, more) => {
    const draft = await desk.letter("Denyut buruk");
    expect(codes(await pulse(draft, "admin", more))).toEqual([code]);
  });

  test("of two at once from one window counts once, and windows are limited", async () => {
    const draft = await desk.letter("Jendela");
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, at) => pulse(draft, "admin", {}, at % 2 ? second : driver.api)),
    );
    expect(many.flatMap(codes)).toEqual([]);
    expect(who(await pulse(draft, "admin"))).toEqual(["admin:"]);
    for (let tab = 1; tab < 20; tab += 1) {
      expect(codes(await pulse(draft, "admin", { tab: `t${tab}` }))).toEqual([]);
    }
    expect(codes(await pulse(draft, "admin", { tab: "zuviel" }))).toEqual(["RATE_LIMITED"]);
    expect(codes(await pulse(draft, "admin2"))).toEqual([]);
    driver.api.clock.advance(31_000);
    expect(codes(await pulse(draft, "admin", { tab: "lagi" }))).toEqual([]);
  });
});
