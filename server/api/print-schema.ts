import { lexicographicSortSchema, printSchema } from "graphql";
import type { Database } from "../persistence/database.js";
import { buildApiSchema } from "./build-schema.js";
import { composeFeatures } from "./compose-features.js";

/** The schema as SDL: sorted, with all descriptions, ending in a newline. It needs no database. */
export function printAlurSchema(): string {
  const { resolvers, nodeSources } = composeFeatures({
    database: noDatabase,
    now: () => 0,
  });
  return `${printSchema(lexicographicSortSchema(buildApiSchema(resolvers, nodeSources)))}\n`;
}

const noDatabase = new Proxy({} as Database, {
  get(_target, name) {
    throw new Error(`Printing the schema must not touch the database (${String(name)})`);
  },
});
