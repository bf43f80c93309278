import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApiSchema } from "../../../server/api/build-schema.js";
import { composeFeatures } from "../../../server/api/compose-features.js";
import { OperationExecutor } from "../../../server/api/operation-executor.js";
import { fillCatalogue } from "../../../server/features/sops/catalogue-entry.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { RequestScope } from "../../../server/runtime/request-scope.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver, HOUR } from "../cases/case-driver.js";
import { tokenWith, write } from "../cases/people-of-the-test.js";

let driver: CaseDriver;
const ctx = { actor: { type: "SYSTEM", name: "test" }, locale: "id", requestId: "t" } as const;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

const open = [
  "Pakai Smart Center",
  "Pembuatan Layanan Sub Domain/Hosting",
  "Pengelolaan Layanan TIK",
  "Pinjam Ruang Smart Center",
];
const fields = `sop { id title canStart } office { name } requirements workedBy stepCount
  expectedTime { workingMinutes minutesPerWorkingDay isPartial }`;

async function list(by: string | TestClient | null, variables: object = {}): Promise<AnyData> {
  const document = `query ($filter: CatalogueFilter, $first: Int, $after: String) {
    catalogue(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`;
  const client = typeof by === "string" ? await driver.as(by) : by;
  return (await driver.api.gql(client, document, variables)).catalogue;
}
const titles = (page: AnyData): string[] => page.nodes.map((one: AnyData) => one.sop.title);
const found = async (search: string) => titles(await list("pemohon", { filter: { search } }));

