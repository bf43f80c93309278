import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR } from "../cases/case-driver.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { add, DraftDesk, node, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  await addPerson(driver.api, "admin2", "admin", { role: "ADMIN" });
});
afterAll(() => driver?.stop());

const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);
const inAnHour = () => {
  const from = driver.api.clock.now() + HOUR;
  return { from, more: { inForceFrom: new Date(from).toISOString() } };
};
const unschedule = (versionId: string, by = "kadis", reason = "Peraturannya ditunda") =>
  driver.mutate(
    by,
    "unscheduleVersion",
    { versionId, reason },
    "sop { id status } version { id version status revision nodes { text } notes { text } }",
  );
const revise = async (sopId: string, more: object = {}): Promise<AnyData> =>
  driver.mutate(
    "admin",
    "reviseSop",
    { sopId, ...more },
    "version { id version revision status nodes { key text } }",
  );
const discard = (version: AnyData, by = "admin") =>
  driver.mutate(
    by,
    "discardDraft",
    { versionId: version.id, revision: version.revision },
    "discardedId sop { id status draft { id } versions { version status } }",
  );

describe("a scheduled version", () => {
  test("can be taken back before its day; what it says goes on as a draft", async () => {
    const draft = await desk.letter("Batal");
    const { from, more } = inAnHour();
    const input = { versionId: draft.id, targetType: "NODE", targetKey: "ask", text: "Benarkah?" };
    await driver.mutate("kadis", "addNote", input, "note { id }");
    await desk.enacted(draft, more);
    for (const empty of ["", "  "]) {
      expect(codes(await unschedule(draft.id, "kadis", empty))).toEqual(["REASON_REQUIRED"]);
    }
    for (const [by, code] of [
      ["manajer", "FORBIDDEN"],
      ["budi", "FORBIDDEN"],
      ["pkykadis", "FORBIDDEN"],
    ] as const) {
      expect(codes(await unschedule(draft.id, by))).toEqual([code]);
    }
    const taken = await unschedule(draft.id);
    expect(taken).toMatchObject({
      userErrors: [],
      sop: { status: "DRAFT_ONLY" },
      version: { version: 2, status: "DRAFT", revision: 1, notes: [{ text: "Benarkah?" }] },
    });
    expect(taken.version.nodes).toEqual(draft.nodes.map(({ text }: AnyData) => ({ text })));
    expect((await desk.sop(draft.sopId)).versions).toEqual([
      { version: 2, status: "DRAFT" },
      { version: 1, status: "REVOKED" },
    ]);
    expect(codes(await unschedule(draft.id))).toEqual(["NOT_SCHEDULED"]);
    expect(codes(await unschedule(taken.version.id, "admin"))).toEqual(["NOT_SCHEDULED"]);
    driver.api.clock.set(from + HOUR);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_FOUND"]);
    // It was never in force, so that nobody else reads it.
    expect(await desk.read(draft.id, "budi")).toBeNull();
    expect(await desk.read(draft.id, "manajer")).toMatchObject({ status: "REVOKED" });
    expect(codes(await desk.edit(draft, []))).toEqual(["ALREADY_ENACTED"]);
    await desk.enacted(taken.version);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual([]);
  });

  test("leaves the one in force, and cases, as they are; and a draft that is open", async () => {
    const draft = await desk.letter("Batal versi dua");
    await desk.enacted(draft);
    const { instance } = await desk.start(draft.sopId, "pemohon");
    const second = await desk.edited(
      { ...(await revise(draft.sopId)).version, sopId: draft.sopId },
      update("NODES", node("sign", "ACTIVITY", "kabid", { text: "Versi dua" })),
    );
    const { from, more } = inAnHour();
    await desk.enacted(second, more);
    const third = (await revise(draft.sopId)).version;
    const taken = await unschedule(second.id);
    expect(taken).toMatchObject({ sop: { status: "IN_FORCE" }, version: { id: third.id } });
    driver.api.clock.set(from + HOUR);
    expect((await desk.sop(draft.sopId)).versions).toEqual([
      { version: 3, status: "DRAFT" },
      { version: 2, status: "REVOKED" },
      { version: 1, status: "IN_FORCE" },
    ]);
    const done = await driver.steps(instance, "ask", "examine:examine-sign", "sign");
    expect(done.status).toBe("COMPLETED");
    expect((await desk.start(draft.sopId, "pemohon")).instance.version.version).toBe(1);
    // Version 3 need not wait for the day of the one that was taken back.
    await desk.enacted(third);
  });

  test("cannot be taken back once it is in force, or retired", async () => {
    const draft = await desk.letter("Terlambat");
    const { from, more } = inAnHour();
    await desk.enacted(draft, more);
    driver.api.clock.set(from);
    expect(codes(await unschedule(draft.id))).toEqual(["NOT_SCHEDULED"]);
    const next = (await revise(draft.sopId)).version;
    await desk.enacted(next, inAnHour().more);
    await driver.mutate("kadis", "retireSop", { sopId: draft.sopId }, "sop { id }");
    expect(codes(await unschedule(next.id))).toEqual(["NOT_SCHEDULED"]);
    expect((await desk.sop(draft.sopId)).status).toBe("RETIRED");
  });

  test("is taken back by one of two at once, and never without a draft", async () => {
    const draft = await desk.letter("Serentak");
    await desk.enacted(draft, inAnHour().more);
    const [one, two, opened] = await Promise.all([
      unschedule(draft.id),
      unschedule(draft.id, "admin"),
      revise(draft.sopId),
    ]);
    expect([...codes(one), ...codes(two)]).toEqual(["NOT_SCHEDULED"]);
    expect(codes(opened)).toEqual([]);
    expect((await desk.sop(draft.sopId)).versions).toHaveLength(2);
  });
});

