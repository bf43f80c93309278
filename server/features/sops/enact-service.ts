import {
  drawingRules,
  findDrawingProblems,
  type Graph,
  isError,
  type Problem as DomainProblem,
  type SopDocument,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { inSlices } from "../../persistence/in-slices.js";
import { placeholders } from "../../persistence/placeholders.js";
import { announceDraft } from "../../runtime/change-bus.js";
import { actorKey, type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { auditSop, ordinalOf } from "./audit-sop.js";
import { VersionNews } from "../../runtime/version-news.js";
import { connectorProblems } from "./connector-problems.js";
import { insertCatalogueEntry } from "./catalogue-entry.js";
import type { CheckedDrawing, DrawingChecker } from "./drawing-checker.js";
import { insertRevision, openDraftOf } from "./new-draft.js";
import type { Problem } from "./problem-type.js";
import { readRuleLevels } from "./rule-levels-service.js";
import { tellProblems } from "./tell-problems.js";
import { noteAction, personOf } from "./version-action.js";
import { noticesOfEnactment } from "./version-notices.js";
import { problemsAt } from "./version-problems.js";
import {
  authorizeVersion,
  findVersion,
  findWholeVersion,
  isOpen,
  type VersionRow,
} from "./version-row.js";

export interface Enactment {
  readonly versionId: number;
  readonly revision: number;
  /** `null`: at once. */
  readonly inForceFrom: number | null;
  readonly idempotencyKey: string | null;
}

const CLOCK_SKEW = 1000;

interface VersionIds extends RecordedIds {
  readonly versionId: number;
}

/** Thrown to leave the unit of work; the problems are the answer, and nothing was changed. */
class Faulty extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super("The drawing has problems");
  }
}

/** What a drawing breaks, where that was found already. */
type Known = (drawing: CheckedDrawing) => readonly DomainProblem[] | undefined;

/** Thrown to leave the unit of work, which must not wait until cases were played through the drawing. */
class Unchecked extends Error {
  constructor(readonly drawing: CheckedDrawing) {
    super("The drawing was not checked yet");
  }
}

/** Puts a version into force (sahkan), if nothing is wrong with the drawing, and takes it back before its day. */
export class EnactService {
  constructor(
    private readonly database: Database,
    private readonly board: NoticeBoard,
    private readonly checker: DrawingChecker,
    private readonly news = new VersionNews(),
  ) {}

  /** The problems that keep it from being enacted; none when it was. */
  async enact(ctx: Context, input: Enactment): Promise<readonly Problem[]> {
    try {
      return await this.#enactChecked(ctx, input, (drawing) => this.checker.known(drawing));
    } catch (error) {
      if (!(error instanceof Unchecked)) throw error;
      const found = await this.checker.find(actorKey(ctx.actor), error.drawing);
      // The revision is the one that the caller named, and what it says never changes.
      return this.#enactChecked(ctx, input, () => found);
    }
  }

