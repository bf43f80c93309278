import { expect, test } from "vitest";
import { interruptible } from "./interruptible.js";

const silent: AsyncIterator<unknown> = { next: () => new Promise<never>(() => undefined) };

test("passes events on, and answers nothing at once where it is interrupted", async () => {
  const events = [1, 2];
  const source = interruptible({ next: async () => ({ done: false, value: events.shift() }) });
  expect(await source.next()).toEqual({ done: false, value: 1 });
  source.interrupt();
  expect(await source.next()).toEqual({ done: false, value: undefined });
  expect(await source.next()).toEqual({ done: false, value: 2 });
});

test("loses no event that comes while it is interrupted", async () => {
  let tell: (value: number) => void = () => undefined;
  const source = interruptible({
    next: () => new Promise((resolve) => (tell = (value) => resolve({ done: false, value }))),
  });
  const first = source.next();
  source.interrupt();
  await first;
  const second = source.next();
  tell(7);
  expect(await second).toEqual({ done: false, value: 7 });
});

test("wakes whoever waits already", async () => {
  const source = interruptible(silent);
  const next = source.next();
  source.interrupt();
  expect(await next).toEqual({ done: false, value: undefined });
});