test("a revision may begin as any version of the SOP, and of no other", async () => {
  const draft = await desk.letter("Kembali");
  await desk.enacted(draft);
  const second = await desk.edited(
    { ...(await revise(draft.sopId)).version, sopId: draft.sopId },
    update("NODES", node("sign", "ACTIVITY", "kabid", { text: "Lain" })),
  );
  await desk.enacted(second);
  const other = await desk.letter("SOP lain");
  const wrong = await revise(draft.sopId, { from: other.id });
  expect(wrong.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "input.from" }]);
  const { version } = await revise(draft.sopId, { from: draft.id });
  expect(version).toMatchObject({ version: 3, status: "DRAFT" });
  expect(version.nodes).toEqual(draft.nodes.map(({ key, text }: AnyData) => ({ key, text })));
});

describe("discarding", () => {
  const rowsOf = async (versionId: string): Promise<number> => {
    const tables = ["draft_edit", "version_action", "draft_presence", "review_note"];
    const counts = await Promise.all(
      tables.map((table) =>
        driver.api.database.reader.get<{ count: number }>(
          `SELECT COUNT(*) AS count FROM ${table} WHERE version_id = ?`,
          [parseGlobalId(versionId)?.id ?? 0],
        ),
      ),
    );
    return counts.reduce((sum, row) => sum + (row?.count ?? 0), 0);
  };

  test("removes a new SOP whole, and its number is free again", async () => {
    const input = { officeId: desk.officeId, number: "99/2026", title: "Salah buat" };
    const create = () =>
      driver.mutate("admin", "createSop", input, "sop { id } version { id revision }");
    const { sop, version } = await create();
    const note = { versionId: version.id, targetType: "FIELD", targetKey: "number", text: "?" };
    await driver.mutate("admin", "addNote", note, "note { id }");
    const seen = { versionId: version.id, revision: 1 };
    await driver.mutate("admin", "draftPulse", { ...seen, tab: "t" }, "revision");
    expect(await rowsOf(version.id)).toBe(3);
    expect(await discard(version)).toEqual({ discardedId: version.id, sop: null, userErrors: [] });
    expect(await rowsOf(version.id)).toBe(0);
    expect(await desk.sop(sop.id)).toBeNull();
    expect(await desk.read(version.id)).toBeNull();
    expect((await create()).userErrors).toEqual([]);
  });

  test("removes a revision, and leaves the SOP as it was", async () => {
    const draft = await desk.letter("Revisi batal");
    await desk.enacted(draft);
    const second = await desk.edited(
      { ...(await revise(draft.sopId)).version, sopId: draft.sopId },
      add("OUTPUTS", 0, { key: "baru", name: "Baru" }),
    );
    expect(await discard(second)).toMatchObject({
      userErrors: [],
      sop: { status: "IN_FORCE", draft: null, versions: [{ version: 1, status: "IN_FORCE" }] },
    });
    expect(await rowsOf(second.id)).toBe(0);
    const again = (await revise(draft.sopId)).version;
    expect(again).toMatchObject({ version: 2, revision: 1 });
    expect(again.id).not.toBe(second.id);
  });

  test("is the admin's, of what he has seen, and of nothing that was enacted", async () => {
    const draft = await desk.letter("Hak hapus");
    for (const by of ["kadis", "manajer"]) {
      expect(codes(await discard(draft, by))).toEqual(["FORBIDDEN"]);
    }
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(codes(await discard(draft, by))).toEqual(["NOT_FOUND"]);
    }
    expect(codes(await discard({ ...draft, revision: 1 }))).toEqual(["CONFLICT"]);
    await desk.enacted(draft);
    expect(codes(await discard(draft))).toEqual(["ALREADY_ENACTED"]);
  });

  test("of two at once, one does; and what is saved meanwhile is not lost unseen", async () => {
    const draft = await desk.letter("Balapan");
    const both = await Promise.all([discard(draft), discard(draft, "admin2")]);
    expect(both.flatMap(codes)).toEqual(["DISCARDED"]);
    const next = await desk.letter("Balapan sunting");
    const [saved, gone] = await Promise.all([
      desk.edit(next, [add("OUTPUTS", 0, { key: "x", name: "X" })]),
      discard(next, "admin2"),
    ]);
    const outcome = [codes(saved), codes(gone)];
    expect([
      [[], ["CONFLICT"]],
      [["DISCARDED"], []],
    ]).toContainEqual(outcome);
  });
});

