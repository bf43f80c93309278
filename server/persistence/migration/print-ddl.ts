import { migrations } from "../../../migrations/migrations.js";
import type { Dialect } from "../database.js";
import { bookkeepingTables } from "./bookkeeping.js";
import { statementsOf } from "./migrate.js";

/** What a database is told in all, as SQL to read and review. */
export function printDdl(dialect: Dialect): string {
  const steps = [{ name: "before the first migration", changes: bookkeepingTables }, ...migrations];
  return steps
    .flatMap((step) => [
      `-- ${step.name}`,
      ...statementsOf(step, dialect).map((statement) => `${statement};`),
    ])
    .join("\n\n")
    .concat("\n");
}