  async #enactChecked(ctx: Context, input: Enactment, known: Known): Promise<readonly Problem[]> {
    const { idempotencyKey: key, ...body } = input;
    const recheck = async (tx: Tx, ids: VersionIds): Promise<void> =>
      authorizeVersion(ctx, "sop.read", await findVersion(ctx, tx, ids.versionId));
    const call = { mutation: "enactVersion", key, body, recheck };
    try {
      await runIdempotently<VersionIds>(ctx, this.database, call, async (tx, remember) => {
        const draft = await findWholeVersion(ctx, tx, input.versionId);
        authorizeVersion(ctx, "sop.enact", draft);
        if (!isOpen(draft.status)) throw new Refusal("ALREADY_ENACTED", "input.versionId");
        if (draft.revision !== input.revision) throw new Refusal("CONFLICT", "input.revision");
        const { enactedAt, from } = await this.#instants(ctx, tx, draft, input.inForceFrom);
        const document = JSON.parse(draft.document) as SopDocument;
        const { id: versionId, revision } = draft;
        const drawing = { versionId, revision, graph: document.graph };
        const found = known(drawing);
        if (!found) throw new Unchecked(drawing);
        const graph = await unbindUnknownPositions(tx, document.graph);
        const levels = await readRuleLevels(tx, draft.officeId);
        // Of a lane that lost its position the drawing itself knows nothing; cases run all the same.
        const now = graph === document.graph ? found : withUnbound(graph, found);
        const errors = problemsAt(levels, now).filter(isError);
        const drawings = [{ sopId: draft.sopId, graph }];
        const ofCalls = await connectorProblems(ctx, tx, drawings, (ids) => touchSops(tx, ids));
        const problems = [...tellProblems(graph, errors, ctx.locale), ...ofCalls.flat()];
        if (problems.length > 0) throw new Faulty(problems);
        await tx.batch([
          {
            sql: `UPDATE sop_version SET status = 'ENACTED', draft_slot = NULL, in_force_from = ?,
              enacted_at = ?, enacted_by = ?, updated_at = ?
              WHERE id = ? AND revision = ? AND status IN ('DRAFT', 'SUBMITTED')`,
            params: [from, enactedAt, personOf(ctx), ctx.now(), draft.id, draft.revision],
            expect: 1,
          },
          noteAction(ctx, {
            versionId: draft.id,
            kind: "ENACT",
            revision: draft.revision,
            inForceFrom: from,
          }),
          insertCatalogueEntry(draft.id, document),
          ...(await this.news.statements(ctx, tx, [
            { kind: "ENACTED", versionId: draft.id, officeId: draft.officeId, inForceFrom: from },
          ])),
          ...remember({ versionId: draft.id }),
        ]);
        const enacted = { versionId: draft.id, graph, inForceFrom: from };
        await this.board.post(ctx, tx, await noticesOfEnactment(ctx, tx, enacted));
        await auditSop(
          tx,
          ctx,
          "SOP_ENACTED",
          draft.sopId,
          {},
          {
            version: await ordinalOf(tx, draft.id),
            inForceFrom: new Date(from).toISOString(),
          },
        );
        announceDraft(this.database, tx, draft.id);
        return { versionId: draft.id };
      });
      return [];
    } catch (error) {
      if (error instanceof Faulty) return error.problems;
      throw error;
    }
  }

  /**
   * Takes back what is enacted and not yet in force. The version stays as it was enacted, because
   * servers keep it; what it says goes on in a draft, unless one is open already. Answers the draft.
   */
  unschedule(
    ctx: Context,
    versionId: number,
    reason: string | null,
  ): Promise<{ readonly sopId: number; readonly versionId: number }> {
    if (reason === null) throw new Refusal("REASON_REQUIRED", "input.reason");
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const version = await findWholeVersion(ctx, tx, versionId);
      authorizeVersion(ctx, "sop.unschedule", version);
      const { sopId, revision, officeId } = version;
      // Of the SOP's row first, as a retirement does; and nobody may have started a case on it.
      const standing = await tx.run(
        `UPDATE sop SET ${counted} WHERE id = ? AND (retired_at IS NULL OR retired_at <
          (SELECT v.enacted_at FROM sop_version v WHERE v.id = ?))`,
        [sopId, versionId],
      );
      const wanted = await tx.get<Row & { inForceFrom: number | null }>(
        "SELECT in_force_from AS inForceFrom FROM sop_version WHERE id = ?",
        [versionId],
      );
      const revoked = await tx.run(
        `UPDATE sop_version SET status = 'REVOKED', updated_at = ?
          WHERE id = ? AND status = 'ENACTED' AND in_force_from > ?`,
        [ctx.now(), versionId, ctx.now() + CLOCK_SKEW],
      );
      if (standing.changes !== 1 || revoked.changes !== 1) {
        throw new Refusal("NOT_SCHEDULED", "input.versionId");
      }
      const message = reason;
      await tx.batch([
        noteAction(ctx, { versionId, kind: "UNSCHEDULE", revision, message }),
        ...(await this.news.statements(ctx, tx, [
          { kind: "REVOKED", versionId, officeId, inForceFrom: wanted?.inForceFrom ?? 0 },
        ])),
      ]);
      const open = await openDraftOf(tx, sopId);
      const draft = open ?? (await insertRevision(tx, ctx, version));
      const ordinal = await ordinalOf(tx, versionId);
      await auditSop(tx, ctx, "SOP_UNSCHEDULED", sopId, {}, { version: ordinal, reason });
      return { sopId, versionId: draft };
    });
  }

  /**
   * When it is enacted: now, and in any case after a retirement, so that it brings the SOP back and
   * no old version. When it comes into force: not in the past, and after all that stand before it.
   */
  async #instants(
    ctx: Context,
    tx: Tx,
    draft: VersionRow,
    wanted: number | null,
  ): Promise<{ readonly enactedAt: number; readonly from: number }> {
    const before = await tx.get<Row & { retiredAt: number | null; latest: number | null }>(
      `SELECT s.retired_at AS retiredAt, (SELECT MAX(v.in_force_from) FROM sop_version v
        WHERE v.sop_id = s.id AND v.status = 'ENACTED'
        AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)) AS latest
        FROM sop s WHERE s.id = ?`,
      [draft.sopId],
    );
    const now = ctx.now();
    const latest = before?.latest ?? 0;
    const earliest = Math.max(now, latest + 1);
    // At once cannot be before a version that waits for its day; servers' clocks differ a little.
    const fits = wanted === null ? latest <= now + CLOCK_SKEW : wanted >= earliest;
    if (!fits) {
      throw new Refusal("INVALID", "input.inForceFrom", {
        reason: new Date(earliest).toISOString(),
      });
    }
    return {
      enactedAt: Math.max(now, (before?.retiredAt ?? -1) + 1),
      from: wanted ?? earliest,
    };
  }
}

