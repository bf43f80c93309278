import type { Context } from "../../kernel/context.js";
import { authorize, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { auditSop, ordinalOf } from "./audit-sop.js";
import { VersionNews } from "../../runtime/version-news.js";
import { parseColumns } from "./columns-service.js";
import { type Beginning, firstDocument } from "./first-document.js";
import { insertDraft, insertRevision, openDraftOf } from "./new-draft.js";
import { noteAction, personOf } from "./version-action.js";

export { formOf, sopById, versionById, versionsBySop } from "./sop-loaders.js";
export { mayReadVersion } from "./version-access.js";
export type { FormView } from "./form-view.js";
export { Lane, SopEdge, SopNode, SopOutput } from "./graph-types.js";
export { Sop, SopVersion } from "./sop-types.js";

export interface SopIds extends RecordedIds {
  readonly sopId: number;
  readonly versionId: number;
}

export interface NewSop extends Beginning {
  readonly officeId: number;
  readonly number: string | null;
  readonly part: string | null;
  readonly title: string;
  readonly idempotencyKey: string | null;
}

export interface Revision {
  readonly sopId: number;
  /** The version that the draft begins as; `null`: the newest. */
  readonly from: number | null;
  readonly idempotencyKey: string | null;
}

const limits = { number: 100, part: 20, title: 500 } as const;

/** Creates, revises and retires SOPs. What a draft says is DraftService's, enacting EnactService's. */
export class SopService {
  constructor(
    private readonly database: Database,
    private readonly news = new VersionNews(),
  ) {}

  create(ctx: Context, input: NewSop): Promise<SopIds> {
    authorize(ctx, "sop.create", { officeId: input.officeId });
    const title = requiredText(input.title, "title");
    const { number, part } = numberOf(input);
    const { idempotencyKey: key, ...body } = input;
    // Whoever may create SOPs, which was asked just now, may read their drafts.
    const call = { mutation: "createSop", key, body, recheck: async () => {} };
    return runIdempotently<SopIds>(ctx, this.database, call, async (tx, remember) => {
      const { officeId } = input;
      const office = await tx.get<OfficeRow>(
        "SELECT name, government, form_columns AS columns FROM office WHERE id = ?",
        [officeId],
      );
      if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
      const columns = parseColumns(office.columns);
      const first = await firstDocument(ctx, tx, input, { title, officeId, office, columns });
      const sopId = await insertSop(tx, ctx, { officeId, number, part, title });
      const ids = { sopId, versionId: await insertDraft(tx, ctx, { sopId, ...first }) };
      await tx.batch(remember(ids));
      await auditSop(tx, ctx, "SOP_CREATED", sopId, {}, { title, number, part: part || null });
      return ids;
    });
  }

  /**
   * Opens a draft that begins as the newest version, or as `from`, one of the SOP's own; the one that
   * is open already, if one is.
   */
  revise(ctx: Context, input: Revision): Promise<SopIds> {
    const { idempotencyKey: key, ...body } = input;
    const { sopId, from } = input;
    const recheck = (tx: Tx): Promise<void> => authorizeSopChange(ctx, tx, "sop.editDraft", sopId);
    const call = { mutation: "reviseSop", key, body, recheck };
    return runIdempotently<SopIds>(ctx, this.database, call, async (tx, remember) => {
      await authorizeSopChange(ctx, tx, "sop.editDraft", sopId);
      const answer = async (versionId: number): Promise<SopIds> => {
        const ids = { sopId, versionId };
        await tx.batch(remember(ids));
        return ids;
      };
      const open = await openDraftOf(tx, sopId);
      if (open !== null) return answer(open);
      const source = await tx.get<Row & { id: number; document: string }>(
        `SELECT id, document FROM sop_version WHERE sop_id = ? AND (? IS NULL OR id = ?)
          ORDER BY ordinal DESC LIMIT 1`,
        [sopId, from, from],
      );
      if (!source) throw new Refusal("NOT_FOUND", from === null ? "input.sopId" : "input.from");
      const ids = await answer(await insertRevision(tx, ctx, { ...source, sopId }));
      const version = await ordinalOf(tx, ids.versionId);
      await auditSop(tx, ctx, "SOP_REVISED", sopId, {}, { version });
      return ids;
    });
  }

  /** Another number and part, until the first of its versions is enacted: then it is what is cited. */
  renumber(ctx: Context, sopId: number, wanted: WantedNumber): Promise<void> {
    const { number, part } = numberOf(wanted);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      await authorizeSopChange(ctx, tx, "sop.editDraft", sopId);
      const before = await tx.get<Row & { number: string | null; part: string }>(
        "SELECT number, part FROM sop WHERE id = ?",
        [sopId],
      );
      const { changes } = await orDuplicate(() =>
        tx.run(
          `UPDATE sop SET number = ?, part = ? WHERE id = ? AND NOT EXISTS
            (SELECT 1 FROM sop_version v WHERE v.sop_id = ? AND v.enacted_at IS NOT NULL)`,
          [number, part, sopId, sopId],
        ),
      );
      if (changes !== 1) throw new Refusal("ALREADY_ENACTED", "input.sopId");
      await auditSop(
        tx,
        ctx,
        "SOP_RENUMBERED",
        sopId,
        { number: before?.number ?? null, part: before?.part || null },
        { number, part: part || null },
      );
    });
  }

  /** No new case can be started from now on; those that run go on to their end. */
  retire(ctx: Context, sopId: number, reason: string | null): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      await authorizeSopChange(ctx, tx, "sop.retire", sopId);
      const enacted = await tx.all<EnactedRow>(
        `SELECT v.id, v.revision, v.enacted_at AS enactedAt, v.in_force_from AS inForceFrom,
          s.office_id AS officeId FROM sop_version v JOIN sop s ON s.id = v.sop_id WHERE v.sop_id = ?
          AND v.status = 'ENACTED' AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
          ORDER BY v.ordinal`,
        [sopId],
      );
      if (enacted.length === 0) throw new Refusal("NOT_IN_FORCE", "input.sopId");
      // Whatever was enacted up to this instant is retired by it.
      const enactedAt = Math.max(...enacted.map((version) => version.enactedAt));
      const { changes } = await tx.run(
        "UPDATE sop SET retired_at = ? WHERE id = ? AND (retired_at IS NULL OR retired_at < ?)",
        [Math.max(ctx.now(), enactedAt), sopId, enactedAt],
      );
      if (changes !== 1) throw new Refusal("NOT_IN_FORCE", "input.sopId");
      const retired = enacted.filter(
        (_, at) => !enacted.slice(at + 1).some((later) => later.inForceFrom <= ctx.now()),
      );
      await tx.batch([
        ...retired.map(({ id, revision }) =>
          noteAction(ctx, { versionId: id, kind: "RETIRE", revision, message: reason }),
        ),
        ...(await this.news.statements(
          ctx,
          tx,
          retired.map(({ id: versionId, officeId, inForceFrom }) => ({
            ...{ versionId, officeId, inForceFrom },
            kind: "RETIRED" as const,
          })),
        )),
      ]);
      await auditSop(tx, ctx, "SOP_RETIRED", sopId, {}, { reason });
    });
  }
}

