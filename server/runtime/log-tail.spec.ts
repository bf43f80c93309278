import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CaseEvent } from "../../domain/index.js";
import type { Reader, Row } from "../persistence/database.js";
import type { CaseChange } from "./case-change.js";
import { ChangeBus } from "./change-bus.js";
import type { EnactedVersion, EnactedVersions } from "./enacted-version.js";
import { LogTail } from "./log-tail.js";

interface Entry {
  readonly instanceId: number;
  readonly seq: number;
  readonly at: number;
  readonly events: string;
}

/** A log in memory that answers the tail's two questions, and can be out of reach or slow. */
class Log {
  readonly entries: Entry[] = [];
  isAway = false;
  asked = 0;
  answersAfter = 0;
  running = 0;
  mostRunning = 0;

  write(instanceId: number, seq: number, at: number, events: string | CaseEvent[] = []): void {
    const text = typeof events === "string" ? events : JSON.stringify(events);
    this.entries.push({ instanceId, seq, at, events: text });
  }

  readonly reader = {
    all: async (sql: string, params: readonly number[]): Promise<Row[]> => {
      this.asked += 1;
      this.running += 1;
      this.mostRunning = Math.max(this.mostRunning, this.running);
      if (this.answersAfter > 0) {
        await new Promise((resolve) => setTimeout(resolve, this.answersAfter));
      }
      this.running -= 1;
      if (this.isAway) throw new Error("away");
      if (sql.includes("events")) {
        return this.entries
          .filter(({ instanceId }) => params.includes(instanceId))
          .toSorted((one, other) => one.instanceId - other.instanceId || one.seq - other.seq)
          .map((entry) => ({ ...entry, versionId: 1, officeId: 1, requesterId: null }));
      }
      const [since = 0, , afterInstance = 0, , afterSeq = 0] = params;
      return this.entries
        .filter(
          ({ at, instanceId, seq }) =>
            at > since ||
            (at === since &&
              (instanceId > afterInstance || (instanceId === afterInstance && seq > afterSeq))),
        )
        .toSorted(
          (one, other) =>
            one.at - other.at || one.instanceId - other.instanceId || one.seq - other.seq,
        )
        .slice(0, 1000)
        .map(({ instanceId, seq, at }) => ({ instanceId, seq, at }));
    },
  } as unknown as Reader;
}

const versions = {
  get: async () => ({ positionIds: new Map([["camat", 7]]) }) as unknown as EnactedVersion,
} as unknown as EnactedVersions;

let log: Log;
let bus: ChangeBus;
let tail: LogTail;
let heard: CaseChange[];
let errors: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  log = new Log();
  bus = new ChangeBus();
  tail = new LogTail({ reader: log.reader, bus, versions, now: () => Date.now() });
  heard = [];
  errors = [];
});
afterEach(async () => {
  const stopped = tail.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  await stopped;
  vi.useRealTimers();
});

const start = (): Promise<void> => tail.start((error) => errors.push(error));
const listen = (): void => {
  const changes = bus.subscribe(() => true);
  void (async () => {
    for await (const change of changes) heard.push(change);
  })();
};
const told = (): string[] => heard.map(({ instanceId, seq }) => `${instanceId}:${seq}`);
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test("tells what others did, each once, and nothing of before it began or of what was told here", async () => {
  log.write(1, 1, Date.now());
  await start();
  listen();
  log.write(1, 2, Date.now(), [
    { type: "TASK_OPENED", task: 1, visit: 1, lane: "camat", label: null },
    { type: "TASK_CLAIMED", task: 1, by: 5 },
  ]);
  log.write(2, 1, Date.now());
  const own = {
    instanceId: 2,
    officeId: 1,
    seq: 1,
    at: Date.now(),
    taskNos: [],
    positionIds: [],
    personIds: [],
  };
  bus.publish(own);
  await pass(1000);
  expect(heard).toEqual([
    own,
    {
      instanceId: 1,
      officeId: 1,
      seq: 2,
      at: 1_000_000,
      taskNos: [1],
      positionIds: [7],
      personIds: [5],
    },
  ]);
  await pass(30_000);
  // Found in the log before the unit that wrote it comes to publish it.
  log.write(3, 1, Date.now());
  await pass(1000);
  bus.publish({ ...own, instanceId: 3 });
  await pass(300_000);
  expect(told()).toEqual(["2:1", "1:2", "3:1"]);
});

test("finds what was committed late, and what has the time of a clock that runs behind or ahead", async () => {
  await start();
  listen();
  await pass(600_000);
  log.write(1, 1, Date.now() - 90_000);
  log.write(2, 1, Date.now() + 3_600_000);
  log.write(3, 1, Date.now() - 8000);
  await pass(6000);
  await pass(600_000);
  expect(told().sort()).toEqual(["1:1", "2:1", "3:1"]);
});

test("reads more than a page", async () => {
  await start();
  listen();
  for (let id = 1; id <= 2500; id += 1) log.write(id, 1, Date.now());
  await pass(1000);
  expect(told()).toEqual(Array.from({ length: 2500 }, (_, index) => `${index + 1}:1`));
});

test("goes back to before a failure, of which it tells once", async () => {
  await start();
  listen();
  log.isAway = true;
  await pass(1000);
  log.write(1, 1, Date.now());
  await pass(3_600_000);
  expect(errors).toEqual([new Error("away")]);
  log.isAway = false;
  await pass(5000);
  expect(told()).toEqual(["1:1"]);
  log.isAway = true;
  await pass(5000);
  expect(errors).toHaveLength(2);
});

test("passes over what it cannot read", async () => {
  await start();
  listen();
  log.write(1, 1, Date.now(), "not JSON");
  log.write(2, 1, Date.now());
  await pass(1000);
  log.write(3, 1, Date.now());
  await pass(10_000);
  expect(told()).toEqual(["2:1", "3:1"]);
  expect(errors).toEqual([expect.any(SyntaxError)]);
});

test("asks seldom while nobody listens, and at once when somebody does", async () => {
  await start();
  await pass(60_000);
  const before = log.asked;
  await pass(60_000);
  expect(log.asked - before).toBeLessThanOrEqual(12);
  log.write(1, 1, Date.now());
  listen();
  await pass(1);
  expect(told()).toEqual(["1:1"]);
});

test("never looks twice at once, and ends a look that takes for ever", async () => {
  await start();
  listen();
  log.answersAfter = 5000;
  await pass(60_000);
  expect(log.mostRunning).toBe(1);
  expect(errors).toEqual([]);
  log.answersAfter = 40_000;
  await pass(60_000);
  expect(errors).toHaveLength(1);
});
