import type { Context, Locale } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import type { AccountChanges } from "./account-changes.js";
import type { PasswordHasher } from "./password-hasher.js";
import { endSessions } from "./disable-service.js";
import { checkNewPassword } from "./password-rule.js";
import { newTemporaryPassword } from "./secrets.js";
import type { AuditAction } from "../../runtime/audit-actions.js";
import { type AuditedAct, recordAudit } from "../../runtime/audit-trail.js";
import type { GuessLimiter } from "../../runtime/guess-limiter.js";

// What other features may use of this one.
export type { HandedOn, HandOver } from "./hand-over.js";
export type { PositionNeeds } from "./position-service.js";
export { HoldingCapacity } from "./appointment.js";
export { capacityAt, momentKey } from "./appointment-loaders.js";
export { awayUntil } from "./leave-loaders.js";
export { Office } from "./office.js";
export { OfficePayload } from "./people-payloads.js";
export {
  holdersOfPosition,
  loadAll,
  loadOne,
  officeById,
  personById,
  positionById,
  positionsOfPerson,
} from "./people-loaders.js";
export { Person } from "./person.js";
export { positionByCode, positionIdByCode } from "./position-by-code.js";
export { Position } from "./position.js";
export { listSeeds, readSeed } from "./seed-files.js";
export { vacanciesAt } from "./vacancy.js";

export const locales: readonly Locale[] = ["id", "en"];

/** What people and the admin change about accounts. Every method refuses by the policy table. */
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly limiter: GuessLimiter,
    private readonly changes: AccountChanges,
  ) {}

  /** Changes one's own password and ends one's other sessions. */
  async changePassword(
    ctx: Context,
    input: { currentPassword: string; newPassword: string; remoteAddress: string },
  ): Promise<number> {
    const actor = requirePerson(ctx);
    const { personId } = actor;
    authorize(ctx, "account.change", { personId });
    const person = await this.database.reader.get<{
      username: string;
      password_hash: string | null;
    }>("SELECT username, password_hash FROM person WHERE id = ?", [personId]);
    if (!person) throw new Refusal("NOT_FOUND");
    await this.#checkCurrent(person, input);
    checkNewPassword(
      input.newPassword,
      { username: person.username, current: input.currentPassword },
      "input.newPassword",
    );
    const newHash = await this.hasher.hash(input.newPassword);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      // Only what was checked is replaced: a reset in between wins.
      const { changes } = await tx.run(
        `UPDATE person SET password_hash = ?, must_change_password = 0
         WHERE id = ? AND password_hash = ?`,
        [newHash, personId, person.password_hash],
      );
      if (changes !== 1) throw new Refusal("CONFLICT");
      await tx.run(
        "UPDATE session SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL AND id <> ?",
        [ctx.now(), personId, actor.sessionId],
      );
      tx.afterCommit(this.changes.announce);
    });
    return personId;
  }

  /** Gives somebody a password that must be changed, and ends all of their sessions. */
  async resetPassword(ctx: Context, personId: number): Promise<string> {
    authorize(ctx, "person.resetPassword", { personId });
    const temporaryPassword = newTemporaryPassword();
    const hash = await this.hasher.hash(temporaryPassword);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        "UPDATE person SET password_hash = ?, must_change_password = 1 WHERE id = ?",
        [hash, personId],
      );
      if (changes !== 1) throw new Refusal("NOT_FOUND", "input.personId");
      await endSessions(tx, ctx, personId);
      await recordAudit(tx, ctx, await personAct(tx, "PASSWORD_RESET", personId));
      tx.afterCommit(this.changes.announce);
    });
    return temporaryPassword;
  }

  /** The language of the interface and of the messages, "id" or "en". */
  async setMyLocale(ctx: Context, locale: string): Promise<number> {
    const { personId } = requirePerson(ctx);
    authorize(ctx, "account.change", { personId });
    const chosen = locales.find((each) => each === locale);
    if (!chosen) throw new Refusal("INVALID", "input.locale", { reason: locales.join(", ") });
    await this.database.unitOfWork.run(ctx, async (tx) => {
      await tx.run("UPDATE person SET locale = ? WHERE id = ?", [chosen, personId]);
      tx.afterCommit(this.changes.announce);
    });
    return personId;
  }

  /** A stolen session must not be a way to guess the password, so guesses count as sign-ins do. */
  async #checkCurrent(
    person: { username: string; password_hash: string | null },
    { currentPassword, remoteAddress }: { currentPassword: string; remoteAddress: string },
  ): Promise<void> {
    const attempt = await this.limiter.attempt(person.username, remoteAddress);
    let matches: boolean;
    try {
      matches = await this.hasher.verify(person.password_hash, currentPassword);
    } catch (error) {
      await attempt.untried();
      throw error;
    }
    if (!matches) throw new Refusal("BAD_CREDENTIALS", "input.currentPassword");
    await attempt.succeeded();
  }
}

async function personAct(tx: Tx, action: AuditAction, personId: number): Promise<AuditedAct> {
  const person = await tx.get<Row & { name: string; office_id: number }>(
    "SELECT name, office_id FROM person WHERE id = ?",
    [personId],
  );
  const subject = { type: "Person", id: personId, name: person?.name ?? "" } as const;
  return { action, subject, officeId: person?.office_id ?? null };
}
