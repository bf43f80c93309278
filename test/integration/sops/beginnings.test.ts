import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { DraftDesk, formFields } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;
let elsewhere: string;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  const { offices } = await driver.gql("admin", "{ offices { id code } }");
  elsewhere = offices.find(({ code }: AnyData) => code === "palangkaraya-kominfo").id;
});
afterAll(() => driver?.stop());

const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);
const columns = `columns { right { column title } titles { number activity lanes standard } }`;
const create = (more: object, by = "admin"): Promise<AnyData> =>
  driver.mutate(
    by,
    "createSop",
    { officeId: desk.officeId, title: "Baru", ...more },
    `sop { id number title } version { ${formFields} ${columns} notes { text } }`,
  );
const inForce = async (name: "000" | "001" | "004a"): Promise<AnyData> => {
  const document = `query ($id: ID!) { node(id: $id) { ... on Sop { inForce {
    ${formFields} ${columns} notes { text } } } } }`;
  return (await driver.gql("admin", document, { id: driver.sop(name) })).node.inForce;
};
const empty = { createdOn: null, revisedOn: null, effectiveOn: null, procedure: null };
const unsigned = { position: null, name: null, rank: null, nip: null, signature: null };

describe("a copy of another SOP", () => {
  test("of the same office keeps steps, lists, lanes and arrangement, and nothing of its identity", async () => {
    const source = await inForce("001");
    const { sop, version, userErrors } = await create({ copyOf: source.id, title: "Salinan" });
    expect(userErrors).toEqual([]);
    expect(sop).toMatchObject({ number: null, title: "Salinan" });
    const { nodes, edges, outputs, lanes, lists } = source;
    expect(version).toMatchObject({ nodes, edges, outputs, lanes, lists, notes: [] });
    expect(version.columns).toEqual(source.columns);
    expect(version).toMatchObject({ version: 1, status: "DRAFT", revision: 1, problems: [] });
    expect(version.identity).toMatchObject({
      ...empty,
      enactedBy: unsigned,
      title: "Salinan",
      office: "Dinas Komunikasi dan Informatika",
      unit: source.identity.unit,
    });
    const { node } = await driver.gql(
      "admin",
      "query ($id: ID!) { node(id: $id) { ... on SopVersion { changes { nodes { kind source { id } } } } } }",
      { id: version.id },
    );
    expect(node.changes.nodes).toEqual([{ kind: "CREATE", source: { id: source.id } }]);
  });

  test("for another office binds no lane to the first office's positions", async () => {
    const source = await inForce("000");
    const { version } = await create({ officeId: elsewhere, copyOf: source.id });
    expect(version.lanes).toEqual(
      source.lanes.map((lane: AnyData) => ({ ...lane, bindingType: null, position: null })),
    );
    expect(version.identity).toMatchObject({ ...empty, unit: null, address: null });
    expect(version.identity.office).toBe("Dinas Komunikasi, Informatika, Statistik dan Persandian");
    expect(new Set(version.problems.map(({ rule }: AnyData) => rule))).toEqual(
      new Set(["bound-lane"]),
    );
  });

  test("keeps a lane of the requester's, also in another office, and may be of a draft", async () => {
    const draft = await desk.letter("Sumber");
    const { version } = await create({ officeId: elsewhere, copyOf: draft.id });
    expect(version.lanes.map((lane: AnyData) => lane.bindingType)).toEqual([
      "REQUESTER",
      null,
      null,
    ]);
    expect(version.nodes).toEqual(draft.nodes);
  });

  test("is of a version that is there", async () => {
    const wrong = [toGlobalId("SopVersion", 999_999), driver.sop("000"), "x"];
    for (const copyOf of wrong) {
      expect((await create({ copyOf })).userErrors).toMatchObject([
        { code: "NOT_FOUND", field: "input.copyOf" },
      ]);
    }
    const draft = await desk.letter("Terhapus");
    const seen = { versionId: draft.id, revision: draft.revision };
    await driver.mutate("admin", "discardDraft", seen, "discardedId");
    expect(codes(await create({ copyOf: draft.id }))).toEqual(["NOT_FOUND"]);
  });
});

