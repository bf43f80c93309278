import { expect, test } from "vitest";
import { BoundedWork } from "./bounded-work.js";

/** Work that ends when the test says so. */
function openEnded() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  return {
    ends,
    most: () => most,
    running: () => running,
    async work() {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("runs no more than the limit at once, and all of it in the end", async () => {
  const bounded = new BoundedWork(2, 10);
  const { work, ends, most, running } = openEnded();
  const all = Promise.all(Array.from({ length: 7 }, () => bounded.run(work)));
  for (let done = 0; done < 7; done += 1) {
    await settle();
    expect(running()).toBe(Math.min(2, 7 - done));
    ends[done]!();
  }
  await all;
  expect(most()).toBe(2);
});

test("refuses who comes when the line is full, and takes work again after it", async () => {
  const bounded = new BoundedWork(1, 1);
  const { work, ends } = openEnded();
  const first = bounded.run(work);
  const second = bounded.run(work);
  await expect(bounded.run(work)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  ends[0]!();
  await first;
  await settle();
  ends[1]!();
  await second;
  await expect(bounded.run(async () => "done")).resolves.toBe("done");
});

test("work that fails gives its place back", async () => {
  const bounded = new BoundedWork(1, 5);
  const failing = bounded.run(() => Promise.reject(new Error("no")));
  const next = bounded.run(async () => 1);
  await expect(failing).rejects.toThrow("no");
  await expect(next).resolves.toBe(1);
});
