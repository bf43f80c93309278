import type { Role } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Tx } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import type { AccountChanges } from "./account-changes.js";
import { expectRevision } from "./expect-revision.js";
import { endAllHoldings, holdingsAhead } from "./holdings-of-person.js";
import type { HandOver } from "./hand-over.js";
import { findOffice } from "./office-service.js";
import { requiredLine } from "./one-line.js";
import type { PasswordHasher } from "./password-hasher.js";
import type { PersonRow } from "./person.js";
import {
  checkedNip,
  checkedUsername,
  findPerson,
  inOrder,
  insertPerson,
  longestPersonName,
  namedRoles,
  orDuplicateUsername,
  refuseTakenNip,
  refuseWithoutAdmin,
  rolesOf,
  writeRoles,
} from "./person-book.js";
import { newTemporaryPassword } from "./secrets.js";

export interface PersonWords {
  readonly username: string;
  readonly name: string;
  readonly nip: string | null;
}

export interface NewPerson extends PersonWords {
  readonly officeId: number;
  readonly roles: readonly Role[];
  readonly idempotencyKey: string | null;
}

interface PersonIds extends RecordedIds {
  readonly personId: number;
}

/** What a role is worth nothing without: the office that it was given in. */
const ofOffice: readonly Role[] = ["APPROVER", "MANAGER", "FRONT_DESK"];

