import { migrations } from "../../migrations/migrations.js";
import type { Database } from "./database.js";
import { statementsOf } from "./migration/migrate.js";

/** Whether the database has every statement of every migration, and no other; for the health check. */
export async function migrationsCurrent({
  dialect,
  reader,
}: Pick<Database, "dialect" | "reader">): Promise<boolean> {
  const expected = migrations.flatMap((each) => statementsOf(each, dialect)).length;
  const done = await reader.get<{ applied: number; noted: number }>(
    "SELECT COUNT(applied_at) AS applied, COUNT(*) AS noted FROM schema_migration",
    [],
  );
  return done?.applied === expected && done.noted === expected;
}
