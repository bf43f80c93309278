import { faultOfReminders, type ReminderRules } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { readReminders, type ReminderBook } from "../../runtime/reminders/reminder-book.js";

/** When people are reminded of deadlines: what an office has as its own, and what an SOP has instead. */
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly book: ReminderBook,
  ) {}

  /** `null`: as the office has it. Tasks that are open follow. */
  setOfSop(ctx: Context, sopId: number, rules: ReminderRules | null): Promise<void> {
    refuseFaults(rules);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const sop = await tx.get<StoredRow & { officeId: number }>(
        "SELECT title AS name, office_id AS officeId, reminders FROM sop WHERE id = ?",
        [sopId],
      );
      const field = "input.sopId";
      if (!sop) throw new Refusal("NOT_FOUND", field);
      const { officeId, name } = sop;
      authorizeChange(ctx, "sop.setReminders", { officeId }, { read: "sop.read", field });
      await tx.run("UPDATE sop SET reminders = ? WHERE id = ?", [stored(rules), sopId]);
      await this.#wake(tx, "i.sop_id = ?", sopId);
      const subject = { type: "Sop", id: sopId, name } as const;
      const changes = auditedChanges(asText(sop.reminders), asText(stored(rules)));
      await recordAudit(tx, ctx, { action: "SOP_REMINDERS", subject, officeId, changes });
    });
  }

  /** `null`: as is usual. */
  setOfOffice(ctx: Context, officeId: number, rules: ReminderRules | null): Promise<void> {
    authorize(ctx, "office.setReminders", { officeId });
    refuseFaults(rules);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const office = await tx.get<StoredRow>("SELECT name, reminders FROM office WHERE id = ?", [
        officeId,
      ]);
      if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
      await tx.run("UPDATE office SET reminders = ? WHERE id = ?", [stored(rules), officeId]);
      await this.#wake(
        tx,
        "i.sop_id IN (SELECT s.id FROM sop s WHERE s.office_id = ? AND s.reminders IS NULL)",
        officeId,
      );
      const subject = { type: "Office", id: officeId, name: office.name } as const;
      const changes = auditedChanges(asText(office.reminders), asText(stored(rules)));
      await recordAudit(tx, ctx, { action: "OFFICE_REMINDERS", subject, officeId, changes });
    });
  }

  /** Has the open tasks of these cases looked at again, by what holds now. */
  async #wake(tx: Tx, cases: string, id: number): Promise<void> {
    await tx.run(
      `UPDATE task SET attention_at = 0 WHERE is_open = 1 AND due_at IS NOT NULL AND instance_id IN
        (SELECT i.id FROM instance i WHERE i.ended_at IS NULL AND ${cases})`,
      [id],
    );
    tx.afterCommit(() => this.book.forget());
  }
}

interface StoredRow extends Row {
  readonly name: string;
  readonly reminders: string | null;
}

function refuseFaults(rules: ReminderRules | null): void {
  const fault = rules && faultOfReminders(rules);
  if (fault) throw new Refusal("INVALID", `input.reminders.${fault}`);
}

const stored = (rules: ReminderRules | null): string | null => {
  if (rules === null) return null;
  const { before, atDeadline, escalateAfter } = rules;
  const span = (it: { value: number; unit: string } | null) =>
    it && { value: it.value, unit: it.unit };
  return JSON.stringify({ before: span(before), atDeadline, escalateAfter: span(escalateAfter) });
};

/** As the audit trail keeps it; nothing where there are none of its own. */
function asText(json: string | null): Record<string, string | null> {
  const own = json === null ? null : readReminders(json);
  const span = (it: { value: number; unit: string } | null | undefined): string | null =>
    it ? `${it.value} ${it.unit}` : null;
  return {
    before: span(own?.before),
    atDeadline: own && String(own.atDeadline),
    escalateAfter: span(own?.escalateAfter),
  };
}
