import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache.js";

test("forgets what was not used for longest", () => {
  const cache = new BoundedCache<string, number>(2);
  cache.set("a", 1);
  cache.set("b", 2);
  expect(cache.get("a")).toBe(1);
  cache.set("c", 3);
  expect(cache.get("b")).toBeUndefined();
  expect(cache.get("a")).toBe(1);
  expect(cache.get("c")).toBe(3);
  expect(cache.size).toBe(2);
});

test("setting a key again replaces its value and takes no second place", () => {
  const cache = new BoundedCache<string, number>(2);
  cache.set("a", 1);
  cache.set("a", 2);
  cache.set("b", 3);
  expect(cache.get("a")).toBe(2);
  expect(cache.size).toBe(2);
});

test("weighs what it holds, and keeps nothing that alone is too much", () => {
  const cache = new BoundedCache<string, string>(10, (value) => value.length);
  cache.set("a", "1234");
  cache.set("b", "1234");
  cache.set("b", "123456");
  expect([cache.get("a"), cache.get("b")]).toEqual(["1234", "123456"]);
  cache.set("c", "12345");
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([undefined, undefined, "12345"]);
  cache.set("d", "12345");
  cache.set("e", "12345678901");
  expect(cache.size).toBe(0);
  cache.set("f", "1");
  expect(cache.get("f")).toBe("1");
});
