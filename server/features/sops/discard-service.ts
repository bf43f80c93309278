import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database } from "../../persistence/database.js";
import { announceDraft } from "../../runtime/change-bus.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { auditedSop, ordinalOf } from "./audit-sop.js";
import type { SeenVersion } from "./draft-service.js";
import { personOf } from "./version-action.js";
import { authorizeVersion, findVersion, isOpen } from "./version-row.js";

/** Throws drafts away. */
export class DiscardService {
  constructor(private readonly database: Database) {}

  /**
   * Removes a draft that was never enacted, with its notes and its history, and its SOP where that
   * has no other version. Answers the SOP, and whether it is still there.
   */
  discard(
    ctx: Context,
    { versionId, revision }: SeenVersion,
  ): Promise<{ readonly sopId: number; readonly sopStays: boolean }> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const draft = await findVersion(ctx, tx, versionId);
      authorizeVersion(ctx, "sop.discardDraft", draft);
      if (!isOpen(draft.status)) throw new Refusal("ALREADY_ENACTED", "input.versionId");
      if (draft.revision !== revision) throw new Refusal("CONFLICT", "input.revision");
      const { sopId } = draft;
      const subject = await auditedSop(tx, sopId);
      const version = await ordinalOf(tx, versionId);
      await tx.batch([
        {
          // Written first, so that nobody edits or enacts it meanwhile.
          sql: `UPDATE sop_version SET updated_at = ?
            WHERE id = ? AND revision = ? AND status IN ('DRAFT', 'SUBMITTED')`,
          params: [ctx.now(), versionId, revision],
          expect: 1,
        },
        {
          sql: `INSERT INTO discarded_draft (version_id, office_id, title, at, person_id)
            SELECT ?, office_id, title, ?, ? FROM sop WHERE id = ?`,
          params: [versionId, ctx.now(), personOf(ctx), sopId],
          expect: 1,
        },
        ...["draft_edit", "version_action", "draft_presence", "review_note"].map((table) => ({
          sql: `DELETE FROM ${table} WHERE version_id = ?`,
          params: [versionId],
        })),
        { sql: "DELETE FROM sop_version WHERE id = ?", params: [versionId], expect: 1 },
      ]);
      const { changes } = await tx.run(
        `DELETE FROM sop WHERE id = ?
          AND NOT EXISTS (SELECT 1 FROM sop_version v WHERE v.sop_id = ?)`,
        [sopId, sopId],
      );
      await recordAudit(tx, ctx, {
        action: "SOP_DRAFT_DISCARDED",
        ...subject,
        changes: auditedChanges({ version }, { version: null }),
      });
      announceDraft(this.database, tx, versionId);
      return { sopId, sopStays: changes === 0 };
    });
  }
}
