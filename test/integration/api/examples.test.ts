import { readFileSync } from "node:fs";
import { Kind, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examples } from "../../../admin-ui/graphiql/examples.js";
import { openEventStream } from "../../harness/event-stream.js";
import { pdf } from "../../harness/sample-files.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { add, DraftDesk, edge, node, remove } from "../sops/draft-desk.js";

/** The documents that we tell people to paste, by the names of their operations. */
type Documents = ReadonlyMap<string, string>;

const named = (documents: readonly string[]): Documents =>
  new Map(
    documents.map((document) => {
      const [operation] = parse(document).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(document);
      return [operation.name?.value ?? "", document];
    }),
  );

const guide = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
const ofGuide = named([...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, it]) => it ?? ""));
const ofGraphiql = named(examples.map(({ query }) => query));

let driver: CaseDriver;
beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver.stop());

const places = [
  ["the guide", ofGuide, { start: "Start", complete: "Complete", follow: "Follow" }],
  [
    "GraphiQL",
    ofGraphiql,
    { start: "StartRequest", complete: "CompleteWithOutcome", follow: "FollowCase" },
  ],
] as const;

describe.each(places)("the examples of %s", (_where, documents, names) => {
  const run = (by: string | null, name: string, variables: object = {}): Promise<AnyData> => {
    const document = documents.get(name);
    if (document === undefined) throw new Error(`There is no example ${name}`);
    return driver.gql(by, document, variables);
  };

  test("carry a request from its start, over a decision and back, to whoever follows it", async () => {
    const sopId = driver.sop("003");
    const input = { sopId, title: "Sub domain", idempotencyKey: `contoh ${names.start}` };
    const { startInstance } = await run("pemohon", names.start, { input });
    expect(startInstance.userErrors).toEqual([]);
    const again = (await run("pemohon", names.start, { input })).startInstance;
    const { id } = startInstance.instance;
    expect(again.instance.id).toBe(id);

    const client = await driver.as("pemohon");
    const live = documents.get("CaseChanged") ?? "";
    const stream = await openEventStream(driver.api.url, live, { ...client.headers }, { id });

    const mine = (await run("pemohon", "MyTasks")).tasks.nodes;
    expect(mine.map(({ instance }: AnyData) => instance.id)).toContain(id);
    // On to the first decision, each step as whoever works it.
    let current = await driver.read(id);
    while (current.openTasks[0].outcomes.length === 0) {
      const [task] = current.openTasks;
      const outputs = task.owedOutputs.map(({ key }: AnyData) => ({ output: key, reference: key }));
      const done = { taskId: task.id, outputs, idempotencyKey: `${names.complete} ${task.id}` };
      const { completeTask } = await run(driver.workerOf(task), names.complete, { input: done });
      expect(completeTask.userErrors).toEqual([]);
      current = await driver.read(id);
    }
    const [decision] = current.openTasks;
    const worker = driver.workerOf(decision);
    const outcome = decision.outcomes[0].key;
    const decided = await run(worker, names.complete, { input: { taskId: decision.id, outcome } });
    expect(decided.completeTask).toMatchObject({ task: { status: "DONE" }, userErrors: [] });

    const [next] = (await driver.read(id)).openTasks;
    const targets = await driver.gql(
      driver.workerOf(next),
      "query ($id: ID!) { node(id: $id) { ... on Task { returnTargets { visit } } } }",
      { id: next.id },
    );
    const [{ visit }] = targets.node.returnTargets;
    const sent = { taskId: next.id, visit, reason: "Kurang lampiran" };
    const { returnTask } = await run(driver.workerOf(next), "SendBack", { input: sent });
    expect(returnTask).toMatchObject({ task: { status: "WITHDRAWN" }, userErrors: [] });

    const { node } = await run("pemohon", names.follow, { id });
    expect(node.visits.map(({ status }: AnyData) => status)).toContain("UNDONE");
    expect(node.history.at(-1).command).toBe("RETURN");
    expect(node.whereabouts.sentence).not.toBe("");
    const told = (await stream.next())?.data as AnyData;
    expect(told.instanceChanged.whereabouts.sentence).not.toBe("");
    stream.close();
  });

  test("let somebody without an account follow with a receipt", async () => {
    const input = { sopId: driver.sop("003"), requesterName: "Bu Sumiati" };
    const { startInstance } = await run("loket", names.start, { input });
    const { number, secret } = startInstance.receipt;
    const { followCase } = await run(null, "FollowWithReceipt", { input: { number, secret } });
    expect(followCase.userErrors).toEqual([]);
    expect(followCase.case.whereabouts.places).not.toEqual([]);
  });
});

