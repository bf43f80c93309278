import type { Context } from "../../kernel/context.js";
import type { Row, Tx } from "../../persistence/database.js";
import type { AuditAction } from "../../runtime/audit-actions.js";
import { auditedChanges, type AuditedAct, recordAudit } from "../../runtime/audit-trail.js";

export type SopAct = Extract<AuditAction, `SOP_${string}`>;

type Words = Readonly<Record<string, string | number | null>>;

/** What an entry calls an SOP, and whose it is; to be asked before it is thrown away. */
export async function auditedSop(
  tx: Tx,
  sopId: number,
): Promise<Pick<AuditedAct, "subject" | "officeId">> {
  const sop = await tx.get<Row & { title: string; officeId: number }>(
    "SELECT title, office_id AS officeId FROM sop WHERE id = ?",
    [sopId],
  );
  return {
    subject: { type: "Sop", id: sopId, name: sop?.title ?? "" },
    officeId: sop?.officeId ?? null,
  };
}

/** Which of its versions an entry speaks of. */
export async function ordinalOf(tx: Tx, versionId: number): Promise<number | null> {
  const row = await tx.get<Row & { ordinal: number }>(
    "SELECT ordinal FROM sop_version WHERE id = ?",
    [versionId],
  );
  return row?.ordinal ?? null;
}

/** Last in its unit of work, as every entry. */
export async function auditSop(
  tx: Tx,
  ctx: Context,
  action: SopAct,
  sopId: number,
  before: Words,
  after: Words,
): Promise<void> {
  const subject = await auditedSop(tx, sopId);
  await recordAudit(tx, ctx, { action, ...subject, changes: auditedChanges(before, after) });
}
