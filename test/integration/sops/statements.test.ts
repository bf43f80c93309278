import { parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApiSchema } from "../../../server/api/build-schema.js";
import { type Composition, composeFeatures } from "../../../server/api/compose-features.js";
import { OperationExecutor } from "../../../server/api/operation-executor.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { RequestScope } from "../../../server/runtime/request-scope.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { add, DraftDesk, node, update } from "./draft-desk.js";

let driver: CaseDriver;
let composition: Composition;
let executor: OperationExecutor;
let draft: AnyData;

beforeAll(async () => {
  driver = await CaseDriver.start();
  const { database, clock } = driver.api;
  const drawingWorker = new URL("../../harness/drawing-source-worker.mjs", import.meta.url);
  composition = composeFeatures({ database, now: clock.now, drawingWorker });
  executor = new OperationExecutor(buildApiSchema(composition.resolvers, composition.nodeSources));
  const desk = await DraftDesk.open(driver);
  await addPerson(driver.api, "admin2", "admin", { role: "ADMIN" });
  draft = await desk.letter("Banyak tangan");
  for (let count = 0; count < 30; count += 1) {
    const edits = [add("OUTPUTS", 0, { key: `o${count}`, name: "x" })];
    draft = (await desk.edit(draft, edits, count % 2 ? "admin" : "admin2")).version;
    const note = { versionId: draft.id, targetType: "NODE", targetKey: "ask", text: `${count}` };
    const by = ["admin", "kadis", "manajer"][count % 3]!;
    await driver.mutate(by, "addNote", note, "note { id }");
    const focus = { versionId: draft.id, revision: draft.revision, tab: `t${count % 9}` };
    await driver.mutate(by, "draftPulse", focus, "revision");
  }
  await drawCallers(desk);
  // And as many SOPs whose drafts were sent back.
  for (let count = 0; count < 20; count += 1) {
    const { id, revision } = await desk.create(`Dikembalikan ${count}`);
    const seen = { versionId: id, revision };
    await driver.mutate("admin", "submitVersion", seen, "version { id }");
    if (count % 2) {
      await driver.mutate("kadis", "sendBackVersion", { ...seen, reason: "x" }, "version { id }");
    }
  }
});
afterAll(() => driver?.stop());

/** "Dasar" is in force, and "Perantara", which waits for it; a new draft of "Dasar", and others, run that. */
async function drawCallers(desk: DraftDesk): Promise<void> {
  const running = (version: AnyData, sop: string) =>
    desk.edited(
      version,
      update("NODES", node("sign", "CONNECTOR", "kabid", { call: { sop, waits: true } })),
    );
  const base = await desk.letter("Dasar");
  await desk.enacted(base);
  const middle = await running(await desk.letter("Perantara"), base.sopId);
  await desk.enacted(middle);
  const fields = "version { id revision }";
  const { version } = await driver.mutate("admin", "reviseSop", { sopId: base.sopId }, fields);
  await running({ ...version, sopId: base.sopId }, middle.sopId);
  for (let count = 0; count < 8; count += 1) {
    await running(await desk.letter(`Memanggil ${count}`), middle.sopId);
  }
  // A row of SOPs in force, each running the next; the last of them was retired.
  const last = await desk.letter("Dicabut");
  await desk.enacted(last);
  let next = last.sopId;
  for (let count = 0; count < 5; count += 1) {
    const caller = await running(await desk.letter(`Berlaku ${count}`), next);
    await desk.enacted(caller);
    next = caller.sopId;
  }
  await driver.mutate("kadis", "retireSop", { sopId: last.sopId }, "sop { id }");
}

