import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EventStream, openEventStream } from "../../harness/event-stream.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import type { CaseDriver } from "../cases/case-driver.js";
import { NoticeDesk } from "./notice-desk.js";

let desk: NoticeDesk;
let driver: CaseDriver;
/** Where one listens, and where things happen. */
let here: TestApi;
let there: TestApi;
const open: EventStream[] = [];

beforeAll(async () => {
  desk = await NoticeDesk.start();
  driver = desk.driver;
  here = desk.api;
  there = await here.startAnother();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await there?.stop();
  await desk?.stop();
});

async function listen(username: string, query: string): Promise<EventStream> {
  const { headers } = await driver.as(username);
  const stream = await openEventStream(here.url, query, headers);
  open.push(stream);
  return stream;
}

const counted = "subscription { notificationsChanged { count hasMore } }";

/** The count once it is this; on the way others may be told. */
async function until(stream: EventStream, count: number): Promise<AnyData> {
  for (;;) {
    const { data, errors } = (await stream.next()) as AnyData;
    if (errors) throw new Error(JSON.stringify(errors));
    if (data.notificationsChanged.count === count) return data;
  }
}

async function startThere(): Promise<AnyData> {
  const payload = await driver.mutate(
    "budi",
    "startInstance",
    { sopId: driver.sop("000") },
    "instance { id openTasks { id } }",
    there,
  );
  expect(payload.userErrors).toEqual([]);
  return payload.instance;
}

test("the count goes up where one listens, on whichever server it happened, and down as one reads", async () => {
  const before = await desk.unread("siti");
  const stream = await listen("siti", counted);
  const first = await startThere();
  await until(stream, before + 1);
  await startThere();
  await until(stream, before + 2);
  await desk.markRead("siti", { about: first.openTasks[0].id });
  await until(stream, before + 1);
});

test("one stream tells a window of its worklist and of what there is to read", async () => {
  const before = await desk.unread("siti");
  const stream = await listen(
    "siti",
    "subscription { deskChanged { instanceId unread { count } } }",
  );
  const instance = await startThere();
  const seen: AnyData[] = [];
  while (
    !(seen.some((one) => one.instanceId === instance.id) && seen.at(-1).unread.count > before)
  ) {
    const { data } = (await stream.next()) as AnyData;
    seen.push(data.deskChanged);
  }
  expect(seen.at(-1).unread.count).toBe(before + 1);
});

test("whoever is not told of it hears nothing of it", async () => {
  const stream = await listen("rina", counted);
  await startThere();
  // What they do hear comes after it, and is the first.
  const ticket = await driver.start("001");
  await driver.step(ticket, "a1");
  const { data } = (await stream.next()) as AnyData;
  expect(data.notificationsChanged).toEqual({ count: await desk.unread("rina"), hasMore: false });
});
