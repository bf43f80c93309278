import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR } from "../cases/case-driver.js";
import { addPerson, endRoles } from "../cases/people-of-the-test.js";
import { DraftDesk, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

describe("sending back", () => {
  const state = `version { status revision sentBack { reason at by { username } }
    submission { message at by { username } } }`;
  const seen = ({ id, revision }: AnyData) => ({ versionId: id, revision });
  const submit = async (version: AnyData, message: string | null = null): Promise<AnyData> => {
    const document = `mutation ($input: VersionActionInput!, $message: String) {
      submitVersion(input: $input, message: $message) { ${state} userErrors { code field } } }`;
    const variables = { input: seen(version), message };
    return (await driver.gql("admin", document, variables)).submitVersion;
  };
  const sendBack = (version: AnyData, reason: string, by = "kadis"): Promise<AnyData> =>
    driver.mutate(by, "sendBackVersion", { ...seen(version), reason }, state);

  test("makes it a draft again that says why, until it is submitted once more", async () => {
    let draft = await desk.letter("Dikembalikan");
    const first = await submit(draft, " Mohon diperiksa ");
    expect(first.version).toMatchObject({
      status: "SUBMITTED",
      sentBack: null,
      submission: { message: "Mohon diperiksa", by: { username: "admin" } },
    });
    driver.api.clock.advance(HOUR);
    const { version } = await sendBack(draft, "  Waktu langkah 2 terlalu lama.\n");
    expect(version).toEqual({
      status: "DRAFT",
      revision: draft.revision,
      sentBack: {
        reason: "Waktu langkah 2 terlalu lama.",
        at: new Date(driver.api.clock.now()).toISOString(),
        by: { username: "kadis" },
      },
      submission: null,
    });
    draft = await desk.edited(draft, update("NODES", node("sign", "ACTIVITY", "kabid")));
    const again = await submit(draft);
    expect(again.version).toMatchObject({ sentBack: null, submission: { message: null } });
    const withdrawn = await driver.mutate("admin", "withdrawSubmission", seen(draft), state);
    expect(withdrawn.version).toMatchObject({ status: "DRAFT", sentBack: null, submission: null });
    await submit(draft);
    expect(await desk.enacted(draft)).toMatchObject({ status: "IN_FORCE" });
  });

  test("takes a reason, a submitted version, and whoever may enact", async () => {
    const draft = await desk.letter("Ditolak");
    expect(codes(await sendBack(draft, "x"))).toEqual(["NOT_SUBMITTED"]);
    await submit(draft);
    for (const empty of ["", " \n\t "]) {
      const payload = await sendBack(draft, empty);
      expect(payload.userErrors).toMatchObject([
        { code: "REASON_REQUIRED", field: "input.reason", message: "Alasan wajib diisi." },
      ]);
    }
    expect(codes(await sendBack(draft, "x".repeat(4001)))).toEqual(["TOO_LARGE"]);
    expect(codes(await sendBack({ ...draft, revision: 1 }, "x"))).toEqual(["CONFLICT"]);
    expect(codes(await sendBack(draft, "x", "manajer"))).toEqual(["FORBIDDEN"]);
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(codes(await sendBack(draft, "x", by))).toEqual(["NOT_FOUND"]);
    }
    expect((await submit(draft)).userErrors).toMatchObject([{ code: "NOT_DRAFT" }]);
    expect((await desk.read(draft.id)).status).toBe("SUBMITTED");
    await desk.enacted(draft);
    expect(codes(await sendBack(draft, "x"))).toEqual(["ALREADY_ENACTED"]);
  });
});

test("of two decisions on a submission at once, one holds, and the history tells which", async () => {
  for (let round = 0; round < 6; round += 1) {
    const draft = await desk.letter("Serentak");
    const seen = { versionId: draft.id, revision: draft.revision };
    await driver.mutate("admin", "submitVersion", seen, "version { id }");
    const both = await Promise.all([
      driver.mutate("kadis", "enactVersion", seen, "version { id }"),
      driver.mutate("kadis", "sendBackVersion", { ...seen, reason: "x" }, "version { id }"),
      driver.mutate("admin", "withdrawSubmission", seen, "version { id }"),
    ]);
    const { node: after } = await driver.gql(
      "admin",
      "query ($id: ID!) { node(id: $id) { ... on SopVersion { status changes { nodes { kind } } } } }",
      { id: draft.id },
    );
    const kinds = after.changes.nodes.map(({ kind }: AnyData) => kind);
    const decided = kinds.slice(0, kinds.indexOf("SUBMIT"));
    // A draft may be enacted too, so that sending back or withdrawing may come before.
    expect(decided.filter((kind: string) => kind !== "ENACT").length).toBeLessThanOrEqual(1);
    expect(decided).toHaveLength(3 - both.flatMap(codes).length);
    expect(after.status).toBe(decided[0] === "ENACT" ? "IN_FORCE" : "DRAFT");
  }
});