interface OfficeRow extends Row {
  readonly name: string;
  readonly government: string | null;
  readonly columns: string | null;
}

interface EnactedRow extends Row {
  readonly id: number;
  readonly officeId: number;
  readonly revision: number;
  readonly enactedAt: number;
  readonly inForceFrom: number;
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
  const { insertId } = await orDuplicate(() =>
    tx.run(
      `INSERT INTO sop (office_id, number, part, title, created_at, created_by)
        VALUES (?, ?, ?, ?, ?, ?)`,
      [it.officeId, it.number, it.part, it.title, ctx.now(), personOf(ctx)],
    ),
  );
  return insertId;
}

/** An office has a number, with its part, once. */
async function orDuplicate<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) throw new Refusal("DUPLICATE_NUMBER", "input.number");
    throw error;
  }
}

interface WantedNumber {
  readonly number: string | null;
  readonly part: string | null;
}

function numberOf(wanted: WantedNumber): { readonly number: string | null; readonly part: string } {
  const number = wanted.number?.trim() || null;
  const part = wanted.part?.trim() || "";
  if ((number?.length ?? 0) > limits.number) throw new Refusal("TOO_LARGE", "input.number");
  if (part.length > limits.part) throw new Refusal("TOO_LARGE", "input.part");
  return { number, part };
}

function requiredText(text: string, field: "title"): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new Refusal("INVALID", `input.${field}`);
  if (trimmed.length > limits[field]) throw new Refusal("TOO_LARGE", `input.${field}`);
  return trimmed;
}
