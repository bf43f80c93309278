import type { ExecutionResult } from "graphql";
import {
  execute,
  GraphQLEnumType,
  GraphQLID,
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  validate,
} from "graphql";
import { expect, test } from "vitest";
import type { RequestScope } from "../runtime/request-scope.js";
import { DateTime, Json } from "../runtime/graphql/scalars.js";
import { OperationExecutor } from "./operation-executor.js";

const Node = new GraphQLInterfaceType({
  name: "Node",
  fields: { id: { type: new GraphQLNonNull(GraphQLID) } },
  resolveType: (value: { __typename: string }) => value.__typename,
});
const Colour = new GraphQLEnumType({ name: "Colour", values: { RED: { value: "r" }, BLUE: {} } });
const Cat: GraphQLObjectType = new GraphQLObjectType({
  name: "Cat",
  interfaces: [Node],
  fields: () => ({
    id: { type: new GraphQLNonNull(GraphQLID) },
    name: { type: GraphQLString },
    colour: { type: Colour },
    born: { type: DateTime },
    extra: { type: Json },
    kittens: {
      type: new GraphQLList(new GraphQLNonNull(Cat)),
      args: { first: { type: GraphQLInt, defaultValue: 2 } },
      resolve: async (_cat, { first }: { first: number }) =>
        Array.from({ length: first }, (_, i) => ({
          __typename: "Cat",
          id: `k${i}`,
          name: `k${i}`,
        })),
    },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new Error("broken");
      },
    },
    missing: { type: new GraphQLNonNull(GraphQLString), resolve: async () => null },
  }),
});
const Dog = new GraphQLObjectType({
  name: "Dog",
  interfaces: [Node],
  fields: { id: { type: new GraphQLNonNull(GraphQLID) }, bark: { type: GraphQLString } },
});
const Wish = new GraphQLInputObjectType({
  name: "Wish",
  fields: {
    text: { type: new GraphQLNonNull(GraphQLString) },
    colour: { type: Colour, defaultValue: "r" },
    due: { type: DateTime },
    many: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
  },
});
const Parcel = new GraphQLInputObjectType({
  name: "Parcel",
  fields: {
    wishes: { type: new GraphQLList(Wish) },
    fragile: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: false },
  },
});
const Truck = new GraphQLInputObjectType({
  name: "Truck",
  fields: { parcels: { type: new GraphQLList(new GraphQLNonNull(Parcel)) } },
});
const cat = { __typename: "Cat", id: "c1", name: "Tom", colour: "r", born: 0, extra: { a: [1] } };
const order: string[] = [];
const schema = new GraphQLSchema({
  types: [Cat, Dog],
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      cat: { type: Cat, resolve: () => cat },
      nodes: {
        type: new GraphQLList(Node),
        resolve: () => [cat, { __typename: "Dog", id: "d1", bark: "wuf" }, null],
      },
      echo: {
        type: Json,
        args: { wish: { type: Wish } },
        resolve: (_root, { wish }: { wish: unknown }) => wish,
      },
      load: {
        type: Json,
        args: { truck: { type: Truck } },
        resolve: (_root, { truck }: { truck: unknown }) => truck,
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: "Mutation",
    fields: {
      slow: { type: GraphQLString, resolve: () => step("slow", 10) },
      quick: { type: GraphQLString, resolve: () => step("quick", 0) },
    },
  }),
  subscription: new GraphQLObjectType({
    name: "Subscription",
    fields: { catChanged: { type: Cat, resolve: (event: unknown) => event } },
  }),
});

async function step(name: string, ms: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  order.push(name);
  return name;
}

const scope = {} as RequestScope;

interface Given {
  readonly source: string;
  readonly variables?: Record<string, unknown>;
  readonly rootValue?: unknown;
  /** Whether it is left to graphql-js for good. */
  readonly interpreted?: boolean;
}

async function compare(given: Given): Promise<ExecutionResult> {
  const document = parse(given.source);
  expect(validate(schema, document)).toEqual([]);
  const executor = new OperationExecutor(schema);
  const operation = {
    document,
    documentKey: "k",
    operationName: null,
    variables: given.variables ?? {},
    rootValue: given.rootValue,
  };
  const interpreted = plain(await executor.execute(operation, scope));
  const compiled = plain(await executor.execute(operation, scope));
  expect(executor.compilations).toBe(given.interpreted ? 0 : 1);
  expect(compiled.data).toEqual(interpreted.data);
  // Of several nulls that empty the same parent, graphql-js reports the first and the compiler all.
  expect(compiled.errors === undefined).toBe(interpreted.errors === undefined);
  return compiled;
}

function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}