test("the guide's way of attaching a file leads from announcing it to fetching it", async () => {
  const client = await driver.as("pemohon");
  const bytes = pdf();
  const announced = { name: "surat.pdf", size: bytes.length };
  const upload = ofGuide.get("Upload") ?? "";
  const { createUpload } = await driver.gql("pemohon", upload, { input: announced });
  expect(createUpload.userErrors).toEqual([]);
  const { id, address } = createUpload.upload;
  const headers = { "content-type": "application/octet-stream", "upload-offset": "0" };
  const sent = await fetch(`${driver.api.url}${address}`, {
    method: "PUT",
    headers: { ...client.headers, ...headers },
    body: new Uint8Array(bytes),
  });
  expect(await sent.json()).toMatchObject({ status: "READY" });
  const instance = await driver.start("003");
  const [task] = instance.openTasks;
  const outputs = task.owedOutputs.map(({ key }: AnyData) => ({ output: key, reference: key }));
  const input = { taskId: task.id, outputs, files: [id] };
  const complete = ofGuide.get("Complete") ?? "";
  const { completeTask } = await driver.gql("pemohon", complete, { input });
  expect(completeTask.userErrors).toEqual([]);
  const { node } = await driver.gql("pemohon", ofGuide.get("Files") ?? "", { id: task.id });
  const [{ file }] = node.files;
  const fetched = await fetch(`${driver.api.url}${file.address}`, { headers: client.headers });
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
});

test("all other examples of GraphiQL answer without an error", async () => {
  const told = new Set(["SignIn", "StartRequest", "CompleteWithOutcome", "SendBack", "FollowCase"]);
  for (const [name, document] of ofGraphiql) {
    const isLive = document.includes("subscription ");
    if (told.has(name) || isLive || name === "FollowWithReceipt") continue;
    expect(await driver.gql("admin", document, { search: "" }), name).toBeTruthy();
  }
});

test("the guide's examples of throughput tell a number, and what is behind it", async () => {
  const { me } = await driver.gql("manajer", "{ me { office { id } } }");
  const of = {
    scope: { officeId: me.office.id },
    period: { from: "2026-08-01", to: "2026-08-31" },
  };
  const report = ofGuide.get("Throughput") ?? "";
  const { laneThroughput } = await driver.gql("manajer", report, { input: of });
  const busy = laneThroughput.lanes.find(({ arrived }: AnyData) => arrived > 0);
  const input = { ...of, measure: "ARRIVED", laneId: busy.lane.id };
  const list = ofGuide.get("BehindNumber") ?? "";
  const { throughputCases } = await driver.gql("manajer", list, { input });
  expect(throughputCases.totalCount).toBe(busy.arrived);
  expect(throughputCases.nodes).toHaveLength(busy.arrived);
});

test("the guide's examples of enactment tell what is wrong, and what an office makes of it", async () => {
  const desk = await DraftDesk.open(driver);
  const letter = await desk.letter("Contoh pengesahan");
  const idle = add("LANES", 3, { key: "sekretaris", name: "Sekretaris" });
  // Both outcomes of the decision come to one join, which waits for both.
  const draft = await desk.edited(
    letter,
    idle,
    add("NODES", 3, node("meet", "JOIN", null)),
    remove("EDGES", "examine-sign"),
    remove("EDGES", "examine-ask"),
    add("EDGES", 0, edge("examine", "meet", "Ya")),
    add("EDGES", 1, { ...edge("examine", "meet", "Tidak"), key: "no" }),
    add("EDGES", 2, edge("meet", "sign")),
  );
  const run = (by: string, name: string, variables: object): Promise<AnyData> =>
    driver.gql(by, ofGuide.get(name) ?? "", variables);
  const what = () => run("kadis", "WhatIsWrong", { id: draft.id });
  const input = { versionId: draft.id, revision: draft.revision, idempotencyKey: "sahkan" };
  const before = (await what()).node;
  expect(before.problems[0]).toMatchObject({ rule: "option-to-complete", level: "ERROR" });
  expect(before.problems[0].run.at(-1)).toMatchObject({ nodeId: "examine", label: "2. Staf: Ya" });
  expect(before.warnings).toContainEqual(expect.objectContaining({ rule: "idle-lane" }));
  const { enactVersion } = await run("kadis", "Enact", { input });
  expect(enactVersion.userErrors).toMatchObject([{ code: "PROBLEMS" }]);
  expect(enactVersion.problems[0].run).toEqual(before.problems[0].run);

  const officeId = before.sop.office.id;
  const levels = [{ rule: "idle-lane", level: "ERROR" }];
  const chosen = await run("admin", "ChooseLevels", { input: { officeId, levels } });
  expect(chosen.setOfficeRuleLevels.userErrors).toEqual([]);
  const after = (await what()).node;
  expect(after.problems.map(({ rule }: AnyData) => rule)).toContain("idle-lane");
});

test("the guide's example of an office's year tells of every day", async () => {
  const { me } = await driver.gql("budi", "{ me { office { id } } }");
  const document = ofGuide.get("Year") ?? "";
  const variables = { officeId: me.office.id, year: 2026 };
  const { workingCalendar } = await driver.gql("budi", document, variables);
  expect(workingCalendar.days).toHaveLength(365);
});

test("the guide's example of how long an SOP takes names its ways", async () => {
  const document = ofGuide.get("HowLong") ?? "";
  const { node } = await driver.gql("budi", document, { id: driver.sop("003") });
  const { shortestMinutes, minutesPerWorkingDay, paths } = node.inForce.standardTimes;
  expect(shortestMinutes).toBe(9 * minutesPerWorkingDay);
  expect(paths.map(({ likelihood }: AnyData) => likelihood)).toEqual([0.5, 0.5]);
});
