import type { Context } from "../../kernel/context.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { Database, Tx } from "../../persistence/database.js";
import { seedCalendar } from "./calendar-seed.js";
import type { PasswordHasher } from "./password-hasher.js";
import { newTemporaryPassword } from "./secrets.js";
import { isUsername, normaliseUsername } from "./username.js";

export interface NewAdmin {
  readonly username: string;
  readonly name: string;
  /** The name of the office; it is made where there is none of that name. */
  readonly office: string;
}

/** As they were stored; the temporary password is kept nowhere. */
export interface MadeAdmin {
  readonly username: string;
  readonly office: string;
  readonly password: string;
}

/**
 * Makes an admin, and what an installation without the demo needs before one can work: the office,
 * the working calendar and the holidays. A StartupError for a username that is taken or unfit.
 */
export async function createAdmin(
  database: Database,
  ctx: Context,
  hasher: PasswordHasher,
  wanted: NewAdmin,
): Promise<MadeAdmin> {
  const username = normaliseUsername(wanted.username);
  const [name, office] = [wanted.name.trim(), wanted.office.trim()];
  if (!isUsername(username)) {
    throw new StartupError("--username must be 2 to 100 letters, digits, dots, hyphens or _");
  }
  if (![name, office].every((text) => text.length > 0 && text.length <= 200)) {
    throw new StartupError("--name and --office must be 1 to 200 characters");
  }
  const password = newTemporaryPassword();
  const hash = await hasher.hash(password);
  await database.unitOfWork.run(ctx, async (tx) => {
    if (await tx.get("SELECT id FROM person WHERE username = ?", [username])) {
      throw new StartupError(`There is somebody with the username ${username} already`);
    }
    const officeId = await findOrMakeOffice(tx, office);
    if (!(await tx.get("SELECT id FROM working_calendar LIMIT 1", []))) {
      await seedCalendar(tx, ctx.now());
    }
    const { insertId } = await tx.run(
      `INSERT INTO person (office_id, username, name, nip, locale, password_hash,
                           must_change_password, created_at)
       VALUES (?, ?, ?, NULL, 'id', ?, 1, ?)`,
      [officeId, username, name, hash, ctx.now()],
    );
    await tx.run("INSERT INTO person_role (person_id, role) VALUES (?, 'ADMIN')", [insertId]);
  });
  return { username, office, password };
}

async function findOrMakeOffice(tx: Tx, name: string): Promise<number> {
  const found = await tx.get<{ id: number }>("SELECT id FROM office WHERE name = ?", [name]);
  if (found) return found.id;
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ["office"];
  const count = await tx.get<{ n: number }>("SELECT COUNT(*) AS n FROM office", []);
  // The number keeps apart two names that differ in other letters only.
  const code = `${words.join("-").slice(0, 40)}-${Number(count?.n ?? 0) + 1}`;
  const { insertId } = await tx.run(
    "INSERT INTO office (code, name, government, time_zone) VALUES (?, ?, NULL, 'Asia/Jakarta')",
    [code, name],
  );
  return insertId;
}
