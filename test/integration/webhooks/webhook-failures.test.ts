import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData } from "../../harness/test-api.js";
import { WebhookDesk } from "./webhook-desk.js";

let desk: WebhookDesk;

beforeAll(async () => {
  desk = await WebhookDesk.open();
});
afterEach(() => desk.clear());
afterAll(() => desk?.close());

const minute = 60_000;
const hour = 60 * minute;
const started = { events: ["CASE_STARTED"] };

/** Lets time pass and works what becomes due, in steps. */
async function pass(duration: number, step = hour): Promise<void> {
  for (let gone = 0; gone < duration; gone += step) {
    desk.api.clock.advance(step);
    await desk.api.deliverOutbox();
  }
}

/** Registers the receiver, starts a case, and answers the one message of it. */
async function only(change: object = {}): Promise<AnyData> {
  const { id } = await desk.register({ ...started, ...change });
  await desk.startCase();
  const { deliveries } = await desk.read(id);
  expect(deliveries).toHaveLength(1);
  return deliveries[0];
}

test("what arrived is in the log with its status, duration and answer", async () => {
  desk.receiver.answer = (response) => response.writeHead(202).end("<b>Diterima</b>\u0000");
  expect(await only()).toMatchObject({
    ...{ event: "CASE_STARTED", state: "DELIVERED", attempts: 1, status: 202, failure: null },
    ...{ answer: "<b>Diterima</b>", nextAt: null, duration: expect.any(Number) },
    body: desk.receiver.received[0]?.body,
  });
});

test("after an error it is tried again with the same id and body, until it arrives", async () => {
  desk.receiver.answer = (response) => response.writeHead(500).end("rusak");
  const { id } = await desk.register(started);
  const { id: instanceId } = await desk.startCase();
  expect((await desk.read(id)).deliveries).toMatchObject([
    { state: "WAITING", status: 500, failure: "STATUS", answer: "rusak", attempts: 1 },
  ]);
  expect(await desk.read(id)).toMatchObject({ waiting: 1, failingSince: expect.any(String) });
  const cancel = { instanceId, reason: "Salah" };
  await desk.driver.mutate("manajer", "cancelInstance", cancel, "instance { id }");
  desk.receiver.answer = (response) => response.writeHead(200).end();
  await pass(minute, 5_000);
  const [first, second, ...more] = desk.receiver.received;
  expect(more).toEqual([]);
  expect(second?.text).toBe(first?.text);
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(second?.headers["webhook-signature"]).not.toBe(first?.headers["webhook-signature"]);
  expect(await desk.read(id)).toMatchObject({
    ...{ waiting: 0, failingSince: null, lastSuccessAt: expect.any(String) },
    deliveries: [{ state: "DELIVERED", attempts: 2 }],
  });
});

/** What the log says of each message, whoever may still read it. */
const logged = () =>
  desk.api.database.reader.all<Row>(
    "SELECT state, next_at FROM webhook_delivery ORDER BY id DESC LIMIT 1",
    [],
  );

test("what waits for a system that is removed waits in the log no longer", async () => {
  desk.receiver.answer = (response) => response.writeHead(500).end();
  expect(await only()).toMatchObject({ state: "WAITING" });
  await desk.clear();
  expect(await logged()).toEqual([{ state: "FAILED", next_at: null }]);
});

test("what every server died of is given up in the log as well", async () => {
  desk.receiver.answer = (response) => response.writeHead(500).end();
  expect(await only()).toMatchObject({ state: "WAITING" });
  const ctx = systemContext("test", desk.api.clock.now);
  await desk.api.database.unitOfWork.run(ctx, (tx) =>
    tx.run("UPDATE outbox SET owner = 'gone', give_up_at = 1, due_at = 1 WHERE is_waiting = 1", []),
  );
  await desk.api.deliverOutbox();
  expect(await logged()).toEqual([{ state: "FAILED", next_at: null }]);
});

test("a redirect is not followed", async () => {
  desk.receiver.answer = (response, { path }) =>
    path === "/alur"
      ? response.writeHead(307, { location: desk.receiver.url("/inside") }).end()
      : response.writeHead(200).end();
  expect(await only()).toMatchObject({ failure: "REDIRECT", status: 307, state: "WAITING" });
  expect(desk.receiver.received.map(({ path }) => path)).toEqual(["/alur"]);
});

test("one that never answers, and one that never ends its answer, are left in time", async () => {
  desk.receiver.answer = () => undefined;
  expect(await only()).toMatchObject({ failure: "TIMEOUT", status: null, state: "WAITING" });
  await desk.clear();
  desk.receiver.answer = (response) => void response.writeHead(200).write("ya");
  expect(await only()).toMatchObject({ failure: null, status: 200, state: "DELIVERED" });
});

