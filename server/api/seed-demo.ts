import { seedPeople, type SeededToken } from "../features/people/people-seed.js";
import type { PasswordHasher } from "../features/people/password-hasher.js";
import { seedSops } from "../features/sops/sop-seed.js";
import { systemContext } from "../kernel/system-context.js";
import type { Database } from "../persistence/database.js";

/**
 * Loads the demo office and its procedures into an empty database. Each part looks for itself whether
 * it is there, so that a start that was broken off is completed by the next. Returns the tokens made
 * now, whose secrets are known only this once.
 */
export async function seedDemo(
  database: Database,
  hasher: PasswordHasher,
  now: () => number,
): Promise<readonly SeededToken[]> {
  const ctx = systemContext("seeds", now);
  const tokens = await seedPeople(database, ctx, hasher);
  await seedSops(database, ctx);
  return tokens ?? [];
}
