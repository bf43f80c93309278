import { parse } from "graphql";
import { expect, test } from "vitest";
import { aliasCount } from "./alias-count.js";

const count = (source: string) => aliasCount(parse(source));

test("counts aliases at every level", () => {
  expect(count("{ a b { c } }")).toBe(0);
  expect(count("{ x: a y: a b { z: c } }")).toBe(3);
});

test("counts what one selection names twice, inline fragments included", () => {
  expect(count("{ a a a }")).toBe(2);
  expect(count("{ a ... on T { a } ... { a } }")).toBe(2);
  expect(count("{ a { b } c { b } }")).toBe(0);
});

test("counts a fragment wherever it is spread, without going through it each time", () => {
  expect(count("{ a { ...F } b { ...F } } fragment F on T { x: c }")).toBe(2);
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on T { x: a { ...F${i + 1} } y: a { ...F${i + 1} } }`,
  );
  expect(count(`{ ...F0 } ${fragments.join(" ")} fragment F60 on T { a }`)).toBeGreaterThan(1e15);
});

test("counts a fragment that nothing spreads, and survives one that contains itself", () => {
  expect(count("{ a } fragment F on T { x: a }")).toBe(1);
  expect(count("{ ...F } fragment F on T { x: a { ...F } }")).toBe(1);
});
