import type { SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Row, SqlValue, Tx } from "../../persistence/database.js";
import { LostRace } from "../../persistence/lost-race.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { noteAction } from "./version-action.js";

interface NewDraft {
  readonly sopId: number;
  readonly document: SopDocument;
  /** The version that it is a copy of. */
  readonly sourceVersionId: number | null;
}

/** Inserts a draft as the newest version of its SOP; answers its id. */
export async function insertDraft(tx: Tx, ctx: Context, draft: NewDraft): Promise<number> {
  const { sopId, document, sourceVersionId } = draft;
  const newest = await tx.get<Row & { ordinal: number | null }>(
    "SELECT MAX(ordinal) AS ordinal FROM sop_version WHERE sop_id = ?",
    [sopId],
  );
  const versionId = await insertVersion(
    tx,
    `INSERT INTO sop_version (sop_id, ordinal, status, draft_slot, revision, document, created_at,
      updated_at) VALUES (?, ?, 'DRAFT', 1, 1, ?, ?, ?)`,
    [sopId, (newest?.ordinal ?? 0) + 1, JSON.stringify(document), ctx.now(), ctx.now()],
  );
  const created = { versionId, kind: "CREATE", revision: 1, sourceVersionId } as const;
  await tx.batch([noteAction(ctx, created)]);
  return versionId;
}

/**
 * `draft_slot` is unique for each SOP, so that of two who open a draft at once one does; the other
 * starts again, and finds it.
 */
async function insertVersion(tx: Tx, sql: string, params: readonly SqlValue[]): Promise<number> {
  try {
    return (await tx.run(sql, params)).insertId;
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw new LostRace("Somebody else has opened a draft", { cause: error });
  }
}

/** The draft of an SOP that is open, if one is. */
export async function openDraftOf(tx: Tx, sopId: number): Promise<number | null> {
  const open = await tx.get<Row & { id: number }>(
    "SELECT id FROM sop_version WHERE sop_id = ? AND draft_slot = 1",
    [sopId],
  );
  return open?.id ?? null;
}

/** Opens a draft that says what `source`, a version of the same SOP, says, doubts and all. */
export async function insertRevision(
  tx: Tx,
  ctx: Context,
  source: { readonly id: number; readonly sopId: number; readonly document: string },
): Promise<number> {
  const versionId = await insertDraft(tx, ctx, {
    sopId: source.sopId,
    document: JSON.parse(source.document) as SopDocument,
    sourceVersionId: source.id,
  });
  // A doubt about the old version is a doubt about the new one, until somebody settles it.
  await tx.run(
    `INSERT INTO review_note (version_id, target_type, target_key, target_field, text, created_at,
        created_by, edited_at)
      SELECT ?, target_type, target_key, target_field, text, created_at, created_by, edited_at
      FROM review_note WHERE version_id = ? AND resolved_at IS NULL ORDER BY id`,
    [versionId, source.id],
  );
  return versionId;
}