/** Who has an account, in which office, and with which roles. For the admin. */
export class PersonService {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly changes: AccountChanges,
    private readonly handOver: HandOver,
  ) {}

  /** `password` is `null` where the same was asked for before: it was told then, and is kept nowhere. */
  async create(
    ctx: Context,
    input: NewPerson,
  ): Promise<{ readonly personId: number; readonly password: string | null }> {
    requirePerson(ctx);
    authorize(ctx, "person.create", { officeId: input.officeId });
    const words = checkedWords(input);
    const roles = inOrder(input.roles);
    const password = newTemporaryPassword();
    const passwordHash = await this.hasher.hash(password);
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "createPerson", key, body, recheck: async () => {} };
    const made = new Set<PersonIds>();
    const ids = await runIdempotently<PersonIds>(ctx, this.database, call, async (tx, remember) => {
      const { officeId } = input;
      if (!(await findOffice(tx, officeId))) throw new Refusal("NOT_FOUND", "input.officeId");
      const personId = await insertPerson(tx, ctx, { officeId, passwordHash, ...words });
      await writeRoles(tx, personId, [], roles);
      await tx.batch(remember({ personId }));
      await recordAudit(tx, ctx, {
        action: "PERSON_CREATED",
        subject: { type: "Person", id: personId, name: words.name },
        officeId,
        changes: auditedChanges({}, { ...words, roles: namedRoles(roles) }),
      });
      await refuseTakenNip(tx, personId, words.nip, "input.nip");
      const answer = { personId };
      made.add(answer);
      return answer;
    });
    return { personId: ids.personId, password: made.has(ids) ? password : null };
  }

  /** CONFLICT where another admin changed the person since `revision` was read. */
  async update(
    ctx: Context,
    personId: number,
    revision: number,
    input: PersonWords,
  ): Promise<void> {
    requirePerson(ctx);
    authorize(ctx, "person.update", { personId });
    const words = checkedWords(input);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const before = await this.#find(tx, personId);
      await expectRevision(
        orDuplicateUsername(words.username, () =>
          tx.run(
            `UPDATE person SET username = ?, name = ?, nip = ?, revision = ?
              WHERE id = ? AND COALESCE(revision, 0) = ?`,
            [words.username, words.name, words.nip, revision + 1, personId, revision],
          ),
        ),
      );
      const { username, name, nip } = before;
      await recordAudit(tx, ctx, {
        action: "PERSON_UPDATED",
        subject: { type: "Person", id: personId, name: words.name },
        officeId: before.office_id,
        changes: auditedChanges({ username, name, nip }, { ...words }),
      });
      if (words.nip !== nip) await refuseTakenNip(tx, personId, words.nip, "input.nip");
      tx.afterCommit(this.changes.announce);
    });
  }

  /** Exactly these roles. Nobody takes the admin's role from themselves, or from the last admin. */
  async setRoles(
    ctx: Context,
    personId: number,
    revision: number,
    wanted: readonly Role[],
  ): Promise<void> {
    const { personId: by } = requirePerson(ctx);
    authorize(ctx, "person.setRoles", { personId });
    const roles = inOrder(wanted);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await this.#find(tx, personId);
      await expectRevision(bumpPerson(tx, personId, revision));
      const before = await rolesOf(tx, personId);
      if (personId === by && before.includes("ADMIN") && !roles.includes("ADMIN")) {
        throw new Refusal("OWN_ACCOUNT", "input.roles");
      }
      await writeRoles(tx, personId, before, roles);
      await recordAudit(tx, ctx, {
        action: "PERSON_ROLES_SET",
        subject: { type: "Person", id: personId, name: person.name },
        officeId: person.office_id,
        changes: auditedChanges({ roles: namedRoles(before) }, { roles: namedRoles(roles) }),
      });
      await refuseWithoutAdmin(tx, "input.roles");
      tx.afterCommit(this.changes.announce);
    });
  }

  /**
   * To another office. What they hold or will hold in the old one ends where `endsHoldings`, else it
   * is refused as HOLDS_POSITIONS; the roles given in it, all but the admin's, are taken back.
   * Answers how many claimed tasks went back to their lanes.
   */
  async move(
    ctx: Context,
    personId: number,
    revision: number,
    to: { readonly officeId: number; readonly endsHoldings: boolean },
  ): Promise<number> {
    requirePerson(ctx);
    authorize(ctx, "person.move", { personId });
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await this.#find(tx, personId);
      const office = await findOffice(tx, to.officeId);
      if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
      if (person.office_id === to.officeId) throw new Refusal("INVALID", "input.officeId");
      const from = await findOffice(tx, person.office_id);
      await expectRevision(bumpPerson(tx, personId, revision, to.officeId));
      const held = await holdingsAhead(tx, ctx, personId);
      const positions = [...new Set(held.map((row) => row.position_name))].join(", ");
      if (held.length > 0 && !to.endsHoldings) {
        throw new Refusal("HOLDS_POSITIONS", "input.endAppointments", { positions });
      }
      await endAllHoldings(ctx, tx, personId, held);
      const before = await rolesOf(tx, personId);
      const kept = before.filter((role) => !ofOffice.includes(role));
      await writeRoles(tx, personId, before, kept);
      await recordAudit(tx, ctx, {
        action: "PERSON_MOVED",
        subject: { type: "Person", id: personId, name: person.name },
        officeId: to.officeId,
        changes: auditedChanges(
          { office: from?.name ?? null, positions: positions || null, roles: namedRoles(before) },
          { office: office.name, positions: null, roles: namedRoles(kept) },
        ),
      });
      tx.afterCommit(this.changes.announce);
    });
    const { released } = await this.handOver.handOn(ctx, personId);
    return released;
  }

  async #find(tx: Tx, personId: number): Promise<PersonRow> {
    const row = await findPerson(tx, personId);
    if (!row) throw new Refusal("NOT_FOUND", "input.personId");
    return row;
  }
}

function checkedWords(input: PersonWords): PersonWords {
  return {
    username: checkedUsername(input.username, "input.username"),
    name: requiredLine(input.name, longestPersonName, "input.name"),
    nip: checkedNip(input.nip, "input.nip"),
  };
}

const bumpPerson = (tx: Tx, personId: number, revision: number, officeId: number | null = null) =>
  tx.run(
    `UPDATE person SET revision = ?, office_id = COALESCE(?, office_id)
      WHERE id = ? AND COALESCE(revision, 0) = ?`,
    [revision + 1, officeId, personId, revision],
  );
