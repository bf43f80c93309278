import { expect, test } from "vitest";
import { hashToken, newApiTokenSecret, newSessionToken, newTemporaryPassword } from "./secrets.js";

test("tokens hold 256 bits and say what they are", () => {
  expect(newSessionToken()).toMatch(/^[\w-]{43}$/);
  expect(newApiTokenSecret()).toMatch(/^alur_[\w-]{43}$/);
  expect(newSessionToken()).not.toBe(newSessionToken());
});

test("a token is kept as its SHA-256", () => {
  expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a temporary password can be read out", () => {
  const all = Array.from({ length: 200 }, newTemporaryPassword);
  for (const each of all)
    expect(each).toMatch(/^([b-df-hj-np-tw][aiueo]){2}(-([b-df-hj-np-tw][aiueo]){2}){3}$/);
  expect(new Set(all).size).toBe(200);
});
