import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData } from "../../harness/test-api.js";
import { testDialect } from "../../harness/test-database.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { WebhookDesk } from "./webhook-desk.js";

let desk: WebhookDesk;

beforeAll(async () => {
  desk = await WebhookDesk.open();
});
afterEach(() => desk.clear());
afterAll(() => desk?.close());

const guide = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");

/** The example that the guide tells people to paste. */
async function verifyOfGuide(): Promise<AnyData> {
  const source = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** Names of an object's fields, and of those within its objects. */
const namesIn = (value: AnyData): AnyData =>
  value !== null && typeof value === "object"
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((name) => [name, namesIn(value[name])]),
      )
    : "value";

test("a case tells the receiver of each step, with ids that the API knows and signed as the guide says", async () => {
  const { secret } = await desk.register();
  const { driver, api, receiver } = desk;
  const started = await driver.start("000", { title: "Aplikasi arsip" }, "budi");
  const [task] = started.openTasks;
  await driver.mutate("budi", "claimTask", { taskId: task.id }, "task { id }");
  await driver.step(started, task.node.key);
  await api.deliverOutbox();

  const of = (event: string) => receiver.received.filter(({ body }) => body.event === event);
  expect(of("case.started")).toHaveLength(1);
  expect(of("task.completed")).toHaveLength(1);
  expect(of("task.opened").length).toBeGreaterThan(1);
  const { body } = of("task.completed")[0] as AnyData;
  const office = expect.objectContaining({ id: expect.any(String), name: expect.any(String) });
  expect(body).toMatchObject({
    ...{ event: "task.completed", office },
    at: new Date(api.clock.now()).toISOString(),
    case: { id: started.id, title: "Aplikasi arsip", status: "RUNNING" },
    task: { id: task.id, visit: 1, status: "DONE", step: { key: task.node.key } },
  });
  expect(body.sop).toMatchObject({ id: driver.sop("000"), version: 1 });
  expect(body.sop.versionId).toBe(started.version.id);
  const shown = JSON.parse(/## Being told[\s\S]*?```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? "");
  // This step is no decision; the rest is as the guide shows it.
  expect(namesIn({ ...body, task: { ...body.task, outcome: shown.task.outcome } })).toEqual(
    namesIn(shown),
  );
  // The demo's people are named by no event.
  for (const { text } of receiver.received) expect(text).not.toMatch(/Budi|budi/);

  const { verify } = await verifyOfGuide();
  for (const { headers, text } of receiver.received) {
    const seconds = Math.floor(api.clock.now() / 1000);
    expect(verify(secret, headers, text, seconds)).toBe(true);
    expect(verify(secret, headers, `${text} `, seconds)).toBe(false);
    expect(verify(secret, headers, text, seconds + 600)).toBe(false);
    expect(verify(`${secret.slice(0, -4)}AAA=`, headers, text, seconds)).toBe(false);
    expect(headers["cookie"]).toBeUndefined();
  }
});

test("each event of a case's life has its name", async () => {
  await desk.register();
  const { driver, api, receiver } = desk;
  const instance = await driver.start("000", {}, "budi");
  const act = (name: string, more: object = {}) =>
    driver.mutate("manajer", name, { instanceId: instance.id, ...more }, "instance { status }");
  const [task] = instance.openTasks;
  await driver.mutate("budi", "claimTask", { taskId: task.id }, "task { id }");
  await driver.mutate("budi", "releaseTask", { taskId: task.id }, "task { id }");
  await act("holdInstance", { reason: "Menunggu" });
  await act("resumeInstance");
  await act("cancelInstance", { reason: "Salah" });
  await api.deliverOutbox();
  const inOrder = receiver.received
    .map(({ body }) => ({ event: body.event, seq: body.case.seq }))
    .sort((one, other) => one.seq - other.seq)
    .map(({ event }) => event);
  for (const event of [
    ...["case.started", "task.opened", "task.claimed", "task.released", "case.held"],
    ...["case.resumed", "case.cancelled", "task.withdrawn"],
  ]) {
    expect(inOrder).toContain(event);
  }
  expect(inOrder.indexOf("case.held")).toBeLessThan(inOrder.indexOf("case.resumed"));
  const cancelled = receiver.received.find(({ body }) => body.event === "case.cancelled");
  expect(cancelled?.body.case.status).toBe("CANCELLED");
  // Why it was cancelled is not for everybody.
  expect(cancelled?.text).not.toContain("Salah");
});

test("an endpoint is told of what it asked for, and of its office alone", async () => {
  const { offices } = await desk.driver.gql("admin", "{ offices { id name } }");
  const own = (await desk.driver.gql("budi", "{ me { office { id } } }")).me.office.id;
  const other = offices.find(({ id }: { id: string }) => id !== own).id;
  const only = { events: ["CASE_STARTED"] };
  await desk.register({ ...only, url: desk.receiver.url("/all") });
  await desk.register({ ...only, url: desk.receiver.url("/own"), officeId: own });
  await desk.register({ ...only, url: desk.receiver.url("/other"), officeId: other });
  await desk.register({ events: ["CASE_HELD"], url: desk.receiver.url("/held") });
  await desk.startCase();
  expect(desk.receiver.received.map(({ path }) => path).toSorted()).toEqual(["/all", "/own"]);
});

test("a command costs nothing where nobody is told, and one insertion where somebody is", async () => {
  const { driver } = desk;
  const probe = new StatementProbe(driver);
  const claim = `mutation ($input: TaskActionInput!) {
    claimTask(input: $input) { userErrors { code } }
  }`;
  const ofClaiming = async (): Promise<readonly string[]> => {
    const instance = await driver.start("000", {}, "budi");
    const input = { taskId: instance.openTasks[0].id };
    const { statements } = await probe.ask("budi", claim, { input });
    return statements;
  };
  const about = (statements: readonly string[]) =>
    statements.filter((sql) => /outbox|webhook/.test(sql)).map((sql) => sql.slice(0, 18));
  await ofClaiming();
  const alone = await ofClaiming();
  expect(about(alone)).toEqual([]);
  const create = `mutation ($input: CreateWebhookInput!) {
    createWebhook(input: $input) { userErrors { code } }
  }`;
  const input = { name: "SPBE", url: "https://203.1.1.1/", events: ["TASK_CLAIMED"] };
  await probe.ask("admin", create, { input });
  // The first command after the change reads who is told.
  await ofClaiming();
  const told = await ofClaiming();
  expect(about(told)).toEqual(["INSERT INTO outbox"]);
  expect(told).toHaveLength(alone.length + 1);
});

test("the lists take as many statements for many endpoints as for one", async () => {
  const probe = new StatementProbe(desk.driver);
  const endpoints = "{ webhooks { id waiting office { name } createdBy { name } } }";
  const log = `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint {
    deliveries(first: 100) { nodes { event state body } }
  } } }`;
  const own = (await desk.driver.gql("budi", "{ me { office { id } } }")).me.office.id;
  const count = async (id: string) => [
    (await probe.ask("admin", endpoints)).statements.length,
    (await probe.ask("admin", log, { id })).statements.length,
  ];
  const { id } = await desk.register({ officeId: own, events: ["CASE_STARTED"] });
  await desk.startCase();
  // The endpoints, what waits for them, their offices, who made them; the endpoint, its log.
  expect(await count(id)).toEqual([4, 2]);
  for (let no = 0; no < 4; no += 1) {
    await desk.register({ officeId: own, events: ["CASE_STARTED"] });
    await desk.startCase();
  }
  expect(await count(id)).toEqual([4, 2]);
});

test("what is sent again under its key is told once, and what is refused is not told", async () => {
  await desk.register({ events: ["CASE_STARTED", "TASK_COMPLETED"] });
  const { driver, api, receiver } = desk;
  const input = { idempotencyKey: "sekali saja" };
  await driver.start("000", input, "budi");
  const instance = await driver.start("000", input, "budi");
  const refused = await driver.complete("pemohon", instance.openTasks[0].id);
  expect(refused.userErrors).not.toEqual([]);
  await api.deliverOutbox();
  expect(receiver.events).toEqual(["case.started"]);
});

test("versions tell when they are enacted, come into force, are taken back and retired", async () => {
  const events = ["VERSION_ENACTED", "VERSION_IN_FORCE", "VERSION_REVOKED", "VERSION_RETIRED"];
  const { driver, api, receiver } = desk;
  // What came into force before it was registered is no news.
  api.clock.advance(60_000);
  await desk.register({ events });
  const revise = () =>
    driver.mutate("admin", "reviseSop", { sopId: driver.sop("002") }, "version { id revision }");
  const enact = async (inForceFrom: number | null) => {
    const { version } = await revise();
    const wanted = inForceFrom === null ? {} : { inForceFrom: new Date(inForceFrom).toISOString() };
    const done = await driver.mutate(
      "admin",
      "enactVersion",
      { versionId: version.id, revision: version.revision, ...wanted },
      "version { id } problems { message }",
    );
    expect([done.userErrors, done.problems]).toEqual([[], []]);
    return version.id;
  };
  const told = async () => {
    // As two servers that look at the same moment.
    await Promise.all([api.webhookRound(), api.webhookRound()]);
    await api.deliverOutbox();
    return receiver.received.splice(0).map(({ body }) => [body.event, body.sop.versionId]);
  };
  const day = 86_400_000;
  const tomorrow = api.clock.now() + day;
  const first = await enact(tomorrow);
  expect(await told()).toEqual([["version.enacted", first]]);
  const reason = { versionId: first, reason: "Belum siap" };
  await driver.mutate("admin", "unscheduleVersion", reason, "version { id }");
  expect(await told()).toEqual([["version.revoked", first]]);
  api.clock.set(tomorrow + 1);
  expect(await told()).toEqual([]);
  const second = await enact(api.clock.now() + day);
  expect(await told()).toEqual([["version.enacted", second]]);
  api.clock.advance(day);
  expect(await told()).toEqual([["version.in_force", second]]);
  expect(await told()).toEqual([]);
  api.clock.advance(60_000);
  const third = await enact(null);
  expect((await told()).map(([event]) => event).toSorted()).toEqual([
    "version.enacted",
    "version.in_force",
  ]);
  await driver.mutate("admin", "retireSop", { sopId: driver.sop("002") }, "sop { id }");
  expect(await told()).toEqual([["version.retired", third]]);
});

test("only an admin sees and changes the systems that are told, and what they do is written down", async () => {
  const forbidden = await desk.create({}, "kadis");
  expect(forbidden.userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  const asked = await desk.api.send(await desk.driver.as("budi"), "{ webhooks { id } }");
  expect(asked.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  const { id } = await desk.register({ url: desk.receiver.url("/hook?token=rahasia") });
  const hidden = `query ($id: ID!) { node(id: $id) { id } }`;
  expect(await desk.driver.gql("kadis", hidden, { id })).toEqual({ node: null });

  const events = ["CASE_STARTED"];
  const url = desk.receiver.url("/new");
  await desk.mutate(
    "changeWebhook",
    { webhookId: id, name: "Lain", url, events },
    "webhook { id }",
  );
  await desk.act("setWebhookPaused", id, { paused: true });
  await desk.act("setWebhookPaused", id, { paused: true });
  await desk.act("setWebhookPaused", id, { paused: false });
  await desk.mutate("rotateWebhookSecret", { webhookId: id }, "secret");
  await desk.mutate("deleteWebhook", { webhookId: id }, "deletedId");
  const entries = await desk.api.database.reader.all<Row & { action: string; changes: string }>(
    `SELECT action, changes FROM audit_entry WHERE subject_type = 'WebhookEndpoint'
      ORDER BY seq DESC LIMIT 6`,
    [],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    "WEBHOOK_DELETED",
    "WEBHOOK_SECRET_ROTATED",
    "WEBHOOK_RESUMED",
    "WEBHOOK_PAUSED",
    "WEBHOOK_CHANGED",
    "WEBHOOK_CREATED",
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/rahasia|whsec/);
  expect(await desk.read(id)).toBeNull();
  const gone = await desk.mutate("testWebhook", { webhookId: id }, "webhook { id }");
  expect(gone.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "input.webhookId" }]);
});

test.runIf(testDialect === "mariadb")(
  "another server tells of it as soon as it has looked",
  async () => {
    const there = await desk.api.startAnother();
    try {
      const start = () =>
        desk.driver.mutate(
          "budi",
          "startInstance",
          { sopId: desk.driver.sop("000") },
          "instance { id }",
          there,
        );
      await start();
      const { id } = await desk.register({ events: ["CASE_STARTED"] });
      await there.webhookRound();
      await start();
      await desk.mutate("deleteWebhook", { webhookId: id }, "deletedId");
      await desk.register({ events: ["CASE_STARTED"], url: desk.receiver.url("/second") });
      await there.webhookRound();
      await start();
      await there.deliverOutbox();
      expect(desk.receiver.received.map(({ path }) => path)).toEqual(["/second"]);
    } finally {
      await there.stop();
    }
  },
);
