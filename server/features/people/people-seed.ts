import type { TokenScope } from "../../kernel/actor.js";
import { tokenScopes } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Tx } from "../../persistence/database.js";
import { seedCalendar } from "./calendar-seed.js";
import { type DemoOffice, readDemoOffice } from "./demo-office.js";
import { hashDemoPassword } from "./demo-passwords.js";
import type { PasswordHasher } from "./password-hasher.js";
import { hashToken, newApiTokenSecret } from "./secrets.js";

export interface SeededToken {
  readonly name: string;
  /** Random, and shown only here: the database keeps its hash. */
  readonly secret: string;
}

/**
 * Loads the demo office with its positions, people and tokens, the holidays and the default calendar
 * into an empty database; all of it or nothing. `null` when there was an office already.
 */
export async function seedPeople(
  database: Database,
  ctx: Context,
  hasher: PasswordHasher,
): Promise<readonly SeededToken[] | null> {
  if (await hasOffice(database)) return null;
  const demo = readDemoOffice();
  // Each a salt of its own. A unit of work awaits nothing but its transaction, so they come first.
  const hashes = await Promise.all(demo.people.map(() => hashDemoPassword(hasher)));
  const tokens = demo.tokens.map(({ name }) => ({ name, secret: newApiTokenSecret() }));
  try {
    return await database.unitOfWork.run(ctx, async (tx) => {
      if (await tx.get("SELECT id FROM office LIMIT 1", [])) return null;
      const now = ctx.now();
      const offices = await insertOffices(tx, demo);
      const positions = await insertPositions(tx, demo, offices);
      await insertPeople(tx, demo, { offices, positions, hashes, now });
      await insertTokens(tx, demo, tokens, offices.values().next().value!, now);
      await seedCalendar(tx, now);
      return tokens;
    });
  } catch (error) {
    // Another server that starts on the same database was quicker; its seeds are these.
    if (await hasOffice(database)) return null;
    throw error;
  }
}

const hasOffice = async (database: Database): Promise<boolean> =>
  (await database.reader.get("SELECT id FROM office LIMIT 1", [])) !== undefined;

type Ids = ReadonlyMap<string, number>;

function idOf(ids: Ids, code: string): number {
  const id = ids.get(code);
  if (id === undefined)
    throw new Error(`seeds/office/demo-office.json: nothing has the code ${code}`);
  return id;
}

async function insertOffices(tx: Tx, demo: DemoOffice): Promise<Ids> {
  const ids = new Map<string, number>();
  for (const { code, name, government, timeZone } of demo.offices) {
    const { insertId } = await tx.run(
      "INSERT INTO office (code, name, government, time_zone) VALUES (?, ?, ?, ?)",
      [code, name, government, timeZone],
    );
    ids.set(code, insertId);
  }
  return ids;
}

async function insertPositions(tx: Tx, demo: DemoOffice, offices: Ids): Promise<Ids> {
  const ids = new Map<string, number>();
  for (const { code, office, name, head, superior } of demo.positions) {
    // MariaDB takes a bare `position` before a parenthesis for its function.
    const { insertId } = await tx.run(
      "INSERT INTO `position` (office_id, code, name, is_head, superior_id) VALUES (?, ?, ?, ?, ?)",
      [idOf(offices, office), code, name, head ? 1 : 0, superior ? idOf(ids, superior) : null],
    );
    ids.set(code, insertId);
  }
  return ids;
}

async function insertPeople(
  tx: Tx,
  demo: DemoOffice,
  given: { offices: Ids; positions: Ids; hashes: readonly string[]; now: number },
): Promise<void> {
  for (const [index, person] of demo.people.entries()) {
    const { insertId } = await tx.run(
      `INSERT INTO person (office_id, username, name, nip, locale, password_hash,
                           must_change_password, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
      [
        idOf(given.offices, person.office),
        person.username,
        person.name,
        person.nip,
        person.locale,
        given.hashes[index]!,
        given.now,
      ],
    );
    await tx.batch([
      ...person.roles.map((role) => ({
        sql: "INSERT INTO person_role (person_id, role) VALUES (?, ?)",
        params: [insertId, role],
      })),
      ...person.positions.map((code) => ({
        sql: `INSERT INTO position_holder (position_id, person_id, acting, valid_from)
              VALUES (?, ?, 0, ?)`,
        // Since ever: a test or an office may set its clock to before the seeding.
        params: [idOf(given.positions, code), insertId, 0],
      })),
    ]);
  }
}

async function insertTokens(
  tx: Tx,
  demo: DemoOffice,
  tokens: readonly SeededToken[],
  officeId: number,
  now: number,
): Promise<void> {
  await tx.batch(
    demo.tokens.map(({ name, scopes }, index) => ({
      sql: `INSERT INTO api_token (name, token_hash, office_id, scopes, created_at)
            VALUES (?, ?, ?, ?, ?)`,
      params: [
        name,
        hashToken(tokens[index]!.secret),
        officeId,
        scopes.map(toScope).join(" "),
        now,
      ],
    })),
  );
}

/** `cases:start` is CASES_START. */
function toScope(written: string): TokenScope {
  const name = written.toUpperCase().replace(":", "_");
  const scope = tokenScopes.find((each) => each === name);
  if (!scope) throw new Error(`seeds/office/demo-office.json: there is no scope ${written}`);
  return scope;
}
