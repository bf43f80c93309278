import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEventStream } from "../../harness/event-stream.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";
import { addPerson, endPositions, endRoles, tokenWith } from "./people-of-the-test.js";

let driver: CaseDriver;
let instance: AnyData;
let taskId: string;
const clients = new Map<string, TestClient | null>();

/**
 * What somebody gets by each path: "yes"; "no" where the object is not there for them; or the code
 * of the refusal. `resume` and `release` fit neither the case nor its task, so that whoever may is
 * told NOT_HELD and NOT_CLAIMED, and nothing changes.
 */
const paths = [
  ...["cases", "tasks", "node", "taskNode", "history", "caseTasks", "openTasks", "sop"],
  ...["version", "taskCase", "stream", "resume", "release"],
] as const;

const whole = "yes yes yes yes yes yes yes yes yes yes yes";
const nothing = "no no no no no no no no no no NOT_FOUND";
const matrix: Readonly<Record<string, string>> = {
  admin: `${whole} NOT_HELD NOT_CLAIMED`,
  manager: `${whole} NOT_HELD NOT_CLAIMED`,
  approver: `${whole} FORBIDDEN WRONG_LANE`,
  frontDesk: `${whole} FORBIDDEN WRONG_LANE`,
  holderOfTheLane: `${whole} FORBIDDEN NOT_CLAIMED`,
  holderElsewhere: `${whole} FORBIDDEN NOT_CLAIMED`,
  colleague: `${whole} FORBIDDEN WRONG_LANE`,
  requester: `${whole} FORBIDDEN WRONG_LANE`,
  otherRequester: `${nothing} NOT_FOUND NOT_FOUND`,
  otherOffice: `${nothing} NOT_FOUND NOT_FOUND`,
  nobody: `UNAUTHENTICATED UNAUTHENTICATED ${"no ".repeat(8)}UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED`,
  tokenOfCases:
    "yes no yes no yes FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN no yes FORBIDDEN FORBIDDEN",
  tokenOfTasks: "no yes no yes no no no no no FORBIDDEN NOT_FOUND NOT_FOUND FORBIDDEN",
  tokenOfStarts: `${nothing} NOT_FOUND FORBIDDEN`,
  tokenOfSops: `${nothing} NOT_FOUND FORBIDDEN`,
  tokenOfCasesAndTasks:
    "yes yes yes yes yes yes yes FORBIDDEN FORBIDDEN yes yes FORBIDDEN FORBIDDEN",
};

beforeAll(async () => {
  driver = await CaseDriver.start();
  const { api } = driver;
  await addPerson(api, "warga", "pemohon");
  await addPerson(api, "plt", "anton", { position: "trenggalek-kominfo.kabid-aptika" });
  await addPerson(api, "loket2", "loket", { role: "FRONT_DESK" });
  await driver.start("003", {}, "warga");
  instance = await driver.start("003");
  instance = await driver.step(instance, "a1", { comment: "rahasia" });
  instance = await driver.step(instance, "a2");
  taskId = instance.openTasks[0].id;
  const people = {
    ...{ admin: "admin", manager: "manajer", approver: "kadis", frontDesk: "loket" },
    ...{ holderOfTheLane: "kabid", holderElsewhere: "plt", colleague: "rina" },
    ...{ requester: "pemohon", otherRequester: "warga", otherOffice: "pkykadis" },
  };
  for (const [who, username] of Object.entries(people)) clients.set(who, await driver.as(username));
  clients.set("nobody", null);
  clients.set("tokenOfCases", await tokenWith(driver, "CASES_READ"));
  clients.set("tokenOfTasks", await tokenWith(driver, "TASKS_READ"));
  clients.set("tokenOfStarts", await tokenWith(driver, "CASES_START"));
  clients.set("tokenOfSops", await tokenWith(driver, "SOPS_READ"));
  clients.set("tokenOfCasesAndTasks", await tokenWith(driver, "CASES_READ", "TASKS_READ"));
});
afterAll(() => driver?.stop());

const codeOf = (errors: AnyData): string | null => errors?.[0]?.extensions.code ?? null;

