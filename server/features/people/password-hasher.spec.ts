import { expect, test } from "vitest";
import { decoy, PasswordHasher } from "./password-hasher.js";

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

test("nobody's hash costs as much to check as everybody's", async () => {
  const parametersOf = (hash: string) => hash.split("$")[3]?.split(",").sort();
  expect(parametersOf(decoy)).toEqual(parametersOf(await hasher.hash("rahasia sekali")));
});
