import { buildSchema, getIntrospectionQuery, isObjectType, parse } from "graphql";
import type { OperationDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { planCost, type Variables } from "./query-cost.js";

const schema = buildSchema(`
  type Query {
    me: Person
    people(first: Int, last: Int): PersonConnection!
    nodes(ids: [ID!]!): [Person]!
  }
  type Person { id: ID! name: String boss: Person friends: [Person!]! people(first: Int): PersonConnection! }
  type PersonConnection { nodes: [Person!]! edges: [PersonEdge!]! totalCount: Int }
  type PersonEdge { cursor: String! node: Person! }
`);

function cost(source: string, variables: Variables = {}): number {
  const document = parse(source);
  return planCost(schema, document, document.definitions[0] as OperationDefinitionNode)(variables);
}

test("counts fields, and a list as ten of what is in it", () => {
  expect(cost("{ me { id name } }")).toBe(3);
  expect(cost("{ me { friends { id name } } }")).toBe(2 + 10 * 2);
});

test("counts a page as large as it was asked for", () => {
  expect(cost("{ people { nodes { id } } }")).toBe(2 + 20);
  expect(cost("{ people(first: 5) { nodes { id } totalCount } }")).toBe(2 + 5 + 1);
  expect(cost("{ people(last: 5) { edges { cursor node { id } } } }")).toBe(2 + 5 * 3);
  expect(cost("{ people(first: 5000) { nodes { id } } }")).toBe(2 + 100);
  expect(cost("{ people(first: 50) { nodes { people(first: 50) { nodes { id } } } } }")).toBe(
    2 + 50 * (2 + 50),
  );
});

test("reads sizes from variables", () => {
  const source =
    "query ($n: Int, $ids: [ID!]!) { people(first: $n) { nodes { id } } nodes(ids: $ids) { id } }";
  expect(cost(source, { n: 3, ids: ["a", "b"] })).toBe(2 + 3 + 1 + 2);
  expect(cost(source, { ids: [] })).toBe(2 + 100 + 1);
  expect(cost('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(1 + 3);
});

test("follows fragments, on a connection too, and sums each up once", () => {
  expect(
    cost("{ people(first: 5) { ...P } } fragment P on PersonConnection { nodes { id } }"),
  ).toBe(2 + 5);
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Person { a: boss { ...F${i + 1} } b: boss { ...F${i + 1} } }`,
  );
  expect(
    cost(`{ me { ...F0 } } ${fragments.join(" ")} fragment F60 on Person { id }`),
  ).toBeGreaterThan(1e15);
});

test("lets introspection pass", () => {
  expect(cost(getIntrospectionQuery())).toBe(1);
});

test("what takes work to answer counts for more, each time that it is asked for", () => {
  const work = schema.getType("Person");
  if (!isObjectType(work)) throw new Error("There is no such type");
  const { friends, people } = work.getFields();
  const before = [
    cost("{ me { friends { id } } }"),
    cost("{ me { people(first: 3) { nodes { id } } } }"),
  ];
  for (const field of [friends, people]) field!.extensions = { complexity: 50 };
  const after = [
    cost("{ me { friends { id } } }"),
    cost("{ me { people(first: 3) { nodes { id } } } }"),
  ];
  expect(after).toEqual(before.map((one) => one + 50));
  expect(cost("{ people(first: 4) { nodes { friends { id } } } }")).toBe(2 + 4 * (1 + 50 + 10));
  for (const field of [friends, people]) field!.extensions = {};
});
