import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { Database, Reader, Tx } from "../../persistence/database.js";
import { recordAudits } from "../../runtime/audit-trail.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import type { AccountChanges } from "./account-changes.js";
import { type ImportRow, planImport, type PlannedPerson, type RowPlan } from "./import-plan.js";
import { ImportedOffice } from "./imported-office.js";
import { type Period, periodAhead } from "./office-period.js";
import { findOffice } from "./office-service.js";
import type { PasswordHasher } from "./password-hasher.js";
import { newTemporaryPassword } from "./secrets.js";
import { writeImport } from "./write-import.js";

export interface PeopleImport {
  readonly officeId: number;
  /** A day since 1970-01-01. */
  readonly firstDay: number;
  readonly rows: readonly ImportRow[];
  readonly idempotencyKey: string | null;
}

/** How many of what an import made or changed. */
export interface ImportCounts extends RecordedIds {
  readonly made: number;
  readonly changed: number;
  readonly positions: number;
  readonly holders: number;
}

/** A new account with the password that is told once. */
export interface NewAccount {
  readonly personId: number;
  readonly password: string;
}

/** More than an office has people; a list of a whole government is taken office by office. */
export const mostImportRows = 500;

/** Takes people with their positions from a table: all of it, or nothing. */
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly changes: AccountChanges,
  ) {}

  /** What would be done, row by row; writes nothing. */
  async preview(ctx: Context, reader: Reader, input: PeopleImport): Promise<readonly RowPlan[]> {
    checkSize(ctx, input);
    return (await this.#plan(ctx, reader, input)).rows;
  }

  /**
   * IMPORT_REFUSED while a row has a problem. The passwords are told for new people only, and not
   * where the same was asked for before.
   */
  async take(
    ctx: Context,
    input: PeopleImport,
  ): Promise<{ readonly counts: ImportCounts; readonly accounts: readonly NewAccount[] }> {
    checkSize(ctx, input);
    const first = await this.#plan(ctx, this.database.reader, input);
    const passwords = await this.#hashed(newPeople(first.rows).length);
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "importPeople", key, body, recheck: async () => {} };
    const made = new Map<ImportCounts, readonly NewAccount[]>();
    const counts = await runIdempotently<ImportCounts>(
      ctx,
      this.database,
      call,
      async (tx, remember) => {
        const { office, rows } = await this.#plan(ctx, tx, input);
        refuseFaulty(rows);
        const people = newPeople(rows);
        // Somebody came or went since the passwords were made.
        if (people.length > passwords.length) throw new Refusal("CONFLICT");
        const hashOf = (index: number): string => passwords[index]!.hash;
        const written = await orConflict(() => writeImport(ctx, tx, office, rows, hashOf));
        await tx.batch(remember(written.counts));
        await recordAudits(tx, ctx, written.acts);
        await refuseSharedNips(tx, people);
        await refuseGone(tx, input.officeId, rows);
        tx.afterCommit(this.changes.announce);
        made.set(
          written.counts,
          written.newIds.map((personId, index) => ({
            personId,
            password: passwords[index]!.password,
          })),
        );
        return written.counts;
      },
    );
    return { counts, accounts: made.get(counts) ?? [] };
  }

  async #plan(
    ctx: Context,
    reader: Reader,
    { officeId, firstDay, rows }: PeopleImport,
  ): Promise<{ readonly office: ImportedOffice; readonly rows: readonly RowPlan[] }> {
    const row = await findOffice(reader, officeId);
    if (!row) throw new Refusal("NOT_FOUND", "input.officeId");
    const clocks = localTimeOf(row.time_zone);
    const period: Period = periodAhead(clocks, { firstDay, lastDay: null }, ctx.now());
    const { code, name } = row;
    const office = await ImportedOffice.read(reader, { officeId, code, name, clocks, period });
    return { office, rows: planImport(office, rows) };
  }

  /** Two at a time: the hasher has others to serve, and only so long a waiting line. */
  async #hashed(
    count: number,
  ): Promise<readonly { readonly password: string; readonly hash: string }[]> {
    const done: { password: string; hash: string }[] = [];
    while (done.length < count) {
      const some = Array.from({ length: Math.min(2, count - done.length) }, newTemporaryPassword);
      done.push(
        ...(await Promise.all(
          some.map(async (password) => ({ password, hash: await this.hasher.hash(password) })),
        )),
      );
    }
    return done;
  }
}

function checkSize(ctx: Context, { officeId, rows }: PeopleImport): void {
  requirePerson(ctx);
  authorize(ctx, "person.import", { officeId });
  if (rows.length > mostImportRows) {
    throw new Refusal("TOO_LARGE", "input.rows", { limit: mostImportRows });
  }
  if (rows.length === 0) throw new Refusal("INVALID", "input.rows");
}

/** What the plan found free was taken by somebody else at the same moment. */
async function orConflict<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal("CONFLICT");
    throw error;
  }
}

function refuseFaulty(rows: readonly RowPlan[]): void {
  const count = rows.filter(({ problems }) => problems.length > 0).length;
  if (count > 0) throw new Refusal("IMPORT_REFUSED", "input.rows", { count });
}

/** Those who get an account, each once, in the order of the rows. */
export const newPeople = (rows: readonly RowPlan[]): PlannedPerson[] => [
  ...new Set(rows.flatMap(({ person }) => (person && person.known === null ? [person] : []))),
];

/** Behind the audit entries, for which others wait: what was free in the plan may be taken since. */
async function refuseSharedNips(tx: Tx, people: readonly PlannedPerson[]): Promise<void> {
  const nips = people.flatMap(({ nip }) => (nip === null ? [] : [nip]));
  if (nips.length === 0) return;
  const shared = await tx.get(
    `SELECT nip FROM person WHERE nip IN (${nips.map(() => "?").join(", ")})
      GROUP BY nip HAVING COUNT(*) > 1 LIMIT 1`,
    nips,
  );
  if (shared) throw new Refusal("CONFLICT");
}

/** Behind the new holdings: whoever is disabled or moved at this moment has waited for them, or they did. */
async function refuseGone(tx: Tx, officeId: number, rows: readonly RowPlan[]): Promise<void> {
  const known = [...new Set(rows.flatMap(({ person }) => person?.known?.id ?? []))];
  if (known.length === 0) return;
  const gone = await tx.get(
    `SELECT id FROM person WHERE id IN (${placeholders(known)})
      AND (office_id <> ? OR disabled_at IS NOT NULL) LIMIT 1`,
    [...known, officeId],
  );
  if (gone) throw new Refusal("CONFLICT");
}
