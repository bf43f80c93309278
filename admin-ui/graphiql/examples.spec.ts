import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = buildSchema(read("../../schema/schema.graphql"));
const faults = (document: string): string[] =>
  validate(schema, parse(document)).map(({ message }) => message);

describe("what we tell people to paste", () => {
  it.each(examples.map(({ query }) => [query.split("\n")[0] ?? "", query]))(
    "is valid against the schema: %s",
    (_title, query) => expect(faults(query)).toEqual([]),
  );

  it.each(["README.md", "docs/api.md"])("is valid in %s", (file) => {
    const blocks = [...read(`../../${file}`).matchAll(/```graphql\n([\s\S]*?)```/g)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, block] of blocks) expect(faults(block ?? "")).toEqual([]);
  });
});
