import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openEventStream, type EventStream } from "../../harness/event-stream.js";
import { person, startTransportApi, type TransportApi } from "../../harness/transport-api.js";

let api: TransportApi;
const open: EventStream[] = [];
const bearer = { authorization: "Bearer good" };

beforeAll(async () => {
  api = await startTransportApi();
});

afterEach(() => {
  api.controls.sessions.set("good", person(1));
  for (const stream of open.splice(0)) stream.close();
});

afterAll(() => api.stop());

async function subscribe(headers: Record<string, string>, query = "subscription { changed }") {
  const stream = await openEventStream(api.url, query, headers);
  open.push(stream);
  return stream;
}

function publish(instanceId: number): void {
  api.controls.bus.publish({
    instanceId,
    officeId: 1,
    seq: 1,
    at: 0,
    taskNos: [],
    positionIds: [],
    personIds: [],
  });
}

test.each([
  ["a bearer token", bearer],
  ["a cookie", { cookie: "alur_session=good" }],
])("sends events to %s", async (_name, headers) => {
  const stream = await subscribe(headers);
  expect(stream.response.status).toBe(200);
  expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.response.headers.get("x-request-id")).toMatch(/./);
  for (const id of [1, 2, 3]) {
    publish(id);
    expect(await stream.next()).toEqual({ data: { changed: id } });
  }
});

test("refuses whoever is not signed in, as an answer in the stream", async () => {
  const stream = await subscribe({});
  expect(await stream.next()).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
  expect(await stream.next()).toBeNull();
});

test("ends when the session ends: nothing more is told", async () => {
  const stream = await subscribe(bearer);
  publish(1);
  expect(await stream.next()).toEqual({ data: { changed: 1 } });
  api.controls.sessions.delete("good");
  publish(2);
  const last = await stream.next();
  expect(last).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  expect(JSON.stringify(last)).not.toContain("changed");
  expect(await stream.next()).toBeNull();
});

test("ends when the token has become another session's", async () => {
  const stream = await subscribe(bearer);
  api.controls.sessions.set("good", person(2));
  publish(1);
  expect(await stream.next()).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
});

test("shows a failing event by its request id, and goes on", async () => {
  const stream = await subscribe(bearer);
  publish(13);
  const failed = await stream.next();
  expect(failed).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
  expect(JSON.stringify(failed)).not.toContain("secret");
  publish(14);
  expect(await stream.next()).toEqual({ data: { changed: 14 } });
});

test("holds to the limits and the guards of every request", async () => {
  const deep = await subscribe(
    bearer,
    `subscription { changed ${"{ a ".repeat(20)}${"}".repeat(20)} }`,
  );
  expect(deep.response.status).toBe(400);
  expect(await deep.response.json()).toMatchObject({
    errors: [{ extensions: { code: "QUERY_TOO_DEEP" } }],
  });
  const foreign = await subscribe({ cookie: "alur_session=good", origin: "https://evil.example" });
  expect(foreign.response.status).toBe(403);
  const plain = await subscribe({ ...bearer, accept: "application/json" });
  expect(plain.response.status).toBe(406);
});

test("runs subscriptions only, and says what is wrong with one", async () => {
  const query = await subscribe(bearer, "{ who }");
  expect(await query.next()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  const unknown = await subscribe(bearer, "subscription { unknown }");
  expect(await unknown.next()).toMatchObject({
    errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
  });
});

test("opens twenty for one asker and no more, until one is closed", async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => subscribe(bearer)));
  const refused = await subscribe(bearer);
  expect(refused.response.status).toBe(429);
  streams[0]?.close();
  await expect
    .poll(async () => (await subscribe(bearer)).response.status, { timeout: 2000 })
    .toBe(200);
});

test("a stop completes the streams at once", async () => {
  const other = await startTransportApi();
  const stream = await openEventStream(other.url, "subscription { changed }", bearer);
  await other.stop();
  expect(await stream.next()).toBeNull();
});