async function ask(document: string, variables: object): Promise<[AnyData, readonly string[]]> {
  const { headers } = await driver.as("admin");
  const bearer = headers["authorization"]?.slice("Bearer ".length) ?? null;
  const { actor } = await composition.actors.authenticate({ bearer, cookie: null });
  const ctx = { actor, locale: "id", requestId: "t", now: driver.api.clock.now } as const;
  const cookie = { set: () => {}, clear: () => {} };
  const scope = new RequestScope(ctx, driver.api.database, cookie, "");
  const operation = {
    document: parse(document),
    documentKey: document,
    operationName: null,
    variables: { ...variables },
  };
  const { result, statements } = await countStatements(() => executor.execute(operation, scope));
  expect(result.errors).toBeUndefined();
  return [result.data, statements];
}

const onVersion = (fields: string): string =>
  `query ($id: ID!, $first: Int!) { node(id: $id) { ... on SopVersion { ${fields} } } }`;

test.each([
  // The version, the page, the people, the edits.
  [
    4,
    "changes(first: $first) { nodes { kind by { name } edits inverse source { id } } }",
    "changes",
  ],
  [2, "changes(first: $first) { nodes { kind revision at message } }", "changes"],
])("%i statements for a page of history: %s", async (count, fields, list) => {
  for (const first of [3, 30]) {
    const [data, statements] = await ask(onVersion(fields), { id: draft.id, first });
    expect(data.node[list].nodes).toHaveLength(first);
    expect(statements).toHaveLength(count);
  }
});