describe("the catalogue", () => {
  test("has the SOPs in force of every office that their requester starts, and no other", async () => {
    for (const by of ["pemohon", "pkykadis", "loket", "admin"]) {
      const page = await list(by);
      expect(titles(page), by).toEqual(open);
      expect(page.totalCount).toBe(4);
    }
    const page = await list("pemohon");
    expect(page.nodes.every((one: AnyData) => one.sop.canStart)).toBe(true);
  });

  test("says what to bring, how long it takes, and who works it", async () => {
    const [, subDomain] = (await list("pemohon")).nodes;
    expect(subDomain).toMatchObject({
      office: { name: "Dinas Komunikasi dan Informatika" },
      requirements: ["Surat Permohonan"],
      workedBy: ["Kadis Kominfo", "Kabid Aptika", "Pejabat Fungsional/Pelaksana"],
      stepCount: 9,
    });
    const { document } = CaseDriver.procedure("003");
    const days = document.graph.nodes.filter(
      ({ standardTime, parts }) => standardTime !== null && parts[0]?.lane !== "pemohon",
    );
    const sum = days.reduce(
      (minutes, { standardTime }) =>
        minutes + (standardTime?.value ?? 0) * (standardTime?.unit === "WORKING_DAY" ? 450 : 1),
      0,
    );
    expect(subDomain.expectedTime).toEqual({
      workingMinutes: sum,
      minutesPerWorkingDay: 450,
      isPartial: false,
    });
  });

  test("is found by words of its title, office, steps and papers, all of which must occur", async () => {
    expect(await found("SMART")).toEqual(["Pakai Smart Center", "Pinjam Ruang Smart Center"]);
    expect(await found("  center   peserta ")).toEqual(["Pakai Smart Center"]);
    expect(await found("surat lembur domain")).toEqual([]);
    expect(await found("surat mendisposisi domain")).toEqual([open[1]]);
    expect(await found("komunikasi")).toEqual(open);
    expect(await found("100%")).toEqual([]);
    expect(await found("_")).toEqual([]);
    expect(await found("x ".repeat(1000))).toHaveLength((await found("x")).length);
  });

  test("comes in pages, in the order of titles", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await list("pemohon", { first: 1, after });
      seen.push(...titles(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(open);
  });

  test("is for those who are signed in, and for programs that may read SOPs, of their office", async () => {
    const { errors } = await driver.api.send(null, "{ catalogue { nodes { stepCount } } }");
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    expect(titles(await list(await tokenWith(driver, "SOPS_READ")))).toEqual(open);
    expect(titles(await list(await tokenWith(driver, "CASES_START")))).toEqual([]);
    const { me } = await driver.gql("pkykadis", "{ me { office { id } } }");
    expect(titles(await list("pemohon", { filter: { officeId: me.office.id } }))).toEqual([]);
  });

  test("follows what is in force: a new version, a retirement, and a later day", async () => {
    const sopId = driver.sop("004b");
    const has = async () => (await found("pakai smart")).includes("Pakai Smart Center");
    const { version } = await driver.mutate(
      "admin",
      "reviseSop",
      { sopId },
      "version { id revision }",
    );
    const { positions } = await driver.gql("admin", "{ positions { id code } }");
    const staff = positions.find((one: AnyData) => one.code.endsWith("staf-iatik"));
    const lane = { key: "opd", name: "OPD", bindingType: "POSITION", positionId: staff.id };
    const edit = { op: "UPDATE", collection: "LANES", key: "opd", lane };
    const edited = await driver.mutate(
      "admin",
      "editDraft",
      { versionId: version.id, revision: version.revision, edits: [edit] },
      "version { revision }",
    );
    expect(edited.userErrors).toEqual([]);
    const later = driver.api.clock.now() + HOUR;
    const enacted = await driver.mutate(
      "admin",
      "enactVersion",
      {
        versionId: version.id,
        revision: edited.version.revision,
        inForceFrom: new Date(later).toISOString(),
      },
      "problems { rule message }",
    );
    expect(enacted.userErrors).toEqual([]);
    expect(await has()).toBe(true);
    driver.api.clock.set(later + 1000);
    expect(await has()).toBe(false);
    const retired = driver.sop("004a");
    await driver.mutate("admin", "retireSop", { sopId: retired, reason: "x" }, "sop { id }");
    expect(await found("pinjam ruang")).toEqual([]);
  });

  test("is filled for what was enacted before there was one", async () => {
    const before = await list("pemohon");
    await write(driver.api, "DELETE FROM catalogue_entry WHERE version_id > ?", [0]);
    expect((await list("pemohon")).nodes).toEqual([]);
    const { database, clock } = driver.api;
    expect(await fillCatalogue(database, { ...ctx, now: clock.now })).toBe(7);
    expect(await fillCatalogue(database, { ...ctx, now: clock.now })).toBe(0);
    expect(await list("pemohon")).toEqual(before);
  });
});

test("costs as many statements for a hundred as for one", async () => {
  const { database, clock } = driver.api;
  const composition = composeFeatures({ database, now: clock.now });
  const executor = new OperationExecutor(
    buildApiSchema(composition.resolvers, composition.nodeSources),
  );
  const { headers } = await driver.as("pemohon");
  const bearer = headers["authorization"]?.slice("Bearer ".length) ?? null;
  const { actor } = await composition.actors.authenticate({ bearer, cookie: null });
  const document = `query ($first: Int!) { catalogue(first: $first) { totalCount nodes { ${fields} } } }`;
  const cost = async (first: number): Promise<number> => {
    const asked = { ...ctx, actor, now: clock.now };
    const cookie = { set: () => {}, clear: () => {} };
    const scope = new RequestScope(asked, database, cookie, "");
    const operation = {
      document: parse(document),
      documentKey: document,
      operationName: null,
      variables: { first },
    };
    const { result, statements } = await countStatements(() => executor.execute(operation, scope));
    expect(result.errors).toBeUndefined();
    return statements.length;
  };
  // The first answer also reads forms and calendars, which are kept.
  await cost(100);
  expect(await cost(1)).toBe(await cost(100));
  // Page, count, SOPs, offices, and what `canStart` asks of their versions.
  expect(await cost(100)).toBe(5);
});
