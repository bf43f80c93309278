import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR, MINUTE } from "../cases/case-driver.js";
import { addPerson, write } from "../cases/people-of-the-test.js";
import { add, DraftDesk, move, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  await addPerson(driver.api, "admin2", "admin", { role: "ADMIN" });
});
afterAll(() => driver?.stop());

const output = (key: string): Readonly<Record<string, unknown>> => ({ key, name: key });

const list = async (id: string, page = "first: 50", by = "admin"): Promise<AnyData> => {
  const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { changes(${page}) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind revision at message inForceFrom by { username } source { id version } edits inverse }
  } } } }`;
  return (await driver.gql(by, document, { id })).node.changes;
};
const documentAt = async (id: string, revision: number, by = "admin"): Promise<AnyData> => {
  const document = `query ($id: ID!, $revision: Int!) {
    node(id: $id) { ... on SopVersion { documentAt(revision: $revision) } } }`;
  return (await driver.gql(by, document, { id, revision })).node.documentAt;
};
const act = (name: string, version: AnyData, more: object = {}, by = "admin") =>
  driver.mutate(
    by,
    name,
    { versionId: version.id, revision: version.revision, ...more },
    "version { id }",
  );

describe("the history of a version", () => {
  test("tells who did what, newest first, from the draft's opening to the end", async () => {
    let draft = await desk.create("Riwayat");
    driver.api.clock.advance(MINUTE);
    draft = await desk.edited(draft, add("OUTPUTS", 0, output("satu")));
    driver.api.clock.advance(MINUTE);
    const theirs = await desk.edit(draft, [move("NODES", "end", 0)], "admin2");
    expect(theirs.userErrors).toEqual([]);
    await act("submitVersion", theirs.version);
    await act("sendBackVersion", theirs.version, { reason: "Belum lengkap" }, "kadis");
    await act("submitVersion", theirs.version);
    await act("withdrawSubmission", theirs.version);
    const { nodes, totalCount } = await list(draft.id);
    const short = nodes.map(({ kind, revision, message, by }: AnyData) => [
      kind,
      revision,
      message,
      by.username,
    ]);
    expect(short).toEqual([
      ["WITHDRAW", 3, null, "admin"],
      ["SUBMIT", 3, null, "admin"],
      ["SEND_BACK", 3, "Belum lengkap", "kadis"],
      ["SUBMIT", 3, null, "admin"],
      ["EDIT", 3, null, "admin2"],
      ["EDIT", 2, null, "admin"],
      ["CREATE", 1, null, "admin"],
    ]);
    expect(totalCount).toBeNull();
    expect(nodes[4]).toMatchObject({
      edits: [{ op: "MOVE", in: "nodes", key: "end", index: 0 }],
      inverse: [{ op: "MOVE", in: "nodes", key: "end", index: 1 }],
    });
    expect(nodes[5]).toMatchObject({
      edits: [{ op: "ADD", in: "outputs", index: 0, value: output("satu") }],
      inverse: [{ op: "REMOVE", in: "outputs", key: "satu" }],
    });
    expect(nodes[0]).toMatchObject({ edits: null, inverse: null, inForceFrom: null, source: null });
    expect(Date.parse(nodes[4].at) - Date.parse(nodes[5].at)).toBe(MINUTE);
  });

  test("goes on over enactment, retirement and the next draft", async () => {
    const draft = await desk.letter("Riwayat panjang");
    const from = driver.api.clock.now() + HOUR;
    await desk.enacted(draft, { inForceFrom: new Date(from).toISOString() });
    const input = { sopId: draft.sopId, reason: "Diganti Peraturan Bupati" };
    const fields = "version { id version }";
    const next = (await driver.mutate("admin", "reviseSop", { sopId: draft.sopId }, fields))
      .version;
    await driver.mutate("kadis", "retireSop", input, "sop { id }");
    const [retired, enacted] = (await list(draft.id)).nodes;
    expect(retired).toMatchObject({
      kind: "RETIRE",
      message: "Diganti Peraturan Bupati",
      by: { username: "kadis" },
    });
    expect(enacted).toMatchObject({
      kind: "ENACT",
      inForceFrom: new Date(from).toISOString(),
      by: { username: "kadis" },
    });
    expect((await list(next.id)).nodes).toMatchObject([
      { kind: "CREATE", source: { id: draft.id, version: 1 } },
    ]);
  });

  test("is read page by page, without a gap or a repetition", async () => {
    let draft = await desk.create("Halaman");
    for (let count = 0; count < 6; count += 1) {
      draft = await desk.edited(draft, add("OUTPUTS", 0, output(`o${count}`)));
      if (count % 2 === 0) {
        await act("submitVersion", draft);
        await act("withdrawSubmission", draft);
      }
    }
    const all = (await list(draft.id)).nodes;
    expect(all).toHaveLength(13);
    const paged: AnyData[] = [];
    let after = "";
    for (let page = 0; page < 5; page += 1) {
      const { nodes, pageInfo } = await list(draft.id, `first: 3${after}`);
      paged.push(...nodes);
      expect(pageInfo.hasNextPage).toBe(page < 4);
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(paged).toEqual(all);
    expect((await list(draft.id, "last: 2")).nodes).toEqual(all.slice(-2));
  });

  test("is for those who read drafts, also of what is in force", async () => {
    const draft = await desk.letter("Riwayat rahasia");
    await desk.enacted(draft);
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect((await list(draft.id, "first: 5", by)).nodes).toEqual([]);
      expect(await documentAt(draft.id, 1, by)).toBeNull();
    }
    expect((await list(draft.id, "first: 5", "manajer")).nodes).toHaveLength(3);
  });

  test("leaves out the edits of a save that is too long for a list", async () => {
    const draft = await desk.create("Panjang");
    const long = Array.from({ length: 30 }, (_, at) =>
      add("NODES", 0, node(`n${at}`, "ACTIVITY", "pelaksana", { text: "x".repeat(4000) })),
    );
    await desk.edited(draft, ...long);
    const [edit] = (await list(draft.id)).nodes;
    expect(edit).toMatchObject({ kind: "EDIT", edits: null });
    expect(edit.inverse).toHaveLength(30);
  });

  test("hands over the edits of the newest saves, as many as one answer may hold", async () => {
    const draft = await desk.create("Banyak");
    const version = parseGlobalId(draft.id)!.id;
    const edits = JSON.stringify([{ op: "SET_COLUMNS", value: "x".repeat(90_000) }]);
    for (let revision = 2; revision < 32; revision += 1) {
      await write(
        driver.api,
        "INSERT INTO draft_edit (version_id, revision, at, edits, inverse) VALUES (?, ?, 0, ?, ?)",
        [version, revision, edits, edits],
      );
    }
    const given = (await list(draft.id)).nodes.map(({ edits: some }: AnyData) => some !== null);
    const whole = given.indexOf(false);
    expect(whole).toBeGreaterThan(5);
    expect(whole * 2 * edits.length).toBeLessThan(2_000_000);
    expect(given.slice(whole)).not.toContain(true);
  });
});

describe("an earlier state", () => {
  test("is any revision's document, whole", async () => {
    let draft = await desk.letter("Dahulu");
    const states = new Map<number, AnyData>([[draft.revision, await desk.read(draft.id)]]);
    for (const edits of [
      [move("LANES", "kabid", 0), update("OUTPUTS", { key: "surat", name: "Surat baru" })],
      [remove("EDGES", "examine-ask"), remove("NODES", "sign"), remove("LANES", "staf")],
      [
        {
          op: "SET_COLUMNS",
          columns: { right: [{ column: "TIME", title: "Durasi" }], titles: {} },
        },
        { op: "SET_LISTS", lists: { warnings: [{ text: "Awas" }] } },
      ],
      [{ op: "SET_COLUMNS" }, add("OUTPUTS", 1, output("dua"))],
    ]) {
      draft = await desk.edited(draft, ...edits);
      states.set(draft.revision, await desk.read(draft.id));
    }
    const keys = (graph: AnyData) => ({
      lanes: graph.lanes.map(({ key, name }: AnyData) => [key, name]),
      nodes: graph.nodes.map(({ key, text }: AnyData) => [key, text]),
      edges: graph.edges.map(({ key, outcome }: AnyData) => [key, outcome]),
      outputs: graph.outputs,
    });
    for (const [revision, state] of states) {
      const document = await documentAt(draft.id, revision);
      expect(keys(document.graph)).toEqual(keys(state));
      expect(document.lists).toEqual(state.lists);
      expect(document.identity).toEqual(state.identity);
    }
    expect((await documentAt(draft.id, 4)).columns).toBeUndefined();
    expect((await documentAt(draft.id, 5)).columns.right).toEqual([
      { column: "time", title: "Durasi" },
    ]);
    expect((await documentAt(draft.id, 1)).graph.lanes).toMatchObject([{ key: "pelaksana" }]);
    for (const none of [0, -1, draft.revision + 1]) {
      expect(await documentAt(draft.id, none)).toBeNull();
    }
  });

  test("is reached over many saves", async () => {
    let draft = await desk.create("Banyak");
    for (let count = 0; count < 130; count += 1) {
      draft = await desk.edited(draft, add("OUTPUTS", 0, output(`o${count}`)));
    }
    for (const revision of [1, 2, 30, 31, 32, 130, 131]) {
      const { graph } = await documentAt(draft.id, revision);
      expect(graph.outputs).toHaveLength(revision - 1);
    }
  });

  test("is not there where its way back was not recorded", async () => {
    const draft = await desk.letter("Tanpa jejak");
    const later = await desk.edited(draft, add("OUTPUTS", 0, output("baru")));
    const rowId = parseGlobalId(draft.id)?.id ?? 0;
    await write(
      driver.api,
      "UPDATE draft_edit SET inverse = NULL WHERE version_id = ? AND revision = ?",
      [rowId, draft.revision],
    );
    expect(await documentAt(draft.id, later.revision)).not.toBeNull();
    expect(await documentAt(draft.id, draft.revision)).not.toBeNull();
    expect(await documentAt(draft.id, draft.revision - 1)).toBeNull();
    expect((await list(draft.id)).nodes[1]).toMatchObject({ kind: "EDIT", inverse: null });
  });
});
