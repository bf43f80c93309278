import { bareNip, findNipFault } from "../../../domain/index.js";
import type { Role } from "../../kernel/actor.js";
import { roles as allRoles } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, Tx } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { type PersonRow, personColumns } from "./person.js";
import { isUsername, normaliseUsername } from "./username.js";

export const longestPersonName = 200;

/** Who comes anew, all of it checked. */
export interface NewPersonRow {
  readonly officeId: number;
  readonly username: string;
  readonly name: string;
  readonly nip: string | null;
  readonly passwordHash: string;
}

export const findPerson = (tx: Tx, personId: number): Promise<PersonRow | undefined> =>
  tx.get<PersonRow>(`SELECT ${personColumns} FROM person WHERE id = ?`, [personId]);

/** DUPLICATE_USERNAME where somebody has it, in any office. */
export async function insertPerson(tx: Tx, ctx: Context, it: NewPersonRow): Promise<number> {
  const { insertId } = await orDuplicateUsername(it.username, () =>
    tx.run(
      `INSERT INTO person (office_id, username, name, nip, locale, password_hash,
        must_change_password, created_at, revision) VALUES (?, ?, ?, ?, 'id', ?, 1, ?, 0)`,
      [it.officeId, it.username, it.name, it.nip, it.passwordHash, ctx.now()],
    ),
  );
  return insertId;
}

export async function orDuplicateUsername<T>(
  username: string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) {
      throw new Refusal("DUPLICATE_USERNAME", "input.username", { username });
    }
    throw error;
  }
}

export function checkedUsername(written: string, field: string): string {
  const username = normaliseUsername(written);
  if (!isUsername(username)) throw new Refusal("WRONG_USERNAME", field);
  return username;
}

/** The bare number; `null` where none was given. */
export function checkedNip(written: string | null | undefined, field: string): string | null {
  const nip = bareNip(written ?? "");
  if (nip === "") return null;
  if (findNipFault(nip) !== null) throw new Refusal("WRONG_NIP", field);
  return nip;
}

/** DUPLICATE_NIP where somebody else has it; asked behind the audit entry, for which others wait. */
export async function refuseTakenNip(
  tx: Tx,
  personId: number,
  nip: string | null,
  field: string,
): Promise<void> {
  if (nip === null) return;
  const other = await tx.get<Row & { name: string }>(
    "SELECT name FROM person WHERE nip = ? AND id <> ? LIMIT 1",
    [nip, personId],
  );
  if (other) throw new Refusal("DUPLICATE_NIP", field, { name: other.name });
}

/** LAST_ADMIN where no enabled admin would be left; asked behind the audit entry. */
export async function refuseWithoutAdmin(tx: Tx, field: string): Promise<void> {
  const left = await tx.get(
    `SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = 'ADMIN'
      WHERE p.disabled_at IS NULL LIMIT 1`,
    [],
  );
  if (!left) throw new Refusal("LAST_ADMIN", field);
}

export async function rolesOf(tx: Tx, personId: number): Promise<Role[]> {
  const rows = await tx.all<Row & { role: Role }>(
    "SELECT role FROM person_role WHERE person_id = ?",
    [personId],
  );
  return inOrder(rows.map(({ role }) => role));
}

/** Exactly these from now on. */
export async function writeRoles(
  tx: Tx,
  personId: number,
  before: readonly Role[],
  after: readonly Role[],
): Promise<void> {
  await tx.batch([
    ...before
      .filter((role) => !after.includes(role))
      .map((role) => ({
        sql: "DELETE FROM person_role WHERE person_id = ? AND role = ?",
        params: [personId, role],
        expect: 1,
      })),
    ...after
      .filter((role) => !before.includes(role))
      .map((role) => ({
        sql: "INSERT INTO person_role (person_id, role) VALUES (?, ?)",
        params: [personId, role],
        expect: 1,
      })),
  ]);
}

/** Without repetitions, in the order of the table. */
export const inOrder = (some: readonly Role[]): Role[] =>
  allRoles.filter((role) => some.includes(role));

/** As an audit entry keeps roles; `null` for none. */
export const namedRoles = (some: readonly Role[]): string | null =>
  some.length === 0 ? null : some.join(", ");
