import type { Context } from "../../kernel/context.js";
import { isMailAddress } from "../../kernel/mail-settings.js";
import { authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/** Where people get e-mails. */
export class EmailService {
  constructor(private readonly database: Database) {}

  /** `email` `null` or blank: none. */
  set(ctx: Context, personId: number, email: string | null): Promise<void> {
    const address = email?.trim() || null;
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.get<Row & { name: string; officeId: number; email: string | null }>(
        "SELECT name, office_id AS officeId, email FROM person WHERE id = ?",
        [personId],
      );
      const field = "input.personId";
      if (!person) throw new Refusal("NOT_FOUND", field);
      const { name, officeId } = person;
      authorizeChange(
        ctx,
        "person.setEmail",
        { officeId, personId },
        { read: "person.read", field },
      );
      if (address !== null && !isMailAddress(address)) throw new Refusal("INVALID", "input.email");
      const changes = auditedChanges({ email: person.email }, { email: address });
      if (changes.length === 0) return;
      await tx.run("UPDATE person SET email = ? WHERE id = ?", [address, personId]);
      if (ctx.actor.type === "PERSON" && ctx.actor.personId === personId) return;
      const subject = { type: "Person", id: personId, name } as const;
      await recordAudit(tx, ctx, { action: "PERSON_EMAIL", subject, officeId, changes });
    });
  }
}

export const emailOfPerson: LoaderDefinition<number, string | null> = {
  name: "emailOfPerson",
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number; email: string | null }>(
      `SELECT id, email FROM person WHERE id IN (${placeholders(ids)})`,
      ids,
    );
    const found = new Map(rows.map(({ id, email }) => [id, email]));
    return ids.map((id) => found.get(id) ?? null);
  },
};
