import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { add, DraftDesk, edge, move, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const keys = (list: readonly AnyData[]): string[] => list.map(({ key }) => key);
const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

describe("a new SOP", () => {
  test("begins as a draft of one lane from start to end, and says what it still lacks", async () => {
    const draft = await desk.create("Baru");
    expect(draft).toMatchObject({
      version: 1,
      status: "DRAFT",
      revision: 1,
      inForceFrom: null,
      identity: { title: "Baru", office: "Dinas Komunikasi dan Informatika" },
      lanes: [{ bindingType: null }],
      nodes: [{ key: "start" }, { key: "end" }],
      problems: [{ rule: "bound-lane" }],
    });
    expect(await desk.sop(draft.sopId)).toMatchObject({ status: "DRAFT_ONLY", inForce: null });
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_FOUND"]);
    expect(codes(await desk.start(draft.sopId, "kadis"))).toEqual(["NOT_IN_FORCE"]);
  });

  test("is hidden from those who do not draft", async () => {
    const draft = await desk.create("Rahasia");
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(await desk.read(draft.id, by)).toBeNull();
      const { sops } = await driver.gql(
        by,
        '{ sops(filter: { search: "Rahasia" }) { nodes { id } } }',
      );
      expect(sops.nodes).toEqual([]);
    }
    for (const by of ["kadis", "manajer"]) expect(await desk.read(draft.id, by)).not.toBeNull();
  });
});

