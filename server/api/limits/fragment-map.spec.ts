import { parse } from "graphql";
import { expect, test } from "vitest";
import { fragmentMap } from "./fragment-map.js";

test("finds the fragments of a document by name", () => {
  const fragments = fragmentMap(parse("{ a } fragment F on T { b } fragment G on T { c }"));
  expect([...fragments.keys()]).toEqual(["F", "G"]);
});
