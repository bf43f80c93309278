import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { add, DraftDesk, edge, move, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;
let draft: AnyData;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
beforeEach(async () => {
  draft = await desk.letter("Masukan buruk");
});
afterAll(() => driver?.stop());

type Edit = Readonly<Record<string, unknown>>;

async function expectUnchanged(): Promise<void> {
  expect(await desk.read(draft.id)).toEqual({ ...draft, sopId: undefined });
}

/** That the edits are refused as data with this code, all of them. */
async function refused(code: string, field: string | null, edits: readonly Edit[]): Promise<void> {
  const payload = await desk.edit(draft, edits);
  expect(payload.userErrors).toMatchObject([field === null ? { code } : { code, field }]);
  expect(payload.userErrors[0].message).toMatch(/\S/);
  expect(payload.version).toBeNull();
  await expectUnchanged();
}

const document = `mutation ($input: EditDraftInput!) {
  editDraft(input: $input) { version { revision } userErrors { code } }
}`;

/** That a request with these edits, as JSON text, fails as a whole with a code of its own. */
async function malformed(edits: string): Promise<void> {
  const client = await driver.as("admin");
  const input = `{"versionId":"${draft.id}","revision":${draft.revision},"edits":${edits}}`;
  // The second time the operation is compiled, and must answer alike.
  for (let round = 0; round < 3; round += 1) {
    const response = await fetch(`${driver.api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...client.headers },
      body: `{"query":${JSON.stringify(document)},"variables":{"input":${input}}}`,
    });
    const { data, errors } = (await response.json()) as AnyData;
    expect(data ?? null).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    // However much is wrong, the answer stays small.
    expect(errors.length).toBeLessThan(100);
    expect(errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|(QUERY_)?TOO_LARGE|BAD_REQUEST)$/);
    expect(response.status).toBeGreaterThanOrEqual(200);
    expect(response.status).toBeLessThan(500);
  }
  await expectUnchanged();
}

const output = (key: string, name = "x"): Edit => ({ key, name });

describe("edits that do not fit are refused together, and the draft stays as it was", () => {
  const good = add("OUTPUTS", 0, output("baik"));
  const bound = { key: "baru", name: "Baru", bindingType: "POSITION" };
  test.each<[string, string, Edit[]]>([
    [
      "a key that is taken",
      "input.edits.1",
      [good, add("NODES", 0, node("ask", "ACTIVITY", "staf"))],
    ],
    ["a key twice in one call", "input.edits.1", [good, good]],
    ["a key that is not there", "input.edits.1", [good, remove("EDGES", "nothing")]],
    [
      "another key in an update",
      "input.edits.0",
      [{ ...update("OUTPUTS", output("x")), key: "surat" }],
    ],
    [
      "an index below the first",
      "input.edits.0",
      [add("NODES", -1, node("x", "ACTIVITY", "staf"))],
    ],
    ["an index behind the last", "input.edits.0", [add("OUTPUTS", 2, output("x"))]],
    ["a move behind the last", "input.edits.0", [move("LANES", "staf", 3)]],
    ["an empty key", "input.edits", [add("OUTPUTS", 0, output(""))]],
    ["a key with blanks", "input.edits", [add("OUTPUTS", 0, output("a b"))]],
    ["a key of 65 characters", "input.edits", [add("OUTPUTS", 0, output("k".repeat(65)))]],
    ["a key __proto__", "input.edits", [add("NODES", 0, node("__proto__", "ACTIVITY", "staf"))]],
    ["a lane __proto__", "input.edits", [add("LANES", 0, { key: "__proto__", name: "x" })]],
    ["an emoji for a key", "input.edits", [add("OUTPUTS", 0, output("🔑"))]],
    ["no collection", "edits.0.collection", [{ op: "REMOVE", key: "ask" }]],
    ["no element", "edits.0.node", [{ op: "ADD", collection: "NODES", index: 0 }]],
    ["an element of another list", "edits.0.node", [{ ...good, collection: "NODES" }]],
    ["no index", "edits.0.index", [{ op: "MOVE", collection: "NODES", key: "ask" }]],
    ["no key", "edits.0.key", [{ op: "REMOVE", collection: "NODES" }]],
    ["no identity", "edits.0.identity", [{ op: "SET_IDENTITY" }]],
    ["no lists", "edits.0.lists", [{ op: "SET_LISTS" }]],
    ["no position", "edits.0.lane.positionId", [add("LANES", 0, bound)]],
    [
      "a position that is not there",
      "edits.0.lane.positionId",
      [add("LANES", 0, { ...bound, positionId: toGlobalId("Position", 999_999) })],
    ],
    ...[0, -1, 1e7].map((value): [string, string, Edit[]] => [
      `a standard time of ${value}`,
      "input.edits",
      [
        update(
          "NODES",
          node("ask", "ACTIVITY", "pemohon", { standardTime: { value, unit: "HOUR" } }),
        ),
      ],
    ]),
  ])("%s", async (_what, field, edits) => {
    await refused("INVALID", field, edits);
  });

  test("an id of something else for a position, or of a draft that is not there", async () => {
    await refused("NOT_FOUND", null, [add("LANES", 0, { ...bound, positionId: draft.id })]);
    for (const id of ["", "x", toGlobalId("SopVersion", 999_999), draft.sopId]) {
      const payload = await desk.edit({ ...draft, id }, []);
      expect(payload).toMatchObject({ version: null, userErrors: [{ code: "NOT_FOUND" }] });
    }
  });
});

describe("what is too large is refused", () => {
  const long = "ن".repeat(10_000);
  const identity = { enactedBy: {} };
  test.each<[string, Edit[]]>([
    ["a step", [add("NODES", 0, node("x", "ACTIVITY", "staf", { text: long }))]],
    ["remarks", [add("NODES", 0, node("x", "ACTIVITY", "staf", { remarks: long }))]],
    [
      "a requirement",
      [add("NODES", 0, node("x", "ACTIVITY", "staf", { requirements: [{ text: long }] }))],
    ],
    [
      "a lane's part",
      [
        add(
          "NODES",
          0,
          node("x", "ACTIVITY", null, { parts: [{ laneKey: "staf", label: "l".repeat(501) }] }),
        ),
      ],
    ],
    ["a lane", [add("LANES", 0, { key: "x", name: long })]],
    ["an output", [add("OUTPUTS", 0, output("x", long))]],
    ["an outcome", [update("EDGES", edge("examine", "sign", long))]],
    ["an identity field", [{ op: "SET_IDENTITY", identity: { ...identity, address: long } }]],
    ["the official", [{ op: "SET_IDENTITY", identity: { enactedBy: { name: long } } }]],
    ["a list item", [{ op: "SET_LISTS", lists: { records: [{ text: long }] } }]],
    [
      "a list",
      [{ op: "SET_LISTS", lists: { records: Array.from({ length: 201 }, () => ({ text: "x" })) } }],
    ],
    [
      "the lanes",
      Array.from({ length: 41 }, (_, at) => add("LANES", 0, { key: `l${at}`, name: "x" })),
    ],
    ["the edits", Array.from({ length: 501 }, (_, at) => add("OUTPUTS", 0, output(`o${at}`)))],
    [
      "the requirements",
      [
        add(
          "NODES",
          0,
          node("x", "ACTIVITY", "staf", {
            requirements: Array.from({ length: 51 }, () => ({ text: "x" })),
          }),
        ),
      ],
    ],
  ])("%s", async (_what, edits) => {
    await refused("TOO_LARGE", null, edits);
  });

  test("a draft of more than a thousand steps, and 100,000 steps in one call", async () => {
    let big = await desk.create("Besar");
    const steps = (from: number, count: number): Edit[] =>
      Array.from({ length: count }, (_, at) =>
        add("NODES", 0, node(`n${from + at}`, "ACTIVITY", null)),
      );
    big = await desk.edited(big, ...steps(0, 500));
    big = await desk.edited(big, ...steps(500, 498));
    expect(big.nodes).toHaveLength(1000);
    const payload = await desk.edit(big, steps(998, 1));
    expect(payload).toMatchObject({ version: null, userErrors: [{ code: "TOO_LARGE" }] });
    expect((await desk.enact(big)).userErrors).toMatchObject([{ code: "PROBLEMS" }]);
    await malformed(JSON.stringify(steps(0, 100_000)));
    for (const length of [10_000, 60_000, 100_000]) {
      await malformed(JSON.stringify(Array.from({ length }, () => null)));
      const few = JSON.stringify(Array.from({ length }, () => ({ op: "REMOVE" })));
      await malformed(few);
    }
    expect((await desk.read(big.id)).revision).toBe(big.revision);
  });

  test.each([
    ["TOO_LARGE", { title: "t".repeat(10_000) }],
    ["TOO_LARGE", { number: "1".repeat(101) }],
    ["TOO_LARGE", { part: "p".repeat(21) }],
    ["INVALID", { title: " \u200B\n".trim().slice(1) }],
    ["NOT_FOUND", { officeId: "x" }],
    ["NOT_FOUND", { officeId: toGlobalId("Office", 999_999) }],
  ])("%s: a new SOP with %o", async (code, more) => {
    const count = async () => (await driver.gql("admin", "{ sops(first: 1) { totalCount } }")).sops;
    const before = await count();
    const input = { officeId: desk.officeId, title: "Baru", ...more };
    const payload = await driver.mutate("admin", "createSop", input, "sop { id } version { id }");
    expect(payload).toMatchObject({ sop: null, version: null, userErrors: [{ code }] });
    expect(await count()).toEqual(before);
  });
});

describe("what has the wrong type is an error of the request", () => {
  const ask = JSON.stringify(node("ask", "ACTIVITY", "pemohon"));
  test.each([
    ['[{"op":"EXPLODE"}]'],
    ['[{"op":"MOVE","collection":"NODES","key":"ask","index":"first"}]'],
    ['[{"op":"MOVE","collection":"NODES","key":"ask","index":1.5}]'],
    ['[{"op":"MOVE","collection":"NODES","key":"ask","index":99999999999}]'],
    ['[{"op":"MOVE","collection":"__proto__","key":"ask","index":0}]'],
    ['[{"op":"REMOVE","collection":"NODES","key":{"$ne":null}}]'],
    ['[{"op":"UPDATE","collection":"NODES","key":"ask","node":"ask"}]'],
    [
      `[{"op":"UPDATE","collection":"NODES","key":"ask","node":${ask.replace("ACTIVITY", "CIRCLE")}}]`,
    ],
    [
      `[{"op":"UPDATE","collection":"NODES","key":"ask","node":${ask.replace('"text"', '"__proto__":{"polluted":1},"text"')}}]`,
    ],
    ['[{"op":"REMOVE","collection":"NODES","key":"ask","__proto__":{"op":"ADD"}}]'],
    ['[{"op":"REMOVE","collection":"NODES","key":"ask","constructor":{"prototype":{}}}]'],
    ['{"length":3}'],
    ["null"],
    ["[null]"],
    ['[[{"op":"REMOVE"}]]'],
    [
      `[{"op":"UPDATE","collection":"NODES","key":"ask","node":${ask.replace("{", '{"standardTime":{"value":"1 jam","unit":"HOUR"},')}}]`,
    ],
  ])("%s", async (edits) => {
    await malformed(edits);
    expect(({} as AnyData).polluted).toBeUndefined();
  });
});

describe("what is odd but right is kept as it is", () => {
  const texts = [
    "Surat 😀👩‍👩‍👧‍👦 masuk",
    "\u200Fطلب\u200E \u202Eterbalik\u202C",
    "Tab\tbaris\r\nbaru",
    "'; DROP TABLE sop; -- \\ \" % _ ` <b>&amp;</b> ${x} {{y}}",
    "n\u0303 ñ ﷽ Ꙭ 𝒳",
    "x".repeat(4000),
  ];
  test.each(texts.map((text) => [text.slice(0, 40), text]))("%s", async (_start, text) => {
    const own = await desk.letter("Teks");
    const after = await desk.edited(
      own,
      update(
        "NODES",
        node("ask", "ACTIVITY", "pemohon", { text, remarks: text, outputs: ["surat"] }),
      ),
      update("OUTPUTS", output("surat", text)),
      update("EDGES", edge("examine", "sign", text)),
    );
    expect(after.nodes[1]).toMatchObject({ text, remarks: text });
    await desk.enacted(after);
    const { instance } = await desk.start(own.sopId, "pemohon");
    expect(instance.openTasks[0].node.text).toBe(text);
    const next = await driver.step(instance, "ask", {
      outputs: [{ output: "surat", reference: "1" }],
    });
    expect(next.openTasks[0].outcomes[0]).toEqual({ key: "examine-sign", label: text });
    expect(await desk.read(own.id)).toMatchObject({ outputs: [{ key: "surat", name: text }] });
  });

  test("keys that are names of JavaScript's own", async () => {
    const own = await desk.letter("Nama bawaan");
    const after = await desk.edited(
      own,
      add("LANES", 0, {
        key: "constructor",
        name: "Pembangun",
        bindingType: "POSITION",
        positionId: desk.position("fungsional"),
      }),
      add("OUTPUTS", 0, output("hasOwnProperty")),
      remove("EDGES", "sign-end"),
      add("NODES", 4, node("toString", "ACTIVITY", "constructor", { outputs: ["hasOwnProperty"] })),
      add("EDGES", 0, { key: "valueOf", from: "sign", to: "toString" }),
      add("EDGES", 0, { key: "prototype", from: "toString", to: "end" }),
    );
    expect(after.problems).toEqual([]);
    await desk.enacted(after);
    let { instance } = await desk.start(own.sopId, "pemohon");
    instance = await driver.steps(instance, "ask", "examine:examine-sign", "sign");
    expect(driver.openSteps(instance)).toEqual(["toString"]);
    instance = await driver.step(instance, "toString", {
      outputs: [{ output: "hasOwnProperty", reference: "1" }],
    });
    await driver.expectCompleted(instance.id, 0);
  });

  test("arrows that lead to names of JavaScript's own are dangling, and no crash", async () => {
    const own = await desk.letter("Panah");
    const names = ["__proto__", "constructor", "toString"];
    const after = await desk.edited(
      own,
      ...names.map((to, at) => add("EDGES", 0, { key: `e${at}`, from: "sign", to })),
    );
    const dangling = after.problems.filter(({ rule }: AnyData) => rule === "dangling-edge");
    expect(dangling.map(({ edgeIds }: AnyData) => edgeIds[0]).sort()).toEqual(["e0", "e1", "e2"]);
    expect((await desk.enact(after)).userErrors).toMatchObject([{ code: "PROBLEMS" }]);
  });
});