describe("edits", () => {
  test("add, change, move and take out elements of all four lists", async () => {
    let draft = await desk.letter();
    expect(draft.problems).toEqual([]);
    expect(keys(draft.lanes)).toEqual(["pemohon", "staf", "kabid"]);
    expect(draft.nodes.map((one: AnyData) => [one.key, one.rowNumber])).toEqual([
      ["start", null],
      ["ask", 1],
      ["examine", 2],
      ["sign", 3],
      ["end", null],
    ]);
    expect(draft.nodes[2]).toEqual({
      key: "examine",
      kind: "DECISION",
      rowNumber: 2,
      text: "Langkah examine",
      parts: [{ laneKey: "staf", label: null }],
      mode: "ALL",
      work: false,
      requirements: [{ text: "Surat", output: "surat" }],
      standardTime: { value: 1, unit: "WORKING_DAY" },
      outputs: [],
      remarks: null,
      call: null,
    });

    draft = await desk.edited(
      draft,
      move("LANES", "kabid", 0),
      move("NODES", "sign", 1),
      move("EDGES", "start-ask", 4),
      add("OUTPUTS", 0, { key: "balasan", name: "Balasan" }),
      move("OUTPUTS", "balasan", 1),
      update("LANES", {
        key: "staf",
        name: "Staf Ahli",
        bindingType: "POSITION",
        positionId: desk.position("staf-iatik"),
      }),
      update("OUTPUTS", { key: "balasan", name: "Surat balasan" }),
      update("EDGES", { key: "examine-sign", from: "examine", to: "sign", outcome: "YA" }),
      update(
        "NODES",
        node("sign", "ACTIVITY", "kabid", {
          text: "Menandatangani",
          remarks: "Basah",
          outputs: ["balasan"],
          parts: [
            { laneKey: "kabid", label: "Tanda tangan" },
            { laneKey: "staf", label: "Stempel" },
          ],
          mode: "ANY",
        }),
      ),
    );
    expect(keys(draft.lanes)).toEqual(["kabid", "pemohon", "staf"]);
    expect(draft.lanes[2]).toEqual({
      key: "staf",
      name: "Staf Ahli",
      bindingType: "POSITION",
      position: { code: "trenggalek-kominfo.staf-iatik" },
    });
    expect(keys(draft.nodes)).toEqual(["start", "sign", "ask", "examine", "end"]);
    expect(keys(draft.edges)).toEqual([
      "ask-examine",
      "examine-sign",
      "examine-ask",
      "sign-end",
      "start-ask",
    ]);
    expect(draft.outputs).toEqual([
      { key: "surat", name: "Surat" },
      { key: "balasan", name: "Surat balasan" },
    ]);
    expect(draft.nodes[1]).toMatchObject({
      text: "Menandatangani",
      remarks: "Basah",
      mode: "ANY",
      outputs: ["balasan"],
      parts: [
        { laneKey: "kabid", label: "Tanda tangan" },
        { laneKey: "staf", label: "Stempel" },
      ],
    });

    draft = await desk.edited(
      draft,
      add("LANES", 3, { key: "lain", name: "Lain" }),
      remove("LANES", "lain"),
      remove("EDGES", "examine-ask"),
      remove("NODES", "sign"),
      remove("OUTPUTS", "balasan"),
    );
    expect(keys(draft.nodes)).toEqual(["start", "ask", "examine", "end"]);
    expect(draft.problems.map(({ rule }: AnyData) => rule)).toContain("dangling-edge");
    expect(await desk.read(draft.id)).toEqual({ ...draft, sopId: undefined });
  });

  test("set the identity and the lists, where nothing stated is not the same as none", async () => {
    const draft = await desk.create("Identitas");
    const identity = {
      government: "PEMERINTAH KABUPATEN TRENGGALEK",
      office: "Dinas Kominfo",
      unit: null,
      address: "Jl. Pemuda 👍",
      title: "SOP \u200Fعنوان\u200E",
      procedure: null,
      createdOn: { text: "2021", iso: null },
      revisedOn: { text: null, iso: "2022-05" },
      effectiveOn: null,
      enactedBy: { position: "Kepala", name: "N. N.", rank: null, nip: "1970", signature: null },
    };
    const lists = {
      legalBasis: [
        { text: "UU 23/2014", group: null },
        { text: "Perbup 1/2020", group: "Daerah" },
      ],
      qualifications: [],
      relatedSops: null,
      equipment: [{ text: "Komputer", group: null }],
      warnings: null,
      records: [],
    };
    const after = await desk.edited(
      draft,
      { op: "SET_IDENTITY", identity },
      { op: "SET_LISTS", lists },
    );
    expect(after).toMatchObject({ identity, lists });
    expect(await desk.read(draft.id)).toMatchObject({ identity, lists });
  });

  test("against an old revision are a CONFLICT that tells what was changed since", async () => {
    const draft = await desk.create("Bersama");
    const one = add("OUTPUTS", 0, { key: "satu", name: "Satu" });
    const two = move("NODES", "end", 0);
    const now = await desk.edited(await desk.edited(draft, one), two);
    const late = await desk.edit(draft, [add("OUTPUTS", 0, { key: "tiga", name: "Tiga" })]);
    expect(codes(late)).toEqual(["CONFLICT"]);
    expect(late.conflict).toEqual({
      revision: 3,
      edits: [
        { op: "ADD", in: "outputs", index: 0, value: { key: "satu", name: "Satu" } },
        { op: "MOVE", in: "nodes", key: "end", index: 0 },
      ],
    });
    expect(await desk.read(draft.id)).toEqual({ ...now, sopId: undefined });
    // What a restore took back behind it, or what never was, leads nowhere.
    for (const revision of [4, 0]) {
      const lost = await desk.edit({ ...draft, revision }, [one]);
      expect([codes(lost), lost.conflict]).toEqual([["CONFLICT"], { revision: 3, edits: null }]);
    }
  });

  test("against one of long ago are a CONFLICT that does not hand over all of them", async () => {
    const draft = await desk.create("Lama");
    const text = "x".repeat(4000);
    const long = Array.from({ length: 100 }, (_, at) =>
      add("NODES", 0, node(`n${at}`, "ACTIVITY", null, { text })),
    );
    let last = await desk.edited(draft, ...long);
    for (let times = 0; times < 5; times += 1) {
      const again = long.map(({ node: each }) => update("NODES", each as Record<string, unknown>));
      last = await desk.edited(last, ...again);
    }
    const late = await desk.edit(draft, [move("NODES", "end", 0)]);
    expect(late.conflict).toEqual({ revision: last.revision, edits: null });
  });

  test("are the admin's alone, and none at all changes nothing", async () => {
    const draft = await desk.create("Hak");
    const edits = [move("NODES", "end", 0)];
    for (const by of ["kadis", "manajer"]) {
      expect(codes(await desk.edit(draft, edits, by))).toEqual(["FORBIDDEN"]);
    }
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(codes(await desk.edit(draft, edits, by))).toEqual(["NOT_FOUND"]);
    }
    const none = await desk.edit(draft, []);
    expect([codes(none), none.version.revision]).toEqual([[], 1]);
    const { errors } = await driver.api.send(
      null,
      `mutation { editDraft(input: { versionId: "${draft.id}", revision: 1, edits: [] }) {
        userErrors { code } } }`,
    );
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    expect(await desk.read(draft.id)).toEqual({ ...draft, sopId: undefined });
  });
});

