import { bigint, int, table, text } from "./schema-vocabulary.js";

/**
 * What must exist before the first migration can run, and so stands outside the list. One row of
 * `schema_migration` is one DDL statement; `applied_at` is null while it is under way.
 */
export const bookkeepingTables = [
  table("schema_migration", [
    text("name", 100),
    int("statement"),
    bigint("applied_at").nullable(),
  ]).primaryKey(["name", "statement"]),
  table("lease", [
    text("name", 100),
    text("owner", 100),
    bigint("until"),
    int("attempt"),
  ]).primaryKey(["name"]),
];
