import { expect, test } from "vitest";
import { PasswordHasher } from "./password-hasher.js";

const hasher = new PasswordHasher();

test("hashes with argon2id and OWASP's parameters, each with a salt of its own", async () => {
  const [one, two] = await Promise.all([
    hasher.hash("rahasia sekali"),
    hasher.hash("rahasia sekali"),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,(t=2,p=1|p=1,t=2)\$/);
  expect(one).not.toBe(two);
});

test("knows the password, no other, and nobody's", async () => {
  const hash = await hasher.hash("rahasia sekali");
  expect(await hasher.verify(hash, "rahasia sekali")).toBe(true);
  expect(await hasher.verify(hash, "Rahasia sekali")).toBe(false);
  expect(await hasher.verify(hash, "")).toBe(false);
  expect(await hasher.verify(null, "rahasia sekali")).toBe(false);
});

test("a prefix of what was meant is not the password", async () => {
  const long = "x".repeat(200);
  const hash = await hasher.hash(long);
  expect(await hasher.verify(hash, long)).toBe(true);
  expect(await hasher.verify(hash, `${long}x`)).toBe(false);
  expect(await hasher.verify(hash, "x".repeat(1_000_000))).toBe(false);
});

test("an unknown user takes as long as a wrong password", async () => {
  const hash = await hasher.hash("rahasia sekali");
  const time = async (stored: string | null) => {
    const durations: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const from = performance.now();
      await hasher.verify(stored, "salah");
      durations.push(performance.now() - from);
    }
    return Math.min(...durations);
  };
  const known = await time(hash);
  const unknown = await time(null);
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
});
