import { expect, test } from "vitest";
import { type FairLimits, FairWork } from "./fair-work.js";

const limits: FairLimits = { running: 2, runningOfOne: 1, waiting: 8, waitingOfOne: 4 };

/** Askers whose work ends when the test says so. */
function desk(work: FairWork) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    ask(name: string, gone?: AbortSignal) {
      const [asker = ""] = name.split(" ");
      return work.run(
        asker,
        () => {
          begun.push(name);
          return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
        },
        gone,
      );
    },
    async end(name: string) {
      ends.get(name)!();
      await settle();
    },
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("askers take turns, however much one of them asks for", async () => {
  const { ask, begun, end } = desk(new FairWork({ ...limits, running: 1 }));
  const all = ["a 1", "a 2", "a 3", "b 1", "b 2", "c 1"].map((name) => ask(name));
  for (const name of ["a 1", "b 1", "c 1", "a 2", "b 2", "a 3"]) {
    await settle();
    expect(begun.at(-1)).toBe(name);
    await end(name);
  }
  await expect(Promise.all(all)).resolves.toHaveLength(6);
});

test("one asker never has every place", async () => {
  const { ask, begun, end } = desk(new FairWork(limits));
  const all = ["a 1", "a 2", "b 1"].map((name) => ask(name));
  await settle();
  expect(begun).toEqual(["a 1", "b 1"]);
  await end("b 1");
  expect(begun).toEqual(["a 1", "b 1"]);
  await end("a 1");
  expect(begun).toEqual(["a 1", "b 1", "a 2"]);
  await end("a 2");
  await expect(Promise.all(all)).resolves.toHaveLength(3);
});

test("refuses what is too much of one asker, and what is too much of all", async () => {
  const { ask } = desk(new FairWork(limits));
  const refused = { code: "RATE_LIMITED" };
  for (const name of ["a 1", "a 2", "a 3", "a 4", "a 5"]) void ask(name);
  await expect(ask("a 6")).rejects.toMatchObject(refused);
  for (const name of ["b 1", "b 2", "b 3", "b 4", "b 5"]) void ask(name);
  await expect(ask("c 1")).rejects.toMatchObject(refused);
});

test("who goes away leaves the line, and work that fails gives its place back", async () => {
  const work = new FairWork({ ...limits, running: 1 });
  const { ask, begun, end } = desk(work);
  const failing = work.run("a", () => Promise.reject(new Error("no")));
  const gone = new AbortController();
  const left = ask("b 1", gone.signal);
  const next = ask("b 2");
  gone.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  await expect(failing).rejects.toThrow("no");
  await settle();
  expect(begun).toEqual(["b 2"]);
  await end("b 2");
  await next;
  await expect(ask("c 1", AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
  void ask("c 2");
  await settle();
  expect(begun.at(-1)).toBe("c 2");
});