const queries: Record<string, Given> = {
  "leaves, enums and scalars": { source: "{ cat { __typename id name colour born extra } }" },
  "aliases and arguments with defaults": {
    source: "{ cat { a: kittens { id } b: kittens(first: 1) { id } } }",
  },
  "inline fragments on an interface": {
    source: "{ nodes { id __typename ... on Cat { name kittens { id } } ... on Dog { bark } } }",
  },
  "named fragments, spread twice": {
    source:
      "{ cat { ...C kittens { ...C } } } fragment C on Cat { id ...D } fragment D on Node { id }",
  },
  "a field that throws": { source: "{ cat { id broken } }" },
  "a null where none may be": { source: "{ cat { id kittens { missing } } }" },
  "input objects with defaults": { source: '{ echo(wish: { text: "x", many: [1, 2] }) }' },
};

for (const [name, given] of Object.entries(queries)) {
  test(`compiles to the same answer: ${name}`, async () => {
    expect((await compare(given)).data).toBeDefined();
  });
}

test("compiles @skip and @include, in fragments too", async () => {
  const source = `query ($yes: Boolean!, $no: Boolean = false) {
    cat {
      id @skip(if: $yes)
      name @include(if: $yes)
      ...C @include(if: $no)
      ...C2 @skip(if: $no)
      ... @include(if: $no) { born }
      kittens { ...K @include(if: $yes) }
    }
    other: cat { kittens { ...K @skip(if: $yes) id } }
  }
  fragment C on Cat { extra }
  fragment C2 on Cat { colour kittens @skip(if: $yes) { colour } }
  fragment K on Cat { name }`;
  for (const variables of [{ yes: true }, { yes: false }, { yes: true, no: true }]) {
    await compare({ source, variables });
  }
});

test("coerces variables alike, and refuses the same ones", async () => {
  const source =
    "query ($wish: Wish, $n: Int = 1) { echo(wish: $wish) cat { kittens(first: $n) { id } } }";
  const good = {
    wish: { text: "🐈 \u202Eمرحبا", colour: "BLUE", due: "2026-11-22T00:00:00Z", many: 3 },
  };
  expect((await compare({ source, variables: good })).data?.echo).toMatchObject({
    text: "🐈 \u202Eمرحبا",
    many: [3],
    due: Date.UTC(2026, 10, 22),
  });
  for (const wish of [{}, { text: 1 }, { text: "x", more: 1 }, { text: "x", due: "soon" }, [], 7]) {
    const refused = await compare({ source, variables: { wish } });
    expect(refused.data).toBeUndefined();
    expect(refused.errors).not.toHaveLength(0);
  }
  await compare({ source, variables: { n: "1" } });
  await compare({ source, variables: { n: null } });
});

test("runs mutations one after another, compiled or not", async () => {
  const executor = new OperationExecutor(schema);
  const document = parse("mutation { slow quick }");
  const operation = { document, documentKey: "m", operationName: null, variables: {} };
  for (let round = 0; round < 3; round++) {
    order.length = 0;
    await executor.execute(operation, scope);
    expect(order).toEqual(["slow", "quick"]);
  }
});

test("answers a subscription's event from its root value", async () => {
  const source = "subscription { catChanged { name kittens { id } } }";
  const answer = await compare({ source, rootValue: cat });
  expect(answer.data).toMatchObject({ catChanged: { name: "Tom" } });
});

test("picks the named operation and remembers no more than it may", async () => {
  const executor = new OperationExecutor(schema, 3);
  const document = parse("query A { cat { id } } query B { cat { name } }");
  for (let round = 0; round < 2; round++) {
    for (const [operationName, data] of [
      ["A", { id: "c1" }],
      ["B", { name: "Tom" }],
    ] as const) {
      const operation = { document, documentKey: "d", operationName, variables: {} };
      expect(plain(await executor.execute(operation, scope)).data).toEqual({ cat: data });
    }
  }
  for (let i = 0; i < 10; i++) {
    const operation = { document, documentKey: `d${i}`, operationName: "A", variables: {} };
    await executor.execute(operation, scope);
  }
  expect(executor.size).toBe(3);
});

test("gives introspection to graphql-js", async () => {
  const source = "{ __schema { queryType { name } } cat { __typename } }";
  const answer = await compare({ source, interpreted: true });
  expect(answer.data).toEqual(plain(await execute({ schema, document: parse(source) })).data);
});

test("fills in a default that stands in for what may not be null, however often it is asked", async () => {
  const source = "query ($truck: Truck!) { load(truck: $truck) }";
  const variables = { truck: { parcels: [{}, { fragile: true }] } };
  expect((await compare({ source, variables, interpreted: true })).data).toEqual({
    load: { parcels: [{ fragile: false }, { fragile: true }] },
  });
});
