import { getIntrospectionQuery, parse } from "graphql";
import { expect, test } from "vitest";
import { selectionDepth } from "./selection-depth.js";

const depth = (source: string) => selectionDepth(parse(source));

test("counts fields below each other", () => {
  expect(depth("{ a }")).toBe(1);
  expect(depth("{ a { b { c } } d { e } }")).toBe(3);
});

test("follows fragments and takes the deepest operation", () => {
  expect(depth("{ a { ...F } } fragment F on T { b { ... on U { c } } }")).toBe(3);
  expect(depth("query A { a } query B { a { b } }")).toBe(2);
});

test("stays linear where fragments are spread again and again", () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on T { a { ...F${i + 1} ...F${i + 1} } }`,
  );
  expect(depth(`{ ...F0 } ${fragments.join(" ")} fragment F60 on T { a }`)).toBe(61);
});

test("does not loop on a fragment that contains itself, or is not there", () => {
  expect(depth("{ ...F } fragment F on T { a { ...F } }")).toBe(1);
  expect(depth("{ a { ...Nowhere } }")).toBe(1);
});

test("leaves introspection to graphql-js", () => {
  expect(depth(getIntrospectionQuery())).toBe(1);
});