describe("a template", () => {
  test("is offered in the language of the asker", async () => {
    const query = "{ sopTemplates { key title description lanes steps } }";
    const { sopTemplates } = await driver.gql("admin", query);
    expect(sopTemplates).toHaveLength(6);
    expect(sopTemplates[0]).toEqual({
      key: "permohonan-layanan",
      title: "Permohonan layanan dengan verifikasi",
      description: expect.stringContaining("Pemohon mengajukan berkas"),
      lanes: ["Pemohon", "Petugas Layanan", "Verifikator", "Pejabat Penanggung Jawab"],
      steps: 8,
    });
    const set =
      "mutation ($locale: String!) { setMyLocale(input: { locale: $locale }) { userErrors { code } } }";
    await driver.gql("manajer", set, { locale: "en" });
    driver.api.clock.advance(3000);
    const english = await driver.gql("manajer", query);
    expect(english.sopTemplates[0].title).toBe("Service request with verification");
    const { errors } = await driver.api.send(null, query);
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });

  test("gives a draft that lacks the holders of its lanes only", async () => {
    const { sopTemplates } = await driver.gql(
      "admin",
      "{ sopTemplates { key lanes steps graph } }",
    );
    for (const { key, lanes, steps, graph } of sopTemplates) {
      expect(graph.lanes.map((lane: AnyData) => lane.name)).toEqual(lanes);
      const { version, userErrors } = await create({ template: key, title: `Dari ${key}` });
      expect(userErrors).toEqual([]);
      expect(version.lanes.map(({ name }: AnyData) => name)).toEqual(lanes);
      expect(version.nodes.filter((one: AnyData) => one.rowNumber !== null)).toHaveLength(steps);
      expect(version.identity).toMatchObject({ ...empty, title: `Dari ${key}` });
      expect(version.lists.legalBasis.length).toBeGreaterThan(0);
      const rules = version.problems.map(({ rule }: AnyData) => rule);
      expect(new Set(rules)).toEqual(new Set(["bound-lane"]));
    }
  });

  test("is one of those that there are, and not together with a copy", async () => {
    for (const template of ["tidak-ada", "__proto__", "../office/demo-office"]) {
      expect((await create({ template })).userErrors).toMatchObject([
        { code: "NOT_FOUND", field: "input.template" },
      ]);
    }
    const { id } = await inForce("000");
    expect((await create({ template: "surat-masuk", copyOf: id })).userErrors).toMatchObject([
      { code: "INVALID", field: "input.template" },
    ]);
  });

  test("is made once for a key that comes twice", async () => {
    const input = { template: "peminjaman", idempotencyKey: "templat-1" };
    const [one, two] = [await create(input), await create(input)];
    expect(two.version.id).toBe(one.version.id);
    expect(codes(await create({ ...input, template: "pengaduan" }))).toEqual([
      "IDEMPOTENCY_MISMATCH",
    ]);
  });
});

describe("the arrangement of the columns", () => {
  const arranged = {
    right: [
      { column: "TIME", title: null },
      { column: "REQUIREMENTS", title: "Syarat" },
      { column: "OUTPUT", title: null },
    ],
    titles: { number: "NO", activity: "Uraian", lanes: null, standard: null },
  };
  const set = (input: object, by = "admin") =>
    driver.mutate(
      by,
      "setOfficeFormColumns",
      { officeId: desk.officeId, ...input },
      "office { formColumns { right { column title } titles { number activity lanes standard } } }",
    );

  test("is an office's own, and its new SOPs begin with it", async () => {
    const before = await create({});
    expect(before.version.columns).toBeNull();
    expect((await set({ columns: arranged })).office.formColumns).toEqual(arranged);
    expect((await create({})).version.columns).toEqual(arranged);
    expect((await create({ template: "surat-masuk" })).version.columns).toEqual(arranged);
    expect((await create({ officeId: elsewhere })).version.columns).toBeNull();
    // What is drawn already, and a copy of it, stays.
    expect((await create({ copyOf: before.version.id })).version.columns).toBeNull();
    const { id } = before.version;
    const copy = await create({ officeId: elsewhere, copyOf: (await create({})).version.id });
    expect(copy.version.columns).toBeNull();
    const { node } = await driver.gql(
      "admin",
      `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${columns} } } }`,
      { id },
    );
    expect(node.columns).toBeNull();
    expect((await set({ columns: null })).office.formColumns).toBeNull();
    expect((await create({})).version.columns).toBeNull();
  });

  test("is the admin's to set, within the limits", async () => {
    for (const by of ["kadis", "manajer", "budi"]) {
      expect(codes(await set({ columns: arranged }, by))).toEqual(["FORBIDDEN"]);
    }
    const twice = [...arranged.right, { column: "TIME" }];
    const long = { ...arranged.titles, number: "x".repeat(5000) };
    for (const bad of [
      { ...arranged, right: twice },
      { ...arranged, titles: long },
    ]) {
      expect(codes(await set({ columns: bad }))).toEqual(["INVALID"]);
    }
    const none = { officeId: toGlobalId("Office", 999_999), columns: arranged };
    expect(codes(await set(none))).toEqual(["NOT_FOUND"]);
  });

  test("of a draft is an edit like the others", async () => {
    const draft = await desk.letter("Kolom");
    const read = async () =>
      (
        await driver.gql(
          "admin",
          `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${columns} } } }`,
          { id: draft.id },
        )
      ).node.columns;
    const after = await desk.edited(draft, { op: "SET_COLUMNS", columns: arranged });
    expect(await read()).toEqual(arranged);
    const bad = { ...arranged, right: [...arranged.right, ...arranged.right] };
    const refused = await desk.edit(after, [{ op: "SET_COLUMNS", columns: bad }]);
    expect(codes(refused)).toEqual(["TOO_LARGE"]);
    await desk.edited(after, { op: "SET_COLUMNS", columns: null });
    expect(await read()).toBeNull();
  });
});
