import { expect, test } from "vitest";
import { readBody } from "./read-body.js";

test("reads the one operation", () => {
  expect(readBody({ query: "{ a }" })).toEqual({
    query: "{ a }",
    operationName: null,
    variables: {},
  });
  expect(readBody({ query: "{ a }", operationName: "A", variables: { x: 1 } })).toEqual({
    query: "{ a }",
    operationName: "A",
    variables: { x: 1 },
  });
  expect(readBody({ query: "{ a }", variables: null, extensions: null }).variables).toEqual({});
});

test.each([
  undefined,
  null,
  "query",
  {},
  { query: "" },
  { query: 7 },
  { query: { kind: "Document" } },
  { query: "{ a }", variables: "{}" },
  { query: "{ a }", variables: [] },
  { query: "{ a }", operationName: 1 },
  { query: "{ a }", extensions: "x" },
])("refuses %j", (body) => {
  expect(() => readBody(body)).toThrow("BAD_REQUEST");
});

test("refuses several at once", () => {
  expect(() => readBody([{ query: "{ a }" }])).toThrow("BATCHING_DISABLED");
});
