import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LogTurns } from "./log-turns.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const staying = new AbortController().signal;

/** Pieces without an end; `ended` says whether they were given up. */
function endless() {
  const it = { ended: false, write };
  async function* write(): AsyncGenerator<string> {
    try {
      for (;;) yield "x".repeat(100_000);
    } finally {
      it.ended = true;
    }
  }
  return it;
}

async function* few(): AsyncGenerator<string> {
  yield "a";
  yield "";
  yield "b";
}

it("gives up a log that nobody takes anything of, and its place goes to the next", async () => {
  const turns = new LogTurns();
  const first = endless();
  const stream = await turns.stream("one", staying, first.write);
  stream.on("error", () => undefined);
  stream.read(1);
  const next = turns.stream("one", staying, few);
  await vi.advanceTimersByTimeAsync(119_000);
  expect(first.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await text(await next)).toBe("ab");
  expect(first.ended).toBe(true);
  expect(stream.destroyed).toBe(true);
});

it("ends with whoever asked for it, also before a byte of it was read", async () => {
  const turns = new LogTurns();
  const gone = new AbortController();
  const stream = await turns.stream("one", gone.signal, endless().write);
  gone.abort();
  expect(stream.destroyed).toBe(true);
  expect(await text(await turns.stream("one", staying, few))).toBe("ab");
});

it("breaks off where the log fails, and goes on with the next", async () => {
  const turns = new LogTurns();
  const failing = await turns.stream("one", staying, async function* () {
    yield "a";
    throw new Error("gone");
  });
  await expect(text(failing)).rejects.toThrow("gone");
  expect(await text(await turns.stream("one", staying, few))).toBe("ab");
});
