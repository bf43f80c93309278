import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { add, DraftDesk, edge, node, remove } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const problemFields = `rule level message nodeIds edgeIds laneIds trace
  run { nodeId outcomeId label }`;

/** The letter's decision goes on by two outcomes that meet at a join, where one is waited for in vain. */
async function stuck(title: string): Promise<AnyData> {
  return desk.edited(
    await desk.letter(title),
    add("NODES", 3, node("meet", "JOIN", null, { text: "" })),
    remove("EDGES", "examine-sign"),
    add("EDGES", 0, edge("examine", "meet", "Ya")),
    add("EDGES", 1, { ...edge("examine", "meet", "Dengan catatan"), key: "noted" }),
    add("EDGES", 2, edge("meet", "sign")),
  );
}

async function enact(version: AnyData, locale: "id" | "en", more: object = {}): Promise<AnyData> {
  await driver.mutate("kadis", "setMyLocale", { locale }, "__typename");
  const input = { versionId: version.id, revision: version.revision, ...more };
  const fields = `version { id status } problems { ${problemFields} }`;
  return driver.mutate("kadis", "enactVersion", input, fields);
}

const run = [
  { nodeId: "ask", outcomeId: null, label: "1. Pemohon" },
  { nodeId: "examine", outcomeId: "examine-meet", label: "2. Staf: Ya" },
];
const waits = {
  rule: "option-to-complete",
  level: "ERROR",
  nodeIds: ["meet"],
  edgeIds: ["noted"],
  laneIds: [],
  trace: ["ask", "examine"],
  run,
};

test("an SOP in which a case can get stuck is refused with the run that shows it, in either language", async () => {
  const draft = await stuck("Macet");
  const [en, id] = [await enact(draft, "en"), await enact(draft, "id")];
  expect(id.userErrors).toMatchObject([{ code: "PROBLEMS", field: "input.versionId" }]);
  expect(id.problems).toContainEqual({
    ...waits,
    message:
      "Setelah langkah 2 (Staf) memilih “Ya”, langkah 3 menunggu cabang yang tidak pernah datang.",
  });
  expect(en.problems).toContainEqual({
    ...waits,
    message: "After step 2 (Staf) chooses “Ya”, step 3 waits for a branch that never comes.",
  });
  expect(id.problems.every(({ level }: AnyData) => level === "ERROR")).toBe(true);

  // The approver reads the same before the attempt.
  const { node: read } = await driver.gql(
    "kadis",
    `query ($id: ID!) { node(id: $id) { ... on SopVersion { status problems { ${problemFields} } } } }`,
    { id: draft.id },
  );
  expect(read).toEqual({ status: "DRAFT", problems: id.problems });
});

test("nothing of a refused enactment is done, and its key serves for the mended drawing", async () => {
  const draft = await stuck("Setengah jalan");
  const { auditEntries: before } = await driver.gql("admin", latest);
  const key = { idempotencyKey: "sekali-saja" };
  expect((await enact(draft, "id", key)).version).toEqual({ id: draft.id, status: "DRAFT" });
  expect(await desk.read(draft.id)).toEqual({ ...draft, sopId: undefined });
  expect(await desk.sop(draft.sopId)).toMatchObject({ status: "DRAFT_ONLY", inForce: null });
  expect((await driver.gql("admin", latest)).auditEntries).toEqual(before);
  const { notifications } = await driver.gql("admin", told);
  expect(notifications.nodes.filter(({ sopId }: AnyData) => sopId === draft.sopId)).toEqual([]);

  const mended = await desk.edited(
    draft,
    remove("EDGES", "noted"),
    remove("EDGES", "examine-meet"),
    remove("EDGES", "meet-sign"),
    remove("NODES", "meet"),
    add("EDGES", 0, edge("examine", "sign", "Ya")),
  );
  const again = { idempotencyKey: "sekali-lagi" };
  expect((await enact(mended, "id", again)).version.status).toBe("IN_FORCE");
  const repeated = await enact(mended, "id", again);
  expect(repeated).toMatchObject({ version: { status: "IN_FORCE" }, problems: [], userErrors: [] });
});

const latest = "{ auditEntries(first: 3) { nodes { action subjectName at } } }";
const told = "{ notifications(first: 50) { nodes { kind sopId } } }";

test("it is submitted all the same, and refused when it is to be enacted", async () => {
  const draft = await stuck("Diajukan dulu");
  const seen = { versionId: draft.id, revision: draft.revision };
  const payload = await driver.mutate("admin", "submitVersion", seen, "version { status }");
  expect(payload).toMatchObject({ version: { status: "SUBMITTED" }, userErrors: [] });
  const refused = await enact(draft, "id");
  expect(refused.problems.map(({ rule }: AnyData) => rule)).toContain("option-to-complete");
  expect((await desk.read(draft.id)).status).toBe("SUBMITTED");
});

test("of two approvers at once one enacts a sound drawing, and neither an unsound one", async () => {
  const [sound, unsound] = [await desk.letter("Dua pejabat"), await stuck("Dua pejabat, macet")];
  const both = (version: AnyData) =>
    Promise.all([enact(version, "id"), desk.enact(version, "admin")]);
  const answers = (await both(sound)).map(({ userErrors }) => userErrors[0]?.code ?? "DONE");
  expect(answers.toSorted()).toEqual(["ALREADY_ENACTED", "DONE"]);
  for (const { userErrors } of await both(unsound)) {
    expect(userErrors).toMatchObject([{ code: "PROBLEMS" }]);
  }
});

test("what is in force has no problems to mend, whatever is drawn in its next version", async () => {
  const draft = await desk.letter("Berlaku");
  const enacted = await desk.enacted(draft);
  expect(enacted.problems).toEqual([]);
  const next = await driver.mutate(
    "admin",
    "reviseSop",
    { sopId: draft.sopId },
    "version { id revision }",
  );
  const broken = await desk.edited(next.version, remove("EDGES", "sign-end"));
  expect(broken.problems.length).toBeGreaterThan(0);
  expect((await desk.read(enacted.id)).problems).toEqual([]);
  expect((await desk.start(draft.sopId, "pemohon")).userErrors).toEqual([]);
});

test("problems weigh in the cost of a query: what asks for those of hundreds of versions is refused", async () => {
  const document = `{ sops(first: 100) { nodes { versions { problems { rule } warnings { rule } } } } }`;
  const reply = await driver.api.send(await driver.as("admin"), document);
  expect(reply.errors?.[0]?.extensions["code"]).toBe("QUERY_TOO_COSTLY");
  const few = `{ sops(first: 20) { nodes { draft { problems { rule } warnings { rule } } } } }`;
  const { sops } = await driver.gql("admin", few);
  expect(sops.nodes.some(({ draft }: AnyData) => draft?.problems.length > 0)).toBe(true);
});
