import { afterEach, beforeEach, expect, test } from "vitest";
import { keepHouse } from "../../../server/runtime/housekeeping.js";
import { OutboxDesk, type TestServer } from "./outbox-desk.js";

let desk: OutboxDesk;
let server: TestServer;

beforeEach(async () => {
  desk = await OutboxDesk.open();
  server = await desk.server();
});
afterEach(() => desk.close());

const second = 1_000;
const retry = { type: "RETRY_LATER", reason: "nobody answers" } as const;
const delivered = { type: "DELIVERED" } as const;

test("what a transaction enqueues is delivered once it is committed, and never if it is not", async () => {
  server.channel.behaviour = () => ({ ...delivered, detail: "250 OK" });
  const refused = server.database.unitOfWork.run(desk.ctx, async (tx) => {
    await server.outbox.enqueue(desk.ctx, tx, { channel: "fake", key: "", payload: "never" });
    throw new Error("rolled back");
  });
  await expect(refused).rejects.toThrow("rolled back");
  const messageId = await desk.enqueue(server, "a letter");
  await server.outbox.worker.deliverDue();
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads).toEqual(["a letter"]);
  expect(server.channel.attempts[0]?.message).toMatchObject({ messageId, attempt: 1 });
  expect(server.channel.recorded).toEqual(["a letter DELIVERED 250 OK"]);
  expect(await desk.rows()).toEqual([
    expect.objectContaining({ isWaiting: 0, outcome: "DELIVERED", owner: null, lastError: null }),
  ]);
});

test("what fails is tried again at growing distances under the same id, and given up in the end", async () => {
  const begin = desk.now;
  server.channel.behaviour = () => retry;
  const messageId = await desk.enqueue(server, "a letter");
  const at: number[] = [];
  const another = await desk.server({ behaviour: () => retry });
  // After a while another server goes on, as after a restart.
  for (; desk.now <= begin + 120 * second; desk.now += second) {
    const { channel, outbox } = desk.now < begin + 25 * second ? server : another;
    const before = channel.attempts.length;
    await outbox.worker.deliverDue();
    if (channel.attempts.length > before) at.push((desk.now - begin) / second);
  }
  // After 10, 20 and 30 seconds more; the next, at 100, is behind the bound of 60.
  expect(at).toEqual([0, 10, 30, 60]);
  const attempts = [...server.channel.attempts, ...another.channel.attempts];
  expect(attempts.map(({ message }) => [message.messageId, message.attempt])).toEqual(
    [1, 2, 3, 4].map((attempt) => [messageId, attempt]),
  );
  expect(server.channel.recorded).toEqual(["a letter RETRY_LATER -", "a letter RETRY_LATER -"]);
  expect(another.channel.recorded).toEqual(["a letter RETRY_LATER -", "a letter GIVEN_UP -"]);
  expect(await desk.rows()).toEqual([
    expect.objectContaining({ isWaiting: 0, outcome: "GIVEN_UP", lastError: "nobody answers" }),
  ]);
});

test("giving up is told, and what throws is tried again", async () => {
  const told: unknown[] = [];
  const { worker } = server.outbox;
  server.channel.behaviour = ({ payload }) => {
    if (payload === "broken") throw new Error("a fault in the channel");
    return { type: "GIVEN_UP", reason: "no such address" };
  };
  worker.start({
    onError: (error) => told.push((error as Error).message),
    onGivenUp: ({ payload }, channel, reason) => told.push([payload, channel, reason]),
  });
  await desk.enqueue(server, "broken");
  await desk.enqueue(server, "hopeless");
  await server.channel.attempt(1);
  await worker.stop(5_000);
  expect(told).toContainEqual("a fault in the channel");
  expect(told).toContainEqual(["hopeless", "fake", "no such address"]);
  expect(await desk.rows()).toMatchObject([
    { isWaiting: 1, failures: 1, lastError: "a fault in the channel" },
    { isWaiting: 0, outcome: "GIVEN_UP" },
  ]);
});

test("what lay past its time, while nobody sent, is given up untried", async () => {
  server.channel.behaviour = () => delivered;
  await desk.enqueue(server, "of last month");
  desk.now += 61 * second;
  await desk.enqueue(server, "of today");
  await server.outbox.worker.deliverDue();
  expect(server.channel.attempts.map(({ message }) => message.payload)).toEqual(["of today"]);
  expect(await desk.rows()).toMatchObject([{ outcome: "GIVEN_UP" }, { outcome: "DELIVERED" }]);
});

test("a message is not delivered before its time, and at once then", async () => {
  server.channel.behaviour = () => delivered;
  await desk.enqueue(server, "tomorrow", { notBefore: desk.now + 10 * second });
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads).toEqual([]);
  desk.now += 10 * second;
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads).toEqual(["tomorrow"]);
});

