import { afterEach, beforeEach, expect, test } from "vitest";
import { OutboxDesk, type TestServer } from "./outbox-desk.js";

let desk: OutboxDesk;
let one: TestServer;
let other: TestServer;

beforeEach(async () => {
  desk = await OutboxDesk.open();
  one = await desk.server();
  other = await desk.server();
});
afterEach(() => desk.close());

const delivered = { type: "DELIVERED" } as const;
const silent = { onError: () => undefined, onGivenUp: () => undefined };

/**
 * The first delivery of a server that looks no further while it has it under way: or it would be the
 * one who takes the same message again as soon as the test has ended its lease.
 */
async function takeOne({ outbox, channel }: TestServer) {
  channel.concurrency = 1;
  const working = outbox.worker.deliverDue();
  // A server that a test leaves dying comes to its time limit long after its database is closed.
  working.catch(() => undefined);
  return { working, attempt: await channel.attempt(0) };
}

test("a started server begins at once with what is committed on it", async () => {
  one.outbox.worker.start(silent);
  await desk.enqueue(one, "first");
  (await one.channel.attempt(0)).answer(delivered);
  await desk.enqueue(one, "second");
  (await one.channel.attempt(1)).answer(delivered);
  await one.outbox.worker.stop(5_000);
  expect((await desk.rows()).map(({ outcome }) => outcome)).toEqual(["DELIVERED", "DELIVERED"]);
});

test("a server that dies between its lease and the delivery is followed by another, when the lease ends", async () => {
  const messageId = await desk.enqueue(one, "a letter");
  const { working, attempt: lost } = await takeOne(one);
  await other.outbox.worker.deliverDue();
  expect(other.channel.attempts).toEqual([]);
  await desk.endLeases();
  other.channel.behaviour = () => delivered;
  await other.outbox.worker.deliverDue();
  expect(other.channel.attempts[0]?.message).toMatchObject({
    messageId,
    attempt: 2,
  });
  expect(await desk.rows()).toMatchObject([{ outcome: "DELIVERED", attempt: 2 }]);
  lost.answer(delivered);
  await working;
});

test("one that was too slow records nothing over the head of who went on", async () => {
  await desk.enqueue(one, "a letter");
  const { working: slow, attempt: late } = await takeOne(one);
  await desk.endLeases();
  const going = other.outbox.worker.deliverDue();
  const current = await other.channel.attempt(0);
  late.answer({ type: "GIVEN_UP", reason: "too late to say so" });
  await slow;
  expect(one.channel.recorded).toEqual([]);
  expect(await desk.rows()).toMatchObject([{ isWaiting: 1, outcome: null }]);
  current.answer(delivered);
  await going;
  expect(await desk.rows()).toMatchObject([{ outcome: "DELIVERED", lastError: null }]);
});

test("one that dies between delivery and record has it delivered again, under the same id", async () => {
  const dying = await desk.server({ behaviour: () => delivered }, { unitsUntilDeath: 1 });
  const messageId = await desk.enqueue(one, "a letter");
  await takeOne(dying);
  await desk.endLeases();
  other.channel.behaviour = () => delivered;
  await other.outbox.worker.deliverDue();
  expect(dying.channel.attempts[0]?.message.messageId).toBe(messageId);
  expect(other.channel.attempts[0]?.message).toMatchObject({
    messageId,
    attempt: 2,
  });
  expect(await desk.rows()).toMatchObject([{ outcome: "DELIVERED", attempt: 2 }]);
});

test("of many messages and servers, each is delivered once and by one server at a time", async () => {
  const third = await desk.server();
  const servers = [one, other, third];
  const underWay = new Set<string>();
  const twice: string[] = [];
  for (const { channel } of servers) {
    const deliver = channel.deliver.bind(channel);
    channel.deliver = async (message, options) => {
      if (underWay.has(message.messageId)) twice.push(message.payload);
      underWay.add(message.messageId);
      await new Promise(setImmediate);
      const result = await deliver(message, options);
      underWay.delete(message.messageId);
      return result;
    };
    channel.behaviour = () => delivered;
  }
  for (let no = 1; no <= 60; no += 1) await desk.enqueue(one, `${no}`);
  await Promise.all(servers.map(({ outbox }) => outbox.worker.deliverDue()));
  const all = servers.flatMap(({ channel }) => channel.payloads);
  expect(twice).toEqual([]);
  expect(all.toSorted()).toEqual(Array.from({ length: 60 }, (_, at) => `${at + 1}`).toSorted());
});

test("a server that stops takes nothing more, and gives back what it cannot finish", async () => {
  one.outbox.worker.start(silent);
  await desk.enqueue(one, "finishes");
  await desk.enqueue(one, "hangs");
  const finishing = await one.channel.attempt(0);
  const hanging = await one.channel.attempt(1);
  const stopped = one.outbox.worker.stop(200);
  await desk.enqueue(one, "later");
  finishing.answer(delivered);
  await stopped;
  expect(hanging.signal.aborted).toBe(true);
  expect(await desk.rows()).toMatchObject([
    { outcome: "DELIVERED" },
    { isWaiting: 1, owner: null, failures: 0 },
    { isWaiting: 1, attempt: 0 },
  ]);
  other.channel.behaviour = () => delivered;
  await other.outbox.worker.deliverDue();
  expect(other.channel.payloads).toEqual(["hangs", "later"]);
});

test("a message whose every server dies is given up in the end", async () => {
  await desk.enqueue(one, "poison");
  await takeOne(one);
  await desk.endLeases();
  desk.now += 61_000;
  await other.outbox.worker.deliverDue();
  expect(other.channel.attempts).toEqual([]);
  expect(await desk.rows()).toMatchObject([{ outcome: "GIVEN_UP", attempt: 2 }]);
});