test("of an endless answer the beginning is read and the rest is left", async () => {
  const chunk = "x".repeat(65_536);
  let written = 0;
  let closed = false;
  desk.receiver.answer = (response) => {
    response.writeHead(200);
    response.on("close", () => (closed = true));
    const more = (): void => {
      while (!closed && response.write(chunk)) written += chunk.length;
      if (!closed) response.once("drain", more);
    };
    more();
  };
  const { answer, state } = await only();
  expect([answer, state]).toEqual(["x".repeat(500), "DELIVERED"]);
  await expect.poll(() => closed).toBe(true);
  expect(written).toBeLessThan(64 * chunk.length);
});

test("a closed port, an unknown host and an answer that is not HTTP each say so", async () => {
  const silent = createServer((socket) => {
    socket.once("data", () => socket.end("SSH-2.0-OpenSSH\r\n"));
  });
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  expect(await only({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ failure: "BAD_ANSWER" });
  await desk.clear();
  expect(await only({ url: `https://127.0.0.1:${desk.receiver.port}/` })).toMatchObject({
    failure: "TLS",
  });
  await desk.clear();
  await new Promise((resolve) => silent.close(resolve));
  expect(await only({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ failure: "CONNECTION" });
  await desk.clear();
  expect(await only({ url: "http://tidak-ada.example/" })).toMatchObject({
    failure: "UNKNOWN_HOST",
  });
});

test("a resolver that does not answer keeps nobody waiting", async () => {
  desk.names.set("slow.example", () => new Promise(() => undefined));
  expect(await only({ url: "http://slow.example/" })).toMatchObject({ failure: "TIMEOUT" });
});

describe("an address inside of the network", () => {
  test.each([
    "http://127.0.0.2/",
    "http://10.0.0.1:8080/x",
    "http://2130706434/",
    "http://0x7f000002/",
    "http://0177.0.0.2/",
    "http://127.2/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[fe80::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://224.0.0.1/",
    "http://0.0.0.0/",
    "http://inside.example/",
  ])("is refused when it is registered: %s", async (url) => {
    desk.names.set("inside.example", () => [
      { address: "8.8.8.8", family: 4 },
      { address: "192.168.0.9", family: 4 },
    ]);
    const { webhook, userErrors } = await desk.create({ url });
    expect(webhook).toBeNull();
    expect(userErrors).toMatchObject([{ code: "WEBHOOK_ADDRESS_REFUSED", field: "input.url" }]);
  });

  test("is not connected to where a name moves there between the check and the delivery", async () => {
    // Public when it is registered, then the receiver's own, which nobody allowed.
    let asked = 0;
    desk.names.set("moves.example", () => {
      asked += 1;
      return [{ address: asked === 1 ? "203.1.1.1" : "127.0.0.2", family: 4 }];
    });
    const url = desk.receiver.url("/", "moves.example");
    expect(await only({ url })).toMatchObject({ failure: "ADDRESS_REFUSED", state: "WAITING" });
    expect(desk.receiver.received).toEqual([]);
  });

  test("is connected to where the installation allows it: the one that was judged, by its name", async () => {
    desk.names.set("allowed.example", () => [{ address: "127.0.0.1", family: 4 }]);
    const url = desk.receiver.url("/", "allowed.example");
    expect(await only({ url })).toMatchObject({ state: "DELIVERED" });
    expect(desk.receiver.received[0]?.headers.host).toBe(`allowed.example:${desk.receiver.port}`);
  });
});

test.each([
  ["not an address", "INVALID"],
  ["ftp://example.go.id/", "INVALID"],
  ["file:///etc/passwd", "INVALID"],
  ["https://admin:rahasia@example.go.id/", "INVALID"],
  [`https://example.go.id/${"x".repeat(2_000)}`, "TOO_LARGE"],
])("what is no address of the web is refused: %s", async (url, code) => {
  expect((await desk.create({ url })).userErrors).toMatchObject([{ code, field: "input.url" }]);
});

test("it wants a name, and events that can be subscribed to", async () => {
  const codes = async (change: object) =>
    (await desk.create(change)).userErrors.map(({ code, field }: AnyData) => `${code} ${field}`);
  expect(await codes({ name: " " })).toEqual(["INVALID input.name"]);
  expect(await codes({ name: "x".repeat(201) })).toEqual(["TOO_LARGE input.name"]);
  expect(await codes({ events: [] })).toEqual(["INVALID input.events"]);
  expect(await codes({ events: ["TEST"] })).toEqual(["INVALID input.events"]);
});

test("one that fails for three days is paused, is told nothing, and is told again once it is resumed", async () => {
  desk.receiver.answer = (response) => response.writeHead(503).end();
  const { id } = await desk.register(started);
  await desk.startCase();
  await pass(60 * hour);
  expect(await desk.read(id)).toMatchObject({ state: "ACTIVE" });
  // Tried for a shorter time, so that it still waits when the endpoint is paused.
  await desk.startCase();
  await pass(20 * hour);
  const failed = await desk.read(id);
  expect(failed).toMatchObject({ state: "FAILED", pausedAt: expect.any(String), waiting: 1 });
  expect(failed.deliveries.map(({ state }: AnyData) => state)).toEqual(["WAITING", "FAILED"]);
  expect(failed.deliveries[1].attempts).toBeGreaterThan(10);
  expect(failed.deliveries[1].attempts).toBeLessThan(30);
  const audited = await desk.api.database.reader.all(
    "SELECT actor_name AS who, subject_name AS what FROM audit_entry WHERE action = 'WEBHOOK_FAILED'",
    [],
  );
  expect(audited).toEqual([{ who: "Alur", what: "SPBE" }]);

  desk.receiver.reset();
  await desk.startCase();
  await pass(3 * hour);
  expect(desk.receiver.received).toEqual([]);
  await desk.act("setWebhookPaused", id, { paused: false });
  await desk.api.deliverOutbox();
  expect(desk.receiver.events).toEqual(["case.started"]);
  expect(await desk.read(id)).toMatchObject({ state: "ACTIVE", failingSince: null, waiting: 0 });
});

test("what was given up is sent again with its id and body, once, when the admin says so", async () => {
  desk.receiver.answer = (response) => response.writeHead(500).end();
  const { id } = await desk.register(started);
  await desk.startCase();
  const redeliver = async (): Promise<AnyData> => {
    const [{ id: deliveryId }] = (await desk.read(id)).deliveries;
    return desk.mutate("redeliverWebhook", { deliveryId }, "delivery { state }");
  };
  expect((await redeliver()).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  await pass(80 * hour);
  expect((await desk.read(id)).deliveries).toMatchObject([{ state: "FAILED" }]);
  await desk.act("setWebhookPaused", id, { paused: false });
  const before = desk.receiver.received[0];
  desk.receiver.reset();
  expect(await redeliver()).toMatchObject({ delivery: { state: "WAITING" }, userErrors: [] });
  await desk.api.deliverOutbox();
  expect(desk.receiver.received).toMatchObject([{ text: before?.text }]);
  expect(desk.receiver.received[0]?.headers["webhook-id"]).toBe(before?.headers["webhook-id"]);
  expect((await desk.read(id)).deliveries).toMatchObject([{ state: "DELIVERED" }]);
});

test("while an admin has it paused, what waits goes on waiting, and is in the log when it is given up", async () => {
  const { id } = await desk.register(started);
  await desk.driver.start("000", {}, "budi");
  await desk.act("setWebhookPaused", id, { paused: true });
  await pass(70 * hour);
  expect(await desk.read(id)).toMatchObject({ state: "PAUSED", waiting: 1, deliveries: [] });
  await pass(4 * hour);
  expect(await desk.read(id)).toMatchObject({
    waiting: 0,
    deliveries: [{ state: "FAILED", failure: "PAUSED", attempts: 0 }],
  });
  expect(desk.receiver.received).toEqual([]);
});

test("a trial is sent once, also to one that is paused, and says at once how it went", async () => {
  const { id } = await desk.register(started);
  await desk.act("setWebhookPaused", id, { paused: true });
  await desk.act("testWebhook", id);
  await desk.api.deliverOutbox();
  expect(desk.receiver.received).toMatchObject([
    { body: { event: "test" }, headers: { "alur-event": "test" } },
  ]);
  desk.receiver.answer = (response) => response.writeHead(404).end();
  await desk.act("testWebhook", id);
  await desk.api.deliverOutbox();
  await pass(2 * hour);
  expect((await desk.read(id)).deliveries.map(({ state }: AnyData) => state).toSorted()).toEqual([
    "DELIVERED",
    "FAILED",
  ]);
  expect(desk.receiver.received).toHaveLength(2);
});

test("for a day after the secret was changed the old one signs as well", async () => {
  const { id, secret } = await desk.register(started);
  const rotated = await desk.mutate(
    "rotateWebhookSecret",
    { webhookId: id },
    "secret webhook { previousSecretUntil }",
  );
  expect(rotated.secret).not.toBe(secret);
  await desk.startCase();
  const signatures = () =>
    String(desk.receiver.received.at(-1)?.headers["webhook-signature"]).split(" ");
  expect(signatures()).toHaveLength(2);
  desk.api.clock.set(Date.parse(rotated.webhook.previousSecretUntil));
  await desk.startCase();
  expect(signatures()).toHaveLength(1);
  expect(await desk.read(id)).toMatchObject({ previousSecretUntil: null });
});

test("what is removed is told nothing more, not even of what waited", async () => {
  const { id } = await desk.register(started);
  await desk.driver.start("000", {}, "budi");
  await desk.mutate("deleteWebhook", { webhookId: id }, "deletedId");
  await desk.startCase();
  expect(desk.receiver.received).toEqual([]);
  expect(await desk.list()).toEqual([]);
});

test("the log is a list of pages from one statement each", async () => {
  const { id } = await desk.register(started);
  for (let no = 0; no < 5; no += 1) await desk.startCase();
  const document = `query ($id: ID!, $after: String) { node(id: $id) { ... on WebhookEndpoint {
    deliveries(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  } } }`;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { node }: AnyData = await desk.driver.gql("admin", document, { id, after });
    seen.push(...node.deliveries.nodes.map((one: AnyData) => one.id));
    after = node.deliveries.pageInfo.hasNextPage ? node.deliveries.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(5);
});