describe("whoever still has a version open that is no draft any more is told what happened to it", () => {
  const edits = [add("OUTPUTS", 0, { key: "kerja", name: "Kerja" })];
  const seen = ({ id, revision }: AnyData) => ({ versionId: id, revision });

  test("submitted, sent back, enacted, retired, discarded", async () => {
    const draft = await desk.letter("Di bawah tangan");
    await driver.mutate("admin2", "submitVersion", seen(draft), "version { id }");
    expect(codes(await desk.edit(draft, edits))).toEqual(["NOT_DRAFT"]);
    const reason = { ...seen(draft), reason: "Ubah" };
    await driver.mutate("kadis", "sendBackVersion", reason, "version { id }");
    const kept = await desk.edited(draft, ...edits);
    await desk.enacted(kept);
    for (const name of ["editDraft", "discardDraft"]) {
      const input = name === "editDraft" ? { ...seen(kept), edits } : seen(kept);
      const fields = name === "editDraft" ? "version { id }" : "discardedId";
      const payload = await driver.mutate("admin", name, input, fields);
      expect(payload.userErrors).toEqual([
        {
          code: "ALREADY_ENACTED",
          field: "input.versionId",
          message: "Versi ini sudah disahkan, jadi tidak dapat diubah lagi.",
        },
      ]);
    }
    await driver.mutate("kadis", "retireSop", { sopId: draft.sopId }, "sop { id }");
    expect(codes(await desk.edit(kept, edits))).toEqual(["ALREADY_ENACTED"]);

    const other = await desk.letter("Dihapus di bawah tangan");
    await discard(other, "admin2");
    const late = await desk.edit(other, edits);
    expect(late.userErrors).toMatchObject([
      { code: "DISCARDED", message: "Konsep ini sudah dihapus oleh Orang admin2." },
    ]);
    // Whoever never saw the draft is not told that there was one.
    expect(codes(await desk.edit(other, edits, "budi"))).toEqual(["NOT_FOUND"]);
    for (const name of ["submitVersion", "enactVersion"]) {
      expect(codes(await driver.mutate("admin", name, seen(other), "version { id }"))).toEqual([
        "DISCARDED",
      ]);
    }
  });
});
