import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atMostEvery } from "./at-most-every.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("runs at once, then once for all that came in the pause, and not without a call", () => {
  const run = vi.fn();
  const call = atMostEvery(1000, run);
  call();
  expect(run).toHaveBeenCalledTimes(1);
  for (let count = 0; count < 3000; count += 1) call();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(2);
  call();
  expect(run).toHaveBeenCalledTimes(3);
});

test("loses no call, however many pauses they go on for", () => {
  const run = vi.fn();
  const call = atMostEvery(1000, run);
  for (let at = 0; at < 5000; at += 100) {
    call();
    vi.advanceTimersByTime(100);
  }
  expect(run).toHaveBeenCalledTimes(6);
  vi.advanceTimersByTime(1000);
  expect(run.mock.calls.length).toBeLessThanOrEqual(6);
});