test("an attempt that takes too long is broken off and tried again", async () => {
  server.channel.timeoutMs = 20;
  await desk.enqueue(server, "slow");
  await server.outbox.worker.deliverDue();
  expect(server.channel.attempts[0]?.signal.aborted).toBe(true);
  expect(await desk.rows()).toMatchObject([{ isWaiting: 1, failures: 1, owner: null }]);
});

test("what could not be attempted at all is put off and counts for nothing", async () => {
  server.channel.behaviour = () => ({ ...retry, afterMs: 5 * second, uncounted: true });
  await desk.enqueue(server, "paused");
  await server.outbox.worker.deliverDue();
  expect(await desk.rows()).toMatchObject([{ failures: 0, dueAt: desk.now + 5 * second }]);
});

test("what waits is hastened by its key", async () => {
  server.channel.behaviour = () => retry;
  await desk.enqueue(server, "one", { key: "a" });
  await desk.enqueue(server, "other", { key: "b" });
  await server.outbox.worker.deliverDue();
  server.channel.behaviour = () => delivered;
  await server.database.unitOfWork.run(desk.ctx, (tx) =>
    server.outbox.hasten(desk.ctx, tx, "fake", "a"),
  );
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads).toEqual(["one", "other", "one"]);
});

test("no key has more under way than it may, and none keeps the others waiting", async () => {
  Object.assign(server.channel, { concurrency: 3, concurrencyPerKey: 2 });
  for (let no = 1; no <= 60; no += 1) await desk.enqueue(server, `slow ${no}`, { key: "slow" });
  await desk.enqueue(server, "quick", { key: "quick" });
  const done = server.outbox.worker.deliverDue();
  await server.channel.attempt(2);
  expect(server.channel.payloads).toEqual(["slow 1", "slow 2", "quick"]);
  server.channel.behaviour = () => delivered;
  for (const { answer } of server.channel.attempts) answer(delivered);
  await done;
  expect(server.channel.payloads).toHaveLength(61);
  expect((await desk.rows()).every(({ outcome }) => outcome === "DELIVERED")).toBe(true);
});

test("an ordered channel delivers those of a key one after another, by their ordinals", async () => {
  server.channel.ordered = true;
  await desk.enqueue(server, "second", { key: "case", ordinal: 2 });
  await desk.enqueue(server, "first", { key: "case", ordinal: 1 });
  await desk.enqueue(server, "another", { key: "other", ordinal: 9 });
  server.channel.behaviour = ({ payload }) => (payload === "first" ? retry : delivered);
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads.toSorted()).toEqual(["another", "first"]);
  desk.now += 10 * second;
  server.channel.behaviour = () => delivered;
  await server.outbox.worker.deliverDue();
  expect(server.channel.payloads.slice(2)).toEqual(["first", "second"]);
});

test("a message too large to keep is a fault of whoever enqueues it, and nothing is kept", async () => {
  await expect(desk.enqueue(server, "x".repeat(300_000))).rejects.toThrow(/larger than/);
  await expect(desk.enqueue(server, "", { channel: "unknown" })).rejects.toThrow(/unknown/);
  expect(await desk.rows()).toEqual([]);
});

test("what was delivered is forgotten after a week, what was given up after three months", async () => {
  const day = 86_400 * second;
  server.channel.behaviour = ({ payload }) =>
    payload === "delivered" ? delivered : { type: "GIVEN_UP", reason: "no" };
  await desk.enqueue(server, "delivered");
  await desk.enqueue(server, "given up");
  await server.outbox.worker.deliverDue();
  await desk.enqueue(server, "waiting", { notBefore: desk.now + 365 * day });
  const left = async (days: number) => {
    const at = desk.now + days * day;
    await keepHouse(server.database, { ...desk.ctx, now: () => at });
    return (await desk.rows()).map(({ payload }) => JSON.parse(payload) as string);
  };
  expect(await left(6)).toEqual(["delivered", "given up", "waiting"]);
  expect(await left(8)).toEqual(["given up", "waiting"]);
  expect(await left(100)).toEqual(["waiting"]);
});

test("the same message can be sent again under its id once it has ended", async () => {
  server.channel.behaviour = () => ({ type: "GIVEN_UP", reason: "no" });
  const messageId = await desk.enqueue(server, "again");
  await server.outbox.worker.deliverDue();
  server.channel.behaviour = () => delivered;
  await server.database.unitOfWork.run(desk.ctx, (tx) =>
    server.outbox.enqueueAgain(desk.ctx, tx, {
      channel: "fake",
      key: "",
      payload: "again",
      messageId,
    }),
  );
  await server.outbox.worker.deliverDue();
  expect(server.channel.attempts.map(({ message }) => message.messageId)).toEqual([
    messageId,
    messageId,
  ]);
});
