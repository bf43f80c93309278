import type { OperationDefinitionNode } from "graphql";
import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { CostLimit } from "./cost-limit.js";

test("refuses by the variables of the request, not by the document alone", () => {
  const schema = buildSchema(`
    type Query { people(first: Int): PersonConnection! }
    type PersonConnection { nodes: [Person!]! }
    type Person { id: ID! }
  `);
  const document = parse("query ($n: Int) { people(first: $n) { nodes { id } } }");
  const operation = document.definitions[0] as OperationDefinitionNode;
  const limit = new CostLimit(schema, 50);
  limit.admit(document, operation, { n: 10 });
  expect(() => limit.admit(document, operation, { n: 100 })).toThrow("QUERY_TOO_COSTLY");
  limit.admit(document, operation, { n: 48 });
});