/** What makes a row another one where nothing else of it changes. */
const counted = "lifecycle_revision = COALESCE(lifecycle_revision, 0) + 1";

/** Writes the rows, so that of two enactments which ask about the same SOPs one comes after the other. */
async function touchSops(tx: Tx, sopIds: readonly number[]): Promise<void> {
  for (const slice of inSlices(sopIds)) {
    await tx.run(`UPDATE sop SET ${counted} WHERE id IN (${placeholders(slice)})`, [...slice]);
  }
}

/** A lane may be bound to a position that is gone; it then reaches nobody, as an unbound one. */
async function unbindUnknownPositions(tx: Tx, graph: Graph): Promise<Graph> {
  const codes = graph.lanes.flatMap(({ binding }) =>
    binding?.type === "POSITION" ? [binding.position] : [],
  );
  if (codes.length === 0) return graph;
  // Written, so that no position is retired in the same moment unseen.
  await tx.run(
    `UPDATE position SET holders_revision = COALESCE(holders_revision, 0) + 1
      WHERE code IN (${placeholders(codes)})`,
    codes,
  );
  const rows = await tx.all<Row & { code: string }>(
    `SELECT code FROM position WHERE code IN (${placeholders(codes)}) AND retired_at IS NULL`,
    codes,
  );
  const known = new Set(rows.map(({ code }) => code));
  if (codes.every((code) => known.has(code))) return graph;
  const lanes = graph.lanes.map((lane) =>
    lane.binding?.type === "POSITION" && !known.has(lane.binding.position)
      ? { ...lane, binding: null }
      : lane,
  );
  return { ...graph, lanes };
}

/** What was found of a drawing, where some of its lanes reach nobody any more. */
function withUnbound(graph: Graph, found: readonly DomainProblem[]): readonly DomainProblem[] {
  const isOfDrawing = ({ rule }: DomainProblem) => drawingRules.some(({ name }) => name === rule);
  return [...findDrawingProblems(graph), ...found.filter((problem) => !isOfDrawing(problem))];
}