async function tried(who: string): Promise<string> {
  const client = clients.get(who) ?? null;
  const query = async (document: string, found: (data: AnyData) => unknown): Promise<string> => {
    const variables = { id: instance.id, task: taskId };
    const { data, errors } = await driver.api.send(client, document, variables);
    return codeOf(errors) ?? (found(data) ? "yes" : "no");
  };
  const has = (id: string) => (list: AnyData) => list.nodes.some((one: AnyData) => one.id === id);
  const ofCase = (fields: string) =>
    query(
      `query ($id: ID!) { node(id: $id) { ... on Instance { id ${fields} } } }`,
      ({ node }) => node,
    );
  const ofTask = (fields: string) =>
    query(
      `query ($task: ID!) { node(id: $task) { ... on Task { id ${fields} } } }`,
      ({ node }) => node,
    );
  const change = async (mutation: string): Promise<string> => {
    const document = `mutation { it: ${mutation} { userErrors { code } } }`;
    const { data, errors } = await driver.api.send(client, document);
    return codeOf(errors) ?? data?.it.userErrors[0]?.code ?? "yes";
  };
  const results = [
    await query("{ instances(first: 100) { nodes { id } } }", (data) =>
      has(instance.id)(data.instances),
    ),
    await query("{ tasks(first: 100, filter: { scope: ALL }) { nodes { id } } }", (data) =>
      has(taskId)(data.tasks),
    ),
    await ofCase("status requester { name }"),
    await ofTask("status node { text } lane { name }"),
    await ofCase("history { events actor { name } }"),
    await ofCase("tasks { comment given { reference } }"),
    await ofCase("openTasks { id }"),
    await ofCase("sop { title versions { id } }"),
    await ofCase("version { identity { title } }"),
    await ofTask("instance { requester { name } history { events } }"),
    await followed(client),
    await change(`resumeInstance(input: { instanceId: "${instance.id}" })`),
    await change(`releaseTask(input: { taskId: "${taskId}" })`),
  ];
  return results.join(" ");
}

async function followed(client: TestClient | null): Promise<string> {
  const query = `subscription { instanceChanged(id: "${instance.id}") { id } }`;
  const stream = await openEventStream(driver.api.url, query, client?.headers);
  try {
    // Opened is open: an answer comes at once only where there is something to refuse.
    const opened = new Promise<null>((resolve) => setTimeout(resolve, 150, null));
    const first = await Promise.race([stream.next(), opened]);
    return codeOf(first?.errors) ?? "yes";
  } finally {
    stream.close();
  }
}

test("the matrix has an entry for every path", () => {
  for (const [who, row] of Object.entries(matrix)) {
    expect(row.split(" "), who).toHaveLength(paths.length);
  }
});

test.each(Object.keys(matrix))("%s", async (who) => {
  expect(await tried(who)).toBe(matrix[who]);
});

