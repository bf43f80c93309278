import { expect, test } from "vitest";
import { ToldEntries } from "./told-entries.js";

const entry = (instanceId: number, seq: number, at = 0) => ({ instanceId, seq, at });

test("an entry is news once", () => {
  const told = new ToldEntries(10);
  expect(told.add(entry(1, 2), 0)).toBe(true);
  expect(told.add(entry(1, 2), 0)).toBe(false);
  expect(told.add(entry(1, 3), 0)).toBe(true);
  expect(told.add(entry(12, 2), 0)).toBe(true);
  expect(told.has(entry(1, 2))).toBe(true);
  expect(told.has(entry(2, 1))).toBe(false);
});

test("it is kept from when it was found, or until its own time where that is to come", () => {
  const told = new ToldEntries(10);
  told.add(entry(1, 1, 100), 5000);
  told.add(entry(1, 2, 9000), 5000);
  told.forgetBefore(5000);
  expect(told.size).toBe(2);
  told.forgetBefore(5001);
  expect([told.has(entry(1, 1)), told.has(entry(1, 2))]).toEqual([false, true]);
});

test("past its limit it forgets the oldest", () => {
  const told = new ToldEntries(3);
  for (let seq = 1; seq <= 5; seq += 1) told.add(entry(1, seq), 0);
  expect(told.size).toBe(3);
  expect([2, 3, 4, 5].map((seq) => told.has(entry(1, seq)))).toEqual([false, true, true, true]);
});