describe("review notes", () => {
  const fields = `note { id targetType targetKey targetField text resolved createdAt editedAt
      resolvedAt author { username } resolvedBy { username } canEdit canResolve }
    version { notesRevision }`;
  const add = (version: AnyData, more: object = {}, by = "kadis"): Promise<AnyData> =>
    driver.mutate(
      by,
      "addNote",
      {
        versionId: version.id,
        targetType: "NODE",
        targetKey: "examine",
        targetField: "standardTime",
        text: "Satu hari terlalu lama",
        ...more,
      },
      fields,
    );
  const notes = async (version: AnyData, by = "admin"): Promise<AnyData[]> => {
    const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { notes {
      id text resolved targetType targetKey targetField author { username } createdAt } } } }`;
    return (await driver.gql(by, document, { id: version.id })).node.notes;
  };

  test("hang on a field, a lane, a step or an arrow, and count up", async () => {
    const draft = await desk.letter("Catatan");
    const targets = [
      { targetType: "NODE", targetKey: "examine", targetField: "standardTime" },
      { targetType: "NODE", targetKey: "ask", targetField: null },
      { targetType: "LANE", targetKey: "staf", targetField: "binding" },
      { targetType: "EDGE", targetKey: "examine-ask", targetField: "outcome" },
      { targetType: "FIELD", targetKey: "identity.enactedBy.nip", targetField: null },
      { targetType: "FIELD", targetKey: "lists.warnings", targetField: null },
      { targetType: "FIELD", targetKey: "number", targetField: null },
    ];
    for (const [at, target] of targets.entries()) {
      const { note, version, userErrors } = await add(draft, { ...target, text: ` 👍 ${at}\n` });
      expect(userErrors).toEqual([]);
      expect(version.notesRevision).toBe(at + 1);
      expect(note).toMatchObject({
        ...target,
        text: `👍 ${at}`,
        resolved: false,
        author: { username: "kadis" },
        createdAt: new Date(driver.api.clock.now()).toISOString(),
        editedAt: null,
        canEdit: true,
        canResolve: true,
      });
    }
    expect(await notes(draft)).toMatchObject(targets);
    const { node } = await driver.gql(
      "manajer",
      "query ($id: ID!) { node(id: $id) { ... on SopVersion { canAddNote notesRevision } } }",
      { id: draft.id },
    );
    expect(node).toEqual({ canAddNote: true, notesRevision: 7 });
    // They are no edit: whoever draws goes on.
    expect((await desk.read(draft.id)).revision).toBe(draft.revision);
  });

  test("are written by those who read drafts, changed by whoever wrote them or the admin", async () => {
    const draft = await desk.letter("Hak catatan");
    for (const by of ["budi", "pemohon", "pkykadis", "loket"]) {
      expect(codes(await add(draft, {}, by))).toEqual(["NOT_FOUND"]);
    }
    const { note } = await add(draft, {}, "manajer");
    expect(note).toMatchObject({ canEdit: true, canResolve: false });
    const edit = (text: string, by: string) =>
      driver.mutate(by, "editNote", { noteId: note.id, text }, fields);
    const take = (noteId: string, by: string) =>
      driver.mutate(by, "removeNote", { noteId }, fields);
    expect(codes(await edit("x", "kadis"))).toEqual(["FORBIDDEN"]);
    expect(codes(await take(note.id, "kadis"))).toEqual(["FORBIDDEN"]);
    expect(codes(await edit("x", "budi"))).toEqual(["NOT_FOUND"]);
    driver.api.clock.advance(HOUR);
    const edited = await edit("Dua hari terlalu lama", "manajer");
    expect(edited.note).toMatchObject({
      text: "Dua hari terlalu lama",
      createdAt: note.createdAt,
      editedAt: new Date(driver.api.clock.now()).toISOString(),
    });
    expect(codes(await edit("Diubah admin", "admin"))).toEqual([]);
    expect(codes(await edit(" ", "manajer"))).toEqual(["INVALID"]);
    const removed = await take(note.id, "manajer");
    expect(removed).toMatchObject({ note: null, userErrors: [], version: { notesRevision: 4 } });
    expect(codes(await take(note.id, "manajer"))).toEqual(["NOT_FOUND"]);
    expect(await notes(draft)).toEqual([]);
  });

  test("are no longer one's own once one has no part in drafts", async () => {
    await addPerson(driver.api, "mantan", "manajer", { role: "MANAGER" });
    const draft = await desk.letter("Mantan");
    const { note } = await add(draft, {}, "mantan");
    await endRoles(driver.api, "mantan");
    const input = { noteId: note.id, text: "x" };
    expect(codes(await driver.mutate("mantan", "editNote", input, fields))).toEqual(["NOT_FOUND"]);
  });

  test.each<[string, string, object]>([
    ["NOT_FOUND", "input.targetKey", { targetKey: "nothing" }],
    ["NOT_FOUND", "input.targetKey", { targetType: "LANE" }],
    ["NOT_FOUND", "input.targetKey", { targetKey: "__proto__" }],
    ["INVALID", "input.targetKey", { targetType: "FIELD", targetKey: "secret" }],
    ["INVALID", "input.targetKey", { targetType: "FIELD", targetKey: "lists.__proto__" }],
    ["INVALID", "input.targetField", { targetField: "a b" }],
    ["INVALID", "input.text", { text: "\n " }],
    ["TOO_LARGE", "input.text", { text: "x".repeat(4001) }],
    ["NOT_FOUND", "input.versionId", { versionId: toGlobalId("SopVersion", 999_999) }],
  ])("%s of %s: %o", async (code, field, more) => {
    const draft = await desk.letter("Catatan buruk");
    expect((await add(draft, more)).userErrors).toMatchObject([{ code, field }]);
    expect(await notes(draft)).toEqual([]);
  });

  test("stay with a submission, end with the enactment, and go on in the next draft while open", async () => {
    const draft = await desk.letter("Berlanjut");
    const open = (await add(draft, { text: "terbuka" })).note;
    const settled = (await add(draft, { text: "selesai", targetKey: "ask" })).note;
    await driver.mutate(
      "admin",
      "submitVersion",
      { versionId: draft.id, revision: draft.revision },
      "version { id }",
    );
    const waiting = (await add(draft, { text: "saat diajukan", targetKey: "sign" })).note;
    driver.api.clock.advance(HOUR);
    const { note } = await driver.mutate(
      "kadis",
      "resolveNote",
      { noteId: settled.id, resolved: true },
      fields,
    );
    expect(note).toMatchObject({
      resolved: true,
      resolvedBy: { username: "kadis" },
      resolvedAt: new Date(driver.api.clock.now()).toISOString(),
    });
    await desk.enacted(draft);
    expect(codes(await add(draft))).toEqual(["ALREADY_ENACTED"]);
    for (const [name, input] of [
      ["editNote", { noteId: open.id, text: "x" }],
      ["removeNote", { noteId: open.id }],
    ] as const) {
      expect(codes(await driver.mutate("kadis", name, input, fields))).toEqual(["ALREADY_ENACTED"]);
    }
    const next = (
      await driver.mutate("admin", "reviseSop", { sopId: draft.sopId }, "version { id revision }")
    ).version;
    expect(await notes(next)).toEqual(
      [open, waiting].map((one) => ({
        id: expect.not.stringMatching(one.id),
        text: one.text,
        resolved: false,
        targetType: "NODE",
        targetKey: one.targetKey,
        targetField: "standardTime",
        author: { username: "kadis" },
        createdAt: one.createdAt,
      })),
    );
    // Settling works anywhere, as before.
    const input = { noteId: open.id, resolved: true };
    expect(codes(await driver.mutate("kadis", "resolveNote", input, fields))).toEqual([]);
    // A step that is gone takes no note with it.
    await desk.edited({ ...next, sopId: draft.sopId }, remove("NODES", "examine"));
    expect(await notes(next)).toHaveLength(2);
  });
});
