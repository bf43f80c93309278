import type { SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { newDocument } from "./new-document.js";
import { noteAction, personOf } from "./version-action.js";
import { isOpen, type StoredStatus } from "./version-row.js";

export { formOf, sopById, versionById } from "./sop-loaders.js";
export { Lane, SopNode, SopOutput } from "./graph-types.js";
export { Sop, SopVersion } from "./sop-types.js";

export interface SopIds extends RecordedIds {
  readonly sopId: number;
  readonly versionId: number;
}

export interface NewSop {
  readonly officeId: number;
  readonly number: string | null;
  readonly part: string | null;
  readonly title: string;
  readonly idempotencyKey: string | null;
}

const limits = { number: 100, part: 20, title: 500 } as const;

/** Creates, revises and retires SOPs. What a draft says is DraftService's, enacting EnactService's. */
export class SopService {
  constructor(private readonly database: Database) {}

  create(ctx: Context, input: NewSop): Promise<SopIds> {
    authorize(ctx, "sop.create", { officeId: input.officeId });
    const title = requiredText(input.title, "title");
    const number = input.number?.trim() || null;
    const part = input.part?.trim() || "";
    if ((number?.length ?? 0) > limits.number) throw new Refusal("TOO_LARGE", "input.number");
    if (part.length > limits.part) throw new Refusal("TOO_LARGE", "input.part");
    const { idempotencyKey: key, ...body } = input;
    // Whoever may create SOPs, which was asked just now, may read their drafts.
    const call = { mutation: "createSop", key, body, recheck: async () => {} };
    return runIdempotently<SopIds>(ctx, this.database, call, async (tx, remember) => {
      const office = await tx.get<Row & { name: string; government: string | null }>(
        "SELECT name, government FROM office WHERE id = ?",
        [input.officeId],
      );
      if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
      const sopId = await insertSop(tx, ctx, { officeId: input.officeId, number, part, title });
      const document = newDocument(title, office);
      const ids = { sopId, versionId: await insertDraft(tx, ctx, { sopId, ordinal: 1, document }) };
      await tx.batch(remember(ids));
      return ids;
    });
  }

  /** Opens a draft that begins as the newest enacted version; the one that is open already, if one is. */
  async revise(ctx: Context, sopId: number): Promise<SopIds> {
    try {
      return await this.#openDraft(ctx, sopId);
    } catch (error) {
      // Somebody else has just opened it: theirs is the one that is open.
      if (error instanceof UniqueViolation) return this.#openDraft(ctx, sopId);
      throw error;
    }
  }

  #openDraft(ctx: Context, sopId: number): Promise<SopIds> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      await authorizeSopChange(ctx, tx, "sop.editDraft", sopId);
      const newest = await tx.get<
        Row & { id: number; ordinal: number; status: StoredStatus; document: string }
      >(
        `SELECT id, ordinal, status, document FROM sop_version WHERE sop_id = ?
          ORDER BY ordinal DESC LIMIT 1`,
        [sopId],
      );
      if (!newest) throw new Refusal("NOT_FOUND", "input.sopId");
      if (isOpen(newest.status)) return { sopId, versionId: newest.id };
      const document = JSON.parse(newest.document) as SopDocument;
      const versionId = await insertDraft(tx, ctx, {
        sopId,
        ordinal: newest.ordinal + 1,
        document,
        sourceVersionId: newest.id,
      });
      // A doubt about the old version is a doubt about the new one, until somebody settles it.
      await tx.run(
        `INSERT INTO review_note (version_id, target_type, target_key, target_field, text, created_at,
            created_by, edited_at)
          SELECT ?, target_type, target_key, target_field, text, created_at, created_by, edited_at
          FROM review_note
          WHERE version_id = ? AND resolved_at IS NULL ORDER BY id`,
        [versionId, newest.id],
      );
      return { sopId, versionId };
    });
  }

  /** No new case can be started from now on; those that run go on to their end. */
  retire(ctx: Context, sopId: number): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      await authorizeSopChange(ctx, tx, "sop.retire", sopId);
      const newest = await tx.get<Row & { enactedAt: number | null }>(
        "SELECT MAX(enacted_at) AS enactedAt FROM sop_version WHERE sop_id = ? AND status = 'ENACTED'",
        [sopId],
      );
      // Whatever was enacted up to this instant is retired by it.
      const enactedAt = newest?.enactedAt ?? null;
      const { changes } =
        enactedAt === null
          ? { changes: 0 }
          : await tx.run(
              "UPDATE sop SET retired_at = ? WHERE id = ? AND (retired_at IS NULL OR retired_at < ?)",
              [Math.max(ctx.now(), enactedAt), sopId, enactedAt],
            );
      if (changes !== 1) throw new Refusal("NOT_IN_FORCE", "input.sopId");
    });
  }
}

async function authorizeSopChange(
  ctx: Context,
  tx: Tx,
  action: "sop.editDraft" | "sop.retire",
  sopId: number,
): Promise<void> {
  const sop = await tx.get<Row & { officeId: number; isEnacted: number }>(
    `SELECT s.office_id AS officeId, EXISTS (SELECT 1 FROM sop_version v WHERE v.sop_id = s.id
      AND v.status = 'ENACTED') AS isEnacted FROM sop s WHERE s.id = ?`,
    [sopId],
  );
  if (!sop) throw new Refusal("NOT_FOUND", "input.sopId");
  const read = sop.isEnacted ? "sop.read" : "sop.readDraft";
  authorizeChange(ctx, action, { officeId: sop.officeId }, { read, field: "input.sopId" });
}

async function insertSop(
  tx: Tx,
  ctx: Context,
  it: { officeId: number; number: string | null; part: string; title: string },
): Promise<number> {
  try {
    const { insertId } = await tx.run(
      `INSERT INTO sop (office_id, number, part, title, created_at, created_by)
        VALUES (?, ?, ?, ?, ?, ?)`,
      [it.officeId, it.number, it.part, it.title, ctx.now(), personOf(ctx)],
    );
    return insertId;
  } catch (error) {
    if (error instanceof UniqueViolation) throw new Refusal("DUPLICATE_NUMBER", "input.number");
    throw error;
  }
}

interface NewDraft {
  readonly sopId: number;
  readonly ordinal: number;
  readonly document: SopDocument;
  /** The version that it is a copy of. */
  readonly sourceVersionId?: number;
}

async function insertDraft(tx: Tx, ctx: Context, draft: NewDraft): Promise<number> {
  const { sopId, ordinal, document, sourceVersionId = null } = draft;
  // `draft_slot` is unique for each SOP, so that of two revisions at once only one opens a draft.
  const { insertId } = await tx.run(
    `INSERT INTO sop_version (sop_id, ordinal, status, draft_slot, revision, document, created_at,
      updated_at) VALUES (?, ?, 'DRAFT', 1, 1, ?, ?, ?)`,
    [sopId, ordinal, JSON.stringify(document), ctx.now(), ctx.now()],
  );
  const created = { versionId: insertId, kind: "CREATE", revision: 1, sourceVersionId } as const;
  await tx.batch([noteAction(ctx, created)]);
  return insertId;
}

function requiredText(text: string, field: "title"): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new Refusal("INVALID", `input.${field}`);
  if (trimmed.length > limits[field]) throw new Refusal("TOO_LARGE", `input.${field}`);
  return trimmed;
}
