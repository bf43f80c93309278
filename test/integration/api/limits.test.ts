import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTransportApi, type TransportApi } from "../../harness/transport-api.js";

let api: TransportApi;

beforeAll(async () => {
  api = await startTransportApi();
  await api.post({ query: "{ who }" });
});

afterAll(() => api.stop());

/** Sends a body that must be refused, and returns the code of the one error. */
async function refusal(body: unknown, headers: Record<string, string> = {}) {
  const { status, body: parsed } = await api.post(body, headers);
  expect(parsed.errors).toHaveLength(1);
  expect(parsed.data).toBeUndefined();
  expect(parsed.errors?.[0]?.extensions.requestId).toMatch(/./);
  expect(parsed.errors?.[0]?.message.length).toBeLessThan(600);
  return { status, code: parsed.errors?.[0]?.extensions.code };
}

const nested = (levels: number) =>
  `{ item ${"{ parent ".repeat(levels)}{ name }${" }".repeat(levels)} }`;
const doubling = Array.from(
  { length: 10 },
  (_, i) => `fragment F${i} on Item { items { ...F${i + 1} } }`,
).join(" ");

test.each([
  ["a deep query", nested(12), "QUERY_TOO_DEEP"],
  ["a very deep query", nested(1600), "QUERY_TOO_DEEP"],
  [
    "many aliases",
    `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: who`).join(" ")} }`,
    "QUERY_TOO_MANY_ALIASES",
  ],
  ["a field many times", `{ ${"item { name } ".repeat(1000)} }`, "QUERY_TOO_MANY_ALIASES"],
  ["many tokens", `{ ${"who ".repeat(20_000)} }`, "QUERY_TOO_LARGE"],
  ["a long document", `{ echo(text: "${"x".repeat(200_000)}") }`, "QUERY_TOO_LARGE"],
  [
    "many fragments",
    `{ who } ${Array.from({ length: 200 }, (_, i) => `fragment F${i} on Item { name }`).join(" ")}`,
    "QUERY_TOO_LARGE",
  ],
  [
    "lists in lists",
    `{ item { ...F0 } } ${doubling} fragment F10 on Item { name }`,
    "QUERY_TOO_COSTLY",
  ],
  [
    "a page of lists of lists",
    "{ page(first: 100) { nodes { items { items { items { name } } } } } }",
    "QUERY_TOO_COSTLY",
  ],
  ["nonsense", "{ who", "BAD_REQUEST"],
  ["an unknown field", "{ whom }", "GRAPHQL_VALIDATION_FAILED"],
  ["a wrong literal", "{ echo(text: 7) }", "GRAPHQL_VALIDATION_FAILED"],
  ["a subscription", "subscription { changed }", "BAD_REQUEST"],
])("refuses %s with its code", async (_name, query, code) => {
  const refused = await refusal({ query });
  expect(refused).toMatchObject({ status: 400, code });
});

test("counts a page by its variable", async () => {
  const query =
    "query ($n: Int) { page(first: $n) { nodes { items { items { items { name } } } } } }";
  expect(await refusal({ query, variables: { n: 100 } })).toMatchObject({
    code: "QUERY_TOO_COSTLY",
  });
  expect((await api.post({ query, variables: { n: 2 } })).body.data).toEqual({
    page: { nodes: [] },
  });
});

test("refuses many values in the variables", async () => {
  const query = "query ($text: String!) { echo(text: $text) }";
  const text = Array.from({ length: 100_000 }, () => "x");
  expect(await refusal({ query, variables: { text } })).toMatchObject({
    status: 400,
    code: "QUERY_TOO_LARGE",
  });
});

test.each([1_100_000, 30_000_000])("refuses a body of %i bytes, and says so", async (length) => {
  const query = "query ($text: String!) { echo(text: $text) }";
  const refused = await refusal({ query, variables: { text: "x".repeat(length) } });
  expect(refused).toMatchObject({ status: 413, code: "TOO_LARGE" });
});

test("refuses several operations in one request", async () => {
  expect(await refusal([{ query: "{ who }" }, { query: "{ who }" }])).toMatchObject({
    status: 400,
    code: "BATCHING_DISABLED",
  });
});

test.each([
  ["no JSON", "{ query"],
  ["a prototype", '{ "query": "{ who }", "variables": { "__proto__": { "admin": true } } }'],
  ["nothing", ""],
  ["text", '"{ who }"'],
  ["a query that is no text", { query: 7 }],
  ["variables that are no object", { query: "{ who }", variables: "{}" }],
])("refuses a body with %s", async (_name, body) => {
  expect(await refusal(body)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

test.each([
  ["missing", {}],
  ["a number", { text: 7 }],
  ["an object", { text: { a: 1 } }],
  ["many", { text: Array.from({ length: 10_000 }, () => "x") }],
  ["null", { text: null }],
])(
  "refuses a variable of the wrong type: %s, the first time and compiled",
  async (_name, variables) => {
    for (let round = 0; round < 3; round++) {
      const refused = await refusal({
        query: "query Wrong($text: String!) { echo(text: $text) }",
        variables,
      });
      expect(refused).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
    }
  },
);

test("passes any text through unharmed", async () => {
  const query = "query ($text: String!) { echo(text: $text) }";
  const texts = [
    "👩🏽‍⚕️ kegiatan 🗂️",
    "\u202Eمرحبا\u202C — Kelengkapan",
    "\u0000\u2028<script>'\"\\",
    "é̂".repeat(5000),
  ];
  for (const text of texts) {
    for (let round = 0; round < 3; round++) {
      expect((await api.post({ query, variables: { text } })).body.data?.echo).toBe(text);
    }
  }
});

test("lets GraphiQL read the schema", async () => {
  for (let round = 0; round < 2; round++) {
    const query = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      oneOf: true,
    });
    const { body } = await api.post({ query, operationName: "IntrospectionQuery" });
    expect(body.errors).toBeUndefined();
    expect(body.data).toHaveProperty("__schema");
  }
});
