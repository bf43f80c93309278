import { StartupError } from "../../kernel/startup-error.js";
import type { Database } from "../../persistence/database.js";
import type { PasswordHasher } from "./password-hasher.js";

/** Published in the README; every demo person's until it is changed. */
export const demoPassword = "alur-demo";

/**
 * The first six bytes of the salt of every hash that the seeds write (ten random ones follow). They
 * are part of the hash itself: no copy, backup or edit of other columns can part them, they go with
 * the password when it is changed, and one LIKE finds them where checking every hash of an office
 * would take minutes. Nothing else can set that password: it is shorter than the rule allows.
 */
const demoSaltPrefix = Buffer.from("alurdm", "latin1");
const demoHashPattern = `$argon2id$%$${demoSaltPrefix.toString("base64")}%`;

export const hashDemoPassword = (hasher: PasswordHasher): Promise<string> =>
  hasher.hash(demoPassword, demoSaltPrefix);

/** The usernames of the enabled accounts that still sign in with the demo password. */
export async function findDemoPasswords(database: Database): Promise<string[]> {
  const rows = await database.reader.all<{ username: string }>(
    "SELECT username FROM person WHERE disabled_at IS NULL AND password_hash LIKE ? ORDER BY id",
    [demoHashPattern],
  );
  return rows.map(({ username }) => username);
}

/** StartupError while any enabled account has the demo password; for production. */
export async function assertNoDemoPasswords(database: Database): Promise<void> {
  const usernames = await findDemoPasswords(database);
  if (usernames.length === 0) return;
  const named = usernames.slice(0, 3).join(", ") + (usernames.length > 3 ? ", …" : "");
  throw new StartupError(
    `${usernames.length} account(s) still have the demo password (${named}): start without ` +
      "NODE_ENV=production, change the passwords or disable the accounts, and start again",
  );
}
