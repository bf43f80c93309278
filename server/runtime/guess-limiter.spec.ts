import { expect, test } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import { GuessLimiter } from "./guess-limiter.js";

const limited = { code: "RATE_LIMITED" };

test("bounds the wrong passwords of one account from one address, also sent at once", async () => {
  const limiter = new GuessLimiter({ perAccount: 3 });
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => limiter.attempt("siti", "10.0.0.1")),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  await expect(limiter.attempt("siti", "10.0.0.1")).rejects.toMatchObject(limited);
  await expect(limiter.attempt("siti", "10.0.0.2")).resolves.toBeDefined();
  await expect(limiter.attempt("budi", "10.0.0.1")).resolves.toBeDefined();
});

test("says how long to wait", async () => {
  const limiter = new GuessLimiter({ perAccount: 1, windowSeconds: 60 });
  await limiter.attempt("siti", "a");
  const refused = await limiter.attempt("siti", "a").catch((error: unknown) => error);
  expect((refused as Refusal).params["seconds"]).toBe(60);
});

test("a right password forgets the wrong ones, and one never looked at does not count", async () => {
  const limiter = new GuessLimiter({ perAccount: 2, perAddress: 3 });
  for (let round = 0; round < 5; round += 1) {
    await limiter.attempt("siti", "a").then((attempt) => attempt.succeeded());
    await limiter.attempt("siti", "a").then((attempt) => attempt.untried());
  }
  await limiter.attempt("siti", "a");
  await limiter.attempt("siti", "a").then((attempt) => attempt.succeeded());
  await limiter.attempt("siti", "a");
  await limiter.attempt("siti", "a");
  await expect(limiter.attempt("siti", "a")).rejects.toMatchObject(limited);
});

test("bounds the wrong passwords of one address over all accounts", async () => {
  const limiter = new GuessLimiter({ perAddress: 4 });
  for (const name of ["a", "b", "c", "d"]) await limiter.attempt(name, "x");
  await expect(limiter.attempt("e", "x")).rejects.toMatchObject(limited);
  await expect(limiter.attempt("e", "y")).resolves.toBeDefined();
});

test("bounds the wrong passwords of one username over all addresses", async () => {
  const limiter = new GuessLimiter({ perUsername: 4 });
  for (const address of ["a", "b", "c", "d"]) await limiter.attempt("siti", address);
  await expect(limiter.attempt("siti", "e")).rejects.toMatchObject(limited);
  await expect(limiter.attempt("budi", "e")).resolves.toBeDefined();
});

test("a stranger's guesses are not undone by the person's own signing in", async () => {
  const limiter = new GuessLimiter({ perUsername: 4 });
  for (let round = 0; round < 3; round += 1) {
    await limiter.attempt("siti", `stranger ${round}`);
    await limiter.attempt("siti", "home").then((attempt) => attempt.succeeded());
  }
  await limiter.attempt("siti", "stranger 4");
  await expect(limiter.attempt("siti", "stranger 5")).rejects.toMatchObject(limited);
});

test("a refused guess counts nowhere", async () => {
  const limiter = new GuessLimiter({ perAddress: 3, perAccount: 1 });
  await limiter.attempt("siti", "a");
  for (let round = 0; round < 5; round += 1) {
    await expect(limiter.attempt("siti", "a")).rejects.toMatchObject(limited);
  }
  await limiter.attempt("budi", "a");
  await limiter.attempt("joko", "a");
  await expect(limiter.attempt("wati", "a")).rejects.toMatchObject(limited);
});
