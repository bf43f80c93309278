import {
  applyEdits,
  type DocumentEdit,
  findLimitFault,
  type SopDocument,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Action } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { announceDraft } from "../../runtime/change-bus.js";
import { runIdempotently } from "../../runtime/idempotency.js";
import { type DocumentEditInput, positionIdsOf, toDocumentEdit } from "./edit-input.js";
import { type MostSaves, type SavesSince, savesSince } from "./draft-history.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { auditSop, ordinalOf, type SopAct } from "./audit-sop.js";
import { noteAction, personOf } from "./version-action.js";
import {
  authorizeVersion,
  expectStatus,
  findVersion,
  findWholeVersion,
  type WholeVersionRow,
} from "./version-row.js";
import { noticesOfMove } from "./version-notices.js";

/** Somebody else saved first: the draft's revision, and what was changed since the caller's own. */
export interface DraftConflict extends SavesSince {
  readonly revision: number;
}

/** A version, and the revision of it that the caller has seen. */
export interface SeenVersion {
  readonly versionId: number;
  readonly revision: number;
}

/** How many edits one call may carry; an autosave sends a handful. */
const MAX_EDITS = 500;
/** What a conflict hands over: more than one call can carry, so that a lost answer is known again. */
const mostMissed: MostSaves = { saves: 1000, length: 2_000_000 };

/** Changes what a draft says, and moves it between drafting and approval. */
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly board: NoticeBoard,
  ) {}

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
      const draft = await findWholeVersion(ctx, tx, versionId);
      authorizeVersion(ctx, "sop.editDraft", draft);
      expectStatus(draft, "DRAFT");
      if (draft.revision !== revision) {
        const stretch = { versionId, from: revision, to: draft.revision };
        return { revision: draft.revision, ...(await savesSince(tx, stretch, mostMissed)) };
      }
      const codes = await positionCodes(tx, positionIds);
      const edits = inputs.map((input, at) => toDocumentEdit(input, at, codes));
      if (edits.length === 0) return null;
      const { document, inverse } = changedDocument(draft, edits);
      await tx.batch([
        {
          sql: `UPDATE sop_version SET document = ?, revision = ?, updated_at = ?
            WHERE id = ? AND revision = ? AND status = 'DRAFT'`,
          params: [JSON.stringify(document), revision + 1, ctx.now(), versionId, revision],
          expect: 1,
        },
        {
          sql: `INSERT INTO draft_edit (version_id, revision, at, person_id, edits, inverse)
            VALUES (?, ?, ?, ?, ?, ?)`,
          params: [
            versionId,
            revision + 1,
            ctx.now(),
            personOf(ctx),
            JSON.stringify(edits),
            JSON.stringify(inverse),
          ],
        },
      ]);
      announceDraft(this.database, tx, versionId);
      return null;
    });
  }

  /** Hands the draft to the approver; it cannot be edited meanwhile. */
  submit(ctx: Context, at: SeenVersion, message: string | null): Promise<void> {
    return this.#move(ctx, at, { kind: "SUBMIT", by: "sop.submit", message });
  }

  /** Takes it back to be edited. */
  withdraw(ctx: Context, at: SeenVersion): Promise<void> {
    return this.#move(ctx, at, { kind: "WITHDRAW", by: "sop.submit", message: null });
  }

  /** The approver's no: it is a draft again, and whoever drafts it reads why. */
  sendBack(
    ctx: Context,
    at: SeenVersion,
    reason: string | null,
    idempotencyKey: string | null,
  ): Promise<void> {
    if (reason === null) throw new Refusal("REASON_REQUIRED", "input.reason");
    const move = { kind: "SEND_BACK", by: "sop.sendBack", message: reason } as const;
    return this.#move(ctx, at, move, idempotencyKey);
  }

  async #move(
    ctx: Context,
    { versionId, revision }: SeenVersion,
    move: Move,
    key: string | null = null,
  ): Promise<void> {
    const { kind, by, message } = move;
    const call = {
      mutation: mutations[kind],
      key,
      body: { versionId, revision, message },
      recheck: async (tx: Tx): Promise<void> =>
        authorizeVersion(ctx, by, await findVersion(ctx, tx, versionId)),
    };
    await runIdempotently(ctx, this.database, call, async (tx, remember) => {
      const draft = await findVersion(ctx, tx, versionId);
      authorizeVersion(ctx, by, draft);
      const submits = kind === "SUBMIT";
      const [from, to] = submits ? (["DRAFT", "SUBMITTED"] as const) : submittedToDraft;
      expectStatus(draft, from);
      if (draft.revision !== revision) throw new Refusal("CONFLICT", "input.revision");
      await tx.batch([
        {
          sql: `UPDATE sop_version SET status = ?, submitted_at = ?, submitted_by = ?, updated_at = ?
            WHERE id = ? AND revision = ? AND status = ?`,
          params: [
            to,
            submits ? ctx.now() : null,
            submits ? personOf(ctx) : null,
            ctx.now(),
            versionId,
            revision,
            from,
          ],
          expect: 1,
        },
        noteAction(ctx, { versionId, kind, revision, message }),
        ...remember({ versionId }),
      ]);
      await this.board.post(ctx, tx, await noticesOfMove(ctx, tx, draft, { kind, message }));
      const version = await ordinalOf(tx, versionId);
      await auditSop(tx, ctx, audited[kind], draft.sopId, {}, { version, message });
      announceDraft(this.database, tx, versionId);
      return { versionId };
    });
  }
}

const submittedToDraft = ["SUBMITTED", "DRAFT"] as const;

const mutations = {
  SUBMIT: "submitVersion",
  WITHDRAW: "withdrawSubmission",
  SEND_BACK: "sendBackVersion",
} as const;

const audited = {
  SUBMIT: "SOP_SUBMITTED",
  WITHDRAW: "SOP_SUBMISSION_WITHDRAWN",
  SEND_BACK: "SOP_SENT_BACK",
} as const satisfies Record<keyof typeof mutations, SopAct>;

interface Move {
  readonly kind: keyof typeof mutations;
  readonly by: Action;
  readonly message: string | null;
}

async function positionCodes(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.all<Row & { id: number; code: string }>(
    `SELECT id, code FROM position WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

function changedDocument(
  draft: WholeVersionRow,
  edits: readonly DocumentEdit[],
): { readonly document: SopDocument; readonly inverse: readonly DocumentEdit[] } {
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
  return result;
}