describe("a submitted version", () => {
  const act = (name: string, version: AnyData, by = "admin") =>
    driver.mutate(
      by,
      name,
      { versionId: version.id, revision: version.revision },
      "version { status revision }",
    );

  test("cannot be edited until it is withdrawn, and can be enacted", async () => {
    const draft = await desk.letter("Diajukan");
    expect(codes(await act("withdrawSubmission", draft))).toEqual(["NOT_SUBMITTED"]);
    expect(codes(await act("submitVersion", { ...draft, revision: 1 }))).toEqual(["CONFLICT"]);
    expect(codes(await act("submitVersion", draft, "kadis"))).toEqual(["FORBIDDEN"]);
    expect(codes(await act("submitVersion", draft, "budi"))).toEqual(["NOT_FOUND"]);
    const submitted = await act("submitVersion", draft);
    expect(submitted.version).toEqual({ status: "SUBMITTED", revision: draft.revision });
    const edits = [add("EDGES", 0, edge("ask", "sign"))];
    expect(codes(await desk.edit(draft, edits))).toEqual(["NOT_DRAFT"]);
    expect(codes(await act("submitVersion", draft))).toEqual(["NOT_DRAFT"]);
    const withdrawn = await act("withdrawSubmission", draft);
    expect(withdrawn.version.status).toBe("DRAFT");
    const after = await desk.edited(
      draft,
      update("LANES", { ...draft.lanes[0], position: undefined }),
    );
    await act("submitVersion", after);
    expect(await desk.enacted(after)).toMatchObject({ status: "IN_FORCE" });
    for (const name of ["submitVersion", "withdrawSubmission"]) {
      expect(codes(await act(name, after))).toEqual(["ALREADY_ENACTED"]);
    }
  });
});

describe("revising", () => {
  test("opens one draft that begins as the version in force, notes and all", async () => {
    const sopId = driver.sop("000");
    const revise = () =>
      driver.mutate(
        "admin",
        "reviseSop",
        { sopId },
        "version { id version status revision nodes { key } notes { text resolved } }",
      );
    const first = await revise();
    expect(first.version).toMatchObject({ version: 2, status: "DRAFT", revision: 1 });
    expect(first.version.nodes).toHaveLength(8);
    const { node: sop } = await driver.gql(
      "admin",
      "query ($id: ID!) { node(id: $id) { ... on Sop { inForce { version notes { text resolved } } } } }",
      { id: sopId },
    );
    expect(first.version.notes).toEqual(sop.inForce.notes);
    expect(first.version.notes.length).toBeGreaterThan(0);
    expect((await revise()).version.id).toBe(first.version.id);
    const { userErrors } = await driver.mutate("kadis", "reviseSop", { sopId }, "sop { id }");
    expect(userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  });
});