test("3 statements for all notes, with who wrote and settled them", async () => {
  const fields = "id notes { id text createdAt author { name } resolvedBy { name } canEdit }";
  const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${fields} } } }`;
  const [data, statements] = await ask(document, { id: draft.id });
  expect(data.node.notes).toHaveLength(30);
  // The version, the notes, the people.
  expect(statements).toHaveLength(3);
});

test("as many for a page of SOPs, however many were submitted or sent back", async () => {
  const document = `query ($first: Int!) { sops(first: $first) { nodes { title draft {
    sentBack { reason by { name } } submission { message by { name } } } } } }`;
  const [, few] = await ask(document, { first: 5 });
  const [data, many] = await ask(document, { first: 60 });
  const drafts = data.sops.nodes.flatMap((sop: AnyData) => sop.draft ?? []);
  expect(drafts.filter((one: AnyData) => one.sentBack)).toHaveLength(10);
  expect(drafts.filter((one: AnyData) => one.submission)).toHaveLength(10);
  // The page, the count, the versions, the newest actions, the people.
  expect(many).toHaveLength(5);
  expect(few.length).toBeLessThanOrEqual(5);
});

test("as many for the times of all versions on a page of SOPs as for those of one SOP", async () => {
  const document = `query ($first: Int!) { sops(first: $first) { nodes { versions {
    standardTimes { expectedMinutes paths { minutes } } } } } }`;
  const [data, many] = await ask(document, { first: 20 });
  expect(data.sops.nodes).toHaveLength(20);
  const [, few] = await ask(document, { first: 1 });
  // The first time the calendar is read too.
  expect(many.length - few.length).toBeLessThanOrEqual(5);
  const [, again] = await ask(document, { first: 20 });
  expect(again.length).toBeLessThanOrEqual(few.length);
});

test("as many for the histories of a page of SOPs as for one of them", async () => {
  const document = `query ($first: Int!) { sops(first: $first) { nodes { versions { id revision
    documentAt(revision: 1) changes(first: 2) { nodes { kind revision at by { name } } } } } } }`;
  const [one] = await ask(document, { first: 60 });
  const versions = one.sops.nodes.flatMap((sop: AnyData) => sop.versions);
  const sentBack = versions.filter((version: AnyData) =>
    version.changes.nodes.some(({ kind }: AnyData) => kind === "SEND_BACK"),
  );
  expect(sentBack).toHaveLength(10);
  const drawn = versions.find(({ id }: AnyData) => id === draft.id);
  expect(drawn.changes.nodes.map(({ revision }: AnyData) => revision)).toEqual([
    draft.revision,
    draft.revision - 1,
  ]);
  expect(drawn.documentAt.graph.outputs).toEqual([]);
  // Each says the same as when it is asked for by itself.
  const [alone] = await ask(
    onVersion("documentAt(revision: 1) changes(first: $first) { nodes { kind revision at } }"),
    { id: draft.id, first: 2 },
  );
  expect(alone.node.documentAt).toEqual(drawn.documentAt);
  expect(drawn.changes.nodes).toMatchObject(alone.node.changes.nodes);
  const [, few] = await ask(document, { first: 3 });
  const [, many] = await ask(document, { first: 60 });
  // The page, the count, the versions, the pages of history, the people, what they say now; and the
  // saves of the one that has many, in some rounds.
  expect(many.length - few.length).toBeLessThanOrEqual(4);
  expect(many.length).toBeLessThanOrEqual(10);
});

test("few for a pulse, whoever is there", async () => {
  const document = `mutation ($input: DraftPulseInput!) { draftPulse(input: $input) {
    revision edits editedBy { name } people { person { name } focus } version { status } } }`;
  const input = { versionId: draft.id, revision: draft.revision - 20, tab: "t0" };
  const [data, statements] = await ask(document, { input });
  expect(data.draftPulse.people).toHaveLength(9);
  expect(data.draftPulse.edits).toHaveLength(20);
  const own = statements.filter((sql) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)/.test(sql));
  // The version, the presence, the saves; the version again, who is there, the people; and those who
  // edited by themselves, where the database answers too late for both to be asked at once.
  expect(own.length).toBeGreaterThanOrEqual(6);
  expect(own.length).toBeLessThanOrEqual(7);
});

test("as many for the problems and warnings of a page of SOPs as for those of a few", async () => {
  const document = `query ($first: Int!) { sops(first: $first) { nodes { title draft {
    problems { rule message } warnings { rule } connectorCheck { problems { rule sopTitles } } } } } }`;
  const [, few] = await ask(document, { first: 3 });
  const [data, many] = await ask(document, { first: 60 });
  const drafts = data.sops.nodes.flatMap((sop: AnyData) => sop.draft ?? []);
  expect(drafts.filter((one: AnyData) => one.problems.length > 0).length).toBeGreaterThan(15);
  const calling = data.sops.nodes.filter(({ title }: AnyData) => title.startsWith("Memanggil"));
  expect(calling).toHaveLength(8);
  const ofCalls = data.sops.nodes.flatMap(({ title, draft: open }: AnyData) =>
    (open?.connectorCheck.problems ?? []).map((problem: AnyData) => ({ title, ...problem })),
  );
  expect(ofCalls).toEqual([
    { title: "Dasar", rule: "connector-cycle", sopTitles: ["Dasar", "Perantara", "Dasar"] },
  ]);
  // The page, the count, the versions, what they say, the office's levels, the SOPs that connectors
  // name; and those to which these lead, one step away, and two.
  expect(many).toHaveLength(8);
  expect(few.length).toBeLessThanOrEqual(8);
});

test("as many to find out which SOPs in force fail today's checks on a page of them as on a short one", async () => {
  const document = `query ($first: Int!) { sops(first: $first) { nodes { id title
    inForce { id warnings { level } } } } }`;
  const faulty = (data: AnyData): string[] =>
    data.sops.nodes.flatMap(({ title, inForce }: AnyData) =>
      inForce?.warnings.some(({ level }: AnyData) => level === "ERROR") ? title : [],
    );
  const [, few] = await ask(document, { first: 3 });
  const [data, many] = await ask(document, { first: 60 });
  const standing = data.sops.nodes.filter(({ inForce }: AnyData) => inForce);
  expect(standing.length).toBeGreaterThan(10);
  expect(faulty(data)).toEqual(["Berlaku 0"]);
  // The page, the count, the versions, what they say, the office's levels, the SOPs that connectors name.
  expect(many).toHaveLength(6);
  expect(few.length).toBeLessThanOrEqual(6);
  // What was enacted says the same for ever, and its proof stands.
  const [again, warm] = await ask(document, { first: 60 });
  expect(faulty(again)).toEqual(["Berlaku 0"]);
  expect(warm).toHaveLength(5);
});