test("a case that one sees for several reasons is listed once, on one page or on many", async () => {
  await addPerson(driver.api, "semua", "anton", { position: "trenggalek-kominfo.kabid-aptika" });
  const asked = await driver.start("003", {}, "semua");
  const { instance: sent } = await driver.complete("semua", asked.openTasks[0].id);
  const own = await driver.step(sent, "a2");
  const taskOfOwn = { taskId: own.openTasks[0].id };
  await driver.mutate("semua", "claimTask", taskOfOwn, "task { id }");
  const home = await driver.start("002");
  const list = async (first: number) => {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const document = `query ($first: Int!, $after: String) { instances(first: $first, after: $after)
        { nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const { instances } = await driver.gql("semua", document, { first, after });
      ids.push(...instances.nodes.map((one: AnyData) => one.id));
      after = instances.pageInfo.endCursor;
      more = instances.pageInfo.hasNextPage;
    }
    return ids;
  };
  const all = await list(100);
  expect(all).toEqual(expect.arrayContaining([own.id, instance.id, home.id]));
  expect(new Set(all).size).toBe(all.length);
  expect(await list(1)).toEqual(all);
});

describe("what a program may only start", () => {
  test("it is answered plainly, and by no way into its log, its tasks or its SOP", async () => {
    const client = clients.get("tokenOfStarts") ?? null;
    const start = (key: string, fields: string) =>
      driver.api.send(
        client,
        `mutation ($input: StartInstanceInput!) { startInstance(input: $input) {
          instance { id status ${fields} } userErrors { code } } }`,
        { input: { sopId: driver.sop("003"), requesterName: "Warga", idempotencyKey: key } },
      );
    const { data } = await start("plain", "requesterName");
    expect(data?.startInstance).toMatchObject({ userErrors: [], instance: { status: "RUNNING" } });
    const again = await start("plain", "requesterName");
    expect(again.data).toEqual(data);
    const into = ["history { events }", "tasks { id }", "openTasks { id }", "sop { title }"];
    for (const field of [...into, "version { version }"]) {
      const { errors } = await start(field, field);
      expect(codeOf(errors), field).toBe("FORBIDDEN");
      expect(errors?.[0]?.path).toEqual(["startInstance", "instance", field.split(" ")[0]]);
    }
  });
});

describe("repeating what one did", () => {
  test("is refused to a front desk that is none any more", async () => {
    const input = { sopId: driver.sop("003"), requesterName: "Warga", idempotencyKey: "desk" };
    const started = await driver.mutate("loket2", "startInstance", input, "instance { id }");
    expect(started.userErrors).toEqual([]);
    const repeated = await driver.mutate("loket2", "startInstance", input, "instance { id }");
    expect(repeated).toEqual(started);
    await endRoles(driver.api, "loket2");
    expect(await driver.mutate("loket2", "startInstance", input, "instance { id }")).toMatchObject({
      instance: null,
      userErrors: [{ code: "NOT_FOUND" }],
    });
  });

  test("is refused to whoever does not hold the position any more", async () => {
    await addPerson(driver.api, "plh", "anton", { position: "trenggalek-kominfo.kabid-aptika" });
    const other = await driver.steps(await driver.start("003"), "a1", "a2");
    const how = { idempotencyKey: "plh" };
    const id = other.openTasks[0].id;
    const done = await driver.complete("plh", id, how);
    expect(done.userErrors).toEqual([]);
    expect((await driver.complete("plh", id, how)).task.id).toBe(id);
    await endPositions(driver.api, "plh");
    const again = await driver.complete("plh", id, how);
    expect(again).toMatchObject({
      task: null,
      instance: null,
      userErrors: [{ code: "WRONG_LANE" }],
    });
    // They still find what they did, and the case that they did it in.
    const document = `{ tasks(filter: { scope: DONE }) { nodes { id instance { id status } } } }`;
    const { tasks } = await driver.gql("plh", document);
    expect(tasks.nodes).toMatchObject([{ id, instance: { id: other.id } }]);
  });
});

test("the review notes of an enacted version are its office's own", async () => {
  const count = async (client: TestClient | null) => {
    const document = `query ($id: ID!) { node(id: $id) {
      ... on Sop { inForce { notes { id text } } } } }`;
    const { node } = await driver.api.gql(client, document, { id: driver.sop("003") });
    return node.inForce.notes as AnyData[];
  };
  const [note] = await count(await driver.as("budi"));
  expect(note.text).toMatch(/\S/);
  for (const who of ["requester", "otherOffice", "tokenOfSops"]) {
    const client = clients.get(who) ?? null;
    expect(await count(client), who).toEqual([]);
    const found = "query ($id: ID!) { node(id: $id) { id } }";
    expect((await driver.api.gql(client, found, { id: note.id })).node, who).toBeNull();
  }
  const resolve = async (by: string) =>
    (await driver.mutate(by, "resolveNote", { noteId: note.id, resolved: true }, "note { id }"))
      .userErrors[0]?.code;
  expect(await resolve("pemohon")).toBe("NOT_FOUND");
  expect(await resolve("budi")).toBe("FORBIDDEN");
});

test("nobody learns from a refusal what there is and what not", async () => {
  const missing = "SW5zdGFuY2U6OTk5";
  const mutations = [instance.id, missing, "nonsense"].flatMap((id) => [
    `holdInstance(input: { instanceId: "${id}", reason: "x" })`,
    `claimTask(input: { taskId: "${id}" })`,
    `completeTask(input: { taskId: "${id}", idempotencyKey: "x" })`,
    `startInstance(input: { sopId: "${id}" })`,
    `reviseSop(input: { sopId: "${id}" })`,
    `retireSop(input: { sopId: "${id}" })`,
    `submitVersion(input: { versionId: "${id}", revision: 1 })`,
    `enactVersion(input: { versionId: "${id}", revision: 1 })`,
    `resolveNote(input: { noteId: "${id}", resolved: true })`,
    `editDraft(input: { versionId: "${id}", revision: 1, edits: [] })`,
  ]);
  for (const mutation of mutations) {
    const document = `mutation { ${mutation} { userErrors { code } } }`;
    const { errors } = await driver.api.send(null, document);
    expect(codeOf(errors), mutation).toBe("UNAUTHENTICATED");
  }
});

describe("a stream", () => {
  test("of a case ends, refused, once its follower may not read it", async () => {
    const { api } = driver;
    await addPerson(api, "plt2", "anton", { position: "trenggalek-kominfo.kabid-aptika" });
    const { headers } = await driver.as("plt2");
    const query = `subscription { instanceChanged(id: "${instance.id}") { id } }`;
    const stream = await openEventStream(api.url, query, { ...headers });
    const claim = () => driver.mutate("kabid", "claimTask", { taskId }, "task { id }");
    const release = () => driver.mutate("kabid", "releaseTask", { taskId }, "task { id }");
    await claim();
    expect((await stream.next())?.data).toEqual({ instanceChanged: { id: instance.id } });
    await endPositions(api, "plt2");
    await release();
    expect(codeOf((await stream.next())?.errors)).toBe("FORBIDDEN");
    expect(await stream.next()).toBeNull();
  });

  test("of a worklist follows the positions that are held when something happens", async () => {
    const { api } = driver;
    await addPerson(api, "plt3", "anton", { position: "trenggalek-kominfo.kabid-aptika" });
    const { headers } = await driver.as("plt3");
    const query = "subscription { worklistChanged { instanceId } }";
    const stream = await openEventStream(api.url, query, { ...headers });
    await driver.mutate("kabid", "claimTask", { taskId }, "task { id }");
    const told = { worklistChanged: { instanceId: instance.id } };
    expect((await stream.next())?.data).toEqual(told);
    await endPositions(api, "plt3");
    await driver.mutate("kabid", "releaseTask", { taskId }, "task { id }");
    const next = stream.next();
    const quiet = new Promise((resolve) => setTimeout(resolve, 200, "nothing"));
    expect(await Promise.race([next, quiet])).toBe("nothing");
    stream.close();
    await next.catch(() => null);
  });
});
