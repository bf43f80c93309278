import {
  applyEdits,
  type DocumentEdit,
  findLimitFault,
  type SopDocument,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { type Action, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type DocumentEditInput, positionIdsOf, toDocumentEdit } from "./edit-input.js";
import { personOf } from "./sop-service.js";

export interface DraftRow extends Row {
  readonly id: number;
  readonly sopId: number;
  readonly officeId: number;
  readonly status: string;
  readonly revision: number;
  readonly document: string;
}

/** Somebody else saved first: the draft's revision, and what was changed since the caller's own. */
export interface DraftConflict {
  readonly revision: number;
  readonly edits: readonly DocumentEdit[];
}

/** How many edits one call may carry; an autosave sends a handful. */
const MAX_EDITS = 500;

/** Changes what a draft says, and moves it between drafting and approval. */
export class DraftService {
  constructor(private readonly database: Database) {}

  /** Applies the edits, all or none; a conflict changes nothing and is answered, not thrown. */
  edit(
    ctx: Context,
    versionId: number,
    revision: number,
    inputs: readonly DocumentEditInput[],
  ): Promise<DraftConflict | null> {
    if (inputs.length > MAX_EDITS) throw new Refusal("TOO_LARGE", "input.edits");
    const positionIds = positionIdsOf(inputs);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const draft = await findDraft(tx, versionId);
      authorizeVersion(ctx, "sop.editDraft", draft);
      if (draft.status !== "DRAFT") throw new Refusal("NOT_DRAFT", "input.versionId");
      if (draft.revision !== revision) return conflictSince(tx, draft, revision);
      const codes = await positionCodes(tx, positionIds);
      const edits = inputs.map((input, at) => toDocumentEdit(input, at, codes));
      if (edits.length === 0) return null;
      const document = changedDocument(draft, edits);
      await tx.batch([
        {
          sql: `UPDATE sop_version SET document = ?, revision = ?, updated_at = ?
            WHERE id = ? AND revision = ? AND status = 'DRAFT'`,
          params: [JSON.stringify(document), revision + 1, ctx.now(), versionId, revision],
          expect: 1,
        },
        {
          sql: `INSERT INTO draft_edit (version_id, revision, at, person_id, edits)
            VALUES (?, ?, ?, ?, ?)`,
          params: [versionId, revision + 1, ctx.now(), personOf(ctx), JSON.stringify(edits)],
        },
      ]);
      return null;
    });
  }

  /** Hands the draft to the approver; it cannot be edited meanwhile. */
  submit(ctx: Context, versionId: number, revision: number): Promise<void> {
    return this.#move(ctx, versionId, revision, "DRAFT", "SUBMITTED");
  }

  /** Takes it back to be edited. */
  withdraw(ctx: Context, versionId: number, revision: number): Promise<void> {
    return this.#move(ctx, versionId, revision, "SUBMITTED", "DRAFT");
  }

  #move(
    ctx: Context,
    versionId: number,
    revision: number,
    from: "DRAFT" | "SUBMITTED",
    to: "DRAFT" | "SUBMITTED",
  ): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const draft = await findDraft(tx, versionId);
      authorizeVersion(ctx, "sop.submit", draft);
      if (draft.status !== from) throw new Refusal("NOT_DRAFT", "input.versionId");
      if (draft.revision !== revision) throw new Refusal("CONFLICT", "input.revision");
      const submitted = to === "SUBMITTED";
      await tx.batch([
        {
          sql: `UPDATE sop_version SET status = ?, submitted_at = ?, submitted_by = ?, updated_at = ?
            WHERE id = ? AND revision = ? AND status = ?`,
          params: [
            to,
            submitted ? ctx.now() : null,
            submitted ? personOf(ctx) : null,
            ctx.now(),
            versionId,
            revision,
            from,
          ],
          expect: 1,
        },
      ]);
    });
  }
}

export async function findDraft(tx: Tx, versionId: number): Promise<DraftRow> {
  const draft = await tx.get<DraftRow>(
    `SELECT v.id, v.sop_id AS sopId, s.office_id AS officeId, v.status, v.revision, v.document
      FROM sop_version v JOIN sop s ON s.id = v.sop_id WHERE v.id = ?`,
    [versionId],
  );
  if (!draft) throw new Refusal("NOT_FOUND", "input.versionId");
  return draft;
}

/** A version that the caller may not even see is not there. */
export function authorizeVersion(ctx: Context, action: Action, version: DraftRow): void {
  const { officeId, status } = version;
  const read = status === "ENACTED" ? "sop.read" : "sop.readDraft";
  authorizeChange(ctx, action, { officeId }, { read, field: "input.versionId" });
}

async function conflictSince(tx: Tx, draft: DraftRow, revision: number): Promise<DraftConflict> {
  const rows = await tx.all<Row & { edits: string }>(
    "SELECT edits FROM draft_edit WHERE version_id = ? AND revision > ? ORDER BY revision",
    [draft.id, revision],
  );
  return {
    revision: draft.revision,
    edits: rows.flatMap(({ edits }) => JSON.parse(edits) as DocumentEdit[]),
  };
}

async function positionCodes(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.all<Row & { id: number; code: string }>(
    `SELECT id, code FROM position WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

function changedDocument(draft: DraftRow, edits: readonly DocumentEdit[]): SopDocument {
  const result = applyEdits(JSON.parse(draft.document) as SopDocument, edits);
  if (!result.ok)
    throw new Refusal("INVALID", `input.edits.${result.at}`, { reason: result.error });
  const fault = findLimitFault(result.document);
  if (fault) {
    const tooMuch = fault.fault === "TOO_MANY" || fault.fault === "TOO_LONG";
    throw new Refusal(tooMuch ? "TOO_LARGE" : "INVALID", "input.edits", {
      reason: fault.what,
      limit: "max" in fault ? fault.max : "",
    });
  }
  return result.document;
}
