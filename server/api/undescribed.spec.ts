import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { undescribed } from "./undescribed.js";

test("lists types, fields, arguments, input fields and enum values without a description", () => {
  const schema = buildSchema(`
    type Query { bare(argument: Input): Thing "described" fine("described" a: Int): Colour }
    interface Shape { side: Int }
    type Thing implements Shape { side: Int }
    input Input { field: Int "described" other: Int }
    "described" enum Colour { RED "described" BLUE }
    scalar Odd
  `);
  expect(undescribed(schema).sort()).toEqual([
    "Colour.RED",
    "Input",
    "Input.field",
    "Odd",
    "Query.bare",
    "Query.bare(argument)",
    "Shape",
    "Shape.side",
    "Thing",
    "Thing.side",
  ]);
});

test("is content where everything has one", () => {
  const schema = buildSchema(`type Query { "described" fine("described" a: Int): Int }`);
  expect(undescribed(schema)).toEqual([]);
});
